package figure

// code reads rows of digits that are no number: 010-12345678, 192.168.1.1, a
// mobile's eleven digits, what follows 电话 or 代码.
func (s *scanner) code(i int) (Figure, bool) {
	end, groups, longest, length := i, 1, 0, 0
	for ; ; end++ {
		r := s.at(end)
		if isDigit(r) {
			length++
			longest = max(longest, length)
		} else if (r == '-' || r == '.' || r == '—' && s.at(i) == '0' && end-i <= 4) && isDigit(s.at(end+1)) {
			groups, length = groups+1, 0
		} else {
			break
		}
	}
	zero := s.at(i) == '0' && isDigit(s.at(i+1))
	switch {
	case groups == 4 && s.decimals(i, end): // 13.98-18.48 is a range
		return Figure{}, false
	case groups == 2 && s.longestBefore(i, numbered) != "":
	case groups >= 3, groups == 2 && longest >= 7 && (s.at(end-longest-1) == '-' || s.at(end-longest-1) == '—'), longest > longestNumber:
	case groups == 1 && longest == 11 && s.at(i) == '1' && !s.counted(end):
	case groups == 1 && longest >= 12 && !s.counted(end):
	case groups == 1 && zero && longest > 2 && (longest > longestModel || !s.counted(end)):
	case groups == 1 && longest >= 4 && longest <= 6 && s.longest(end, []string{".sz", ".sh", ".hk", ".bj"}) != "":
		end += 3
	case groups == 1 && longest == 6 && s.at(i-1) == '(' && s.at(end) == ')':
	case groups == 1 && longest >= 3 && s.longestBefore(i, codeNames) != "":
		for s.wordGoesOn(end) { // 代码为91320292MA21XPKP12
			end++
		}
	case longest == 3 && groups == 1 && s.longest(end, []string{"国道", "省道", "县道"}) != "":
		end += 2
	case longest == 2 && groups == 1 && s.at(end) == '式': // 03式导弹
		end++
	case groups == 2 && longest == 1 && end == i+3 && s.at(i+1) == '.' && (s.longest(end, []string{"时代", "版"}) != "" || s.at(end) == '”' && isHan(s.at(i-1))): // 3.0时代, “鸿联创1.0”
	case groups == 2 && s.at(i-1) == '》' && end == i+3 && s.at(i+1) == '.' && !s.counted(end): // 《原神》4.0
	case longest == 5 && groups == 1 && s.longest(i, []string{"123", "955", "12123", "12122", "12110", "10086", "10010", "96110"}) != "" && !s.counted(end) && isHan(s.at(end)) && !isScale(s.at(end)) && s.at(end) != '多' && s.at(end) != '余': // 12306网站
	case longest == 3 && groups == 1 && s.has(i, "360") && s.longest(end, []string{"公司", "集团", "智脑", "安全", "浏览器", "创始人", "借条", "数科", "搜索", "手机"}) != "":
	case groups == 2 && end-i >= 6 && s.at(i+3) == '-' && s.at(i+4) == '0' && !s.counted(end): // 268-01地块
	case groups == 2 && zero && s.at(i+4) == '-' && longest >= 5 || groups == 2 && zero && s.at(i+4) == '—' && longest >= 5: // 0791-12380
	case groups == 2 && s.longest(end, fields) != "":
	case groups >= 2 && end-i <= longestVersion && s.longest(end, versions) != "": // 1.21版本
	case groups == 1 && (longest == 7 || longest == 8) && s.longestBefore(i, offices) != "" && !s.counted(end) && !isScale(s.at(end)):
	case groups == 1 && (longest == 4 || longest == 5) && s.has(end, "电池") && isHan(s.at(i-1)): // 4680电池
	case longest == 1 && groups == 1 && s.at(end) == '系' && isHan(s.at(i-1)) && s.longest(end, []string{"系列", "系统"}) == "" && s.longestBefore(i, bySeries) != "": // 宝马6系
		end++
	case longest == 3 && groups == 1 && s.emergency(i, end):
	case groups == 1 && longest >= 3 && longest <= 6 && s.hotline(end):
	default:
		return Figure{}, false
	}
	return Figure{Start: i, End: end, Kind: Identifier}, true
}

// decimals says that two numbers with a fraction stand in [i,end), parted by a hyphen.
func (s *scanner) decimals(i, end int) bool {
	_, at := s.plainDigits(i)
	if s.at(at) != '-' {
		return false
	}
	_, stop := s.plainDigits(at + 1)
	return stop == end
}

// emergency says that 110, 119, 120 or 122 at i is the number that one calls.
func (s *scanner) emergency(i, end int) bool {
	if s.longest(i, []string{"110", "119", "120", "122"}) == "" || s.counted(end) {
		return false
	}
	return s.longestBefore(i, calling) != "" || s.longest(end, []string{"急救", "救护", "接警", "报警", "出警", "指挥", "医护", "急诊", "指令", "警情", "电话"}) != ""
}

// longestHotline bounds what stands between a number and 热线: 12345政务服务便民热线.
const longestHotline = 8

// hotline says that what a number belongs to is a line that one calls.
func (s *scanner) hotline(i int) bool {
	for at := i; at <= i+longestHotline && isHan(s.at(at)) && s.at(at) != '的'; at++ {
		if s.longest(at, []string{"热线", "专线"}) != "" {
			return !s.counted(i)
		}
	}
	return false
}

// calling stands before a number that one calls.
var calling = newEndings("经", "拨", "打", "叫", "急救", "火警", "报警", "急救:", "火警:", "报警:", "急救电话:", "报警电话:", "应急救", "接", "接到")

// bySeries are makes whose cars have a number each: 宝马6系.
var bySeries = newEndings("宝马", "宝马全新", "宝马新")

// longestVersion bounds the number of a version, in runes.
const longestVersion = 9

// versions follow the number of one.
var versions = []string{"版本", "系统", "更新", "预览版", "固件", "正式版", "测试版"}

// offices stand before the number of a telephone.
var offices = newEndings("办:", "中心:", "街道:", "站:", "所:", "局:", "抢修:", "清障:", "咨询:", "值班:", "办公室:", "服务:", "举报:", "投诉:")

// numbered stand before what counts files: 公告编号：2023-098.
var numbered = newEndings("编号", "编号:", "编号为", "文号", "文号:", "案号", "案号:")

// codeNames stand before codes.
var codeNames = newEndings("电话", "电话:", "热线", "热线:", "邮编", "邮编:", "邮政编码", "邮政编码:", "批号", "批号:", "批号为", "编号", "编号:", "代码", "代码:", "代码为", "qq", "qq:", "账号", "账号:", "微信", "微信号", "微信号:", "帐号", "款号", "款号:", "款号为", "货号", "货号:", "订单号", "订单号:", "单号", "单号:", "证号", "证号:", "警号", "警号:", "编码", "编码:", "编码为", "群号", "群号:", "手机号", "手机号:", "build ", "拨打", "火警", "报警电话")
