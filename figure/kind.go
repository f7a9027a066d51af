package figure

var qualifiersBefore = newEndings(
	"约", "大约", "近", "将近", "接近", "超", "超过", "逾", "突破", "至少", "最少", "不少于", "不低于", "最高", "最多", "至多", "不超过", "不足", "不到",
	"高达", "多达", "上", "过", "达到", "约为", "约有", "约达", "大概", "仅", "只有", "最大", "最低", "低于", "高于", "大于", "小于", "大致", "几乎", "估计", "预计",
)

// quietQualifiers stand before a figure but change nothing about its value.
var quietQualifiers = map[string]bool{"达到": true, "仅": true, "只有": true, "高达": true, "多达": true}

// qualifierBefore is the qualifier that ends at i, normalised; "" for none.
func (s *scanner) qualifierBefore(i int) string {
	best := s.longestBefore(i, qualifiersBefore)
	before := s.at(i - runes(best) - 1)
	switch {
	case quietQualifiers[best], (best == "上" || best == "过") && (!isScale(s.at(i)) || before == '以' || before == '超'), best == "近" && nearWords.has(before), best == "约" && pactWords.has(before), best == "超" && leagues.has(before):
		return ""
	}
	return best
}

// Characters that make another word of 近, 约 and 超: 附近, 条约, 中超.
var (
	nearWords = newRuneSet("附最靠临亲邻逼新远相")
	pactWords = newRuneSet("续条节合纽预签履公契违失爽制赴盟缔誓")
	leagues   = newRuneSet("中英西德意法高")
)

// Words right before a figure that say that something rose or fell by it, and
// those that say it rose or fell to it.
var (
	changing = newRuneSet("增涨降减升跌滑缩扩多少高低")
	rising   = newEndings("增", "增长", "增加", "增幅", "增速", "增长率", "增产", "增值", "增幅为", "增速为", "增长了", "增加了", "多增", "少增", "猛增", "激增", "涨", "上涨", "上涨了", "涨幅", "涨幅为", "大涨", "涨了", "跌", "下跌", "下跌了", "跌幅", "跌幅为", "大跌", "跌了",
		"降", "下降", "下降了", "降低", "降低了", "降幅", "降幅为", "减", "减少", "减少了", "减产", "缩减", "削减", "升", "上升", "上升了", "提升", "提升了", "提高", "提高了", "下滑", "下滑了", "回落", "回落了", "回升", "反弹", "多出", "高出", "低了", "高了", "多了", "少了", "扩大", "扩大了", "收窄", "收窄了", "缩短", "缩短了", "缩小", "缩小了", "压缩", "放缓", "加快", "上调", "下调", "提价", "涨价", "加价", "降价", "贬值", "升值", "净增", "净减", "攀升", "飙升", "增幅达", "增幅达到", "涨幅达", "涨幅达到", "降幅达", "降幅达到", "跌幅达", "增速达", "增速达到", "增长率为", "增长率达", "升幅", "升幅达", "降了", "减了", "增了", "跌逾", "涨逾", "增逾", "降逾", "节约了", "节省了", "提速", "提速了", "降速")
	reaching = newEndings("增至", "增加到", "增加至", "增长到", "增长至", "升至", "上升到", "上升至", "提高到", "提高至", "提升到", "提升至", "降至", "下降到", "下降至", "降到", "降低到", "降低至", "减至", "减少到", "减少至", "跌至", "涨至", "上涨到", "上涨至", "下跌至", "扩大到", "扩大至", "回落至", "回升至", "缩短至", "缩短到", "压缩至", "压缩到", "调至", "上调至", "下调至", "缩减至", "缩减到", "涨到", "跌到", "升到", "降为", "升为", "提高为", "上升为", "下降为", "增加为", "达到", "达", "扩展到", "扩展至", "扩充到", "扩充至", "延长到", "延长至", "增大到", "增大至")
	between  = newEndings("约", "近", "逾", "超", "超过", "不足", "不到", "至少", "高达", "将近", "接近", "大约", "达", "为", "了", "的")
)

// kindOf tells by how much something changed from how much it is, by the words
// around a figure.
func (s *scanner) kindOf(f Figure) Kind {
	switch f.Kind {
	case Share:
		return s.changeOrShare(f)
	case Change:
		if f.Unit == "倍" && s.at(f.Start) != '翻' {
			return s.changeOrShare(f)
		}
	case Amount, Count, Duration:
		if s.changedBy(f) || f.Kind == Amount && s.flowChanged(f.Start) || s.at(f.End) == '的' && s.longest(f.End+1, []string{"涨幅", "跌幅", "升幅", "降幅", "增幅"}) != "" {
			return Change
		}
		if f.Kind == Count && f.Unit == "" && s.longestBefore(f.Start, aged) != "" {
			return Duration // 年过30
		}
		if f.Kind == Count && f.Unit == "" && s.longestBefore(f.Start, placed) != "" && endsClause(s.at(f.End)) && f.Value.IsInteger() && !s.scaled(f) {
			return Rank // 收视排名18
		}
		if f.Kind == Count && (f.Unit == "名" || f.Unit == "位") && s.longestBefore(f.Start, placed) != "" && f.Value.IsInteger() && !s.scaled(f) {
			return Rank // 位列22名
		}
		if f.Kind == Count && f.Unit == "" && s.scaled(f) && (s.paid(f.Start) || s.payment(f.End)) {
			return Amount // 受贿超九千万
		}
		if f.Unit == "" && f.Value.IsNegative() {
			return Change // 报12.05元，-0.19
		}
		if f.Kind == Count && f.Unit == "" && !f.Value.IsInteger() {
			return Amount // nothing is counted in parts: PMI为50.2
		}
	}
	return f.Kind
}

// changedBy says that the word right before the figure is one of change: 增加500人,
// 减少了近3.2亿元; not 增至, and not the 增加 of 新增.
func (s *scanner) changedBy(f Figure) bool {
	i := s.wordBefore(f.Start)
	if f.Kind == Count && s.at(f.Start) == '两' && bothOf[f.Unit] { // 提高两军协作水平
		return false
	}
	if s.joinedBy(f, ':') || s.joinedBy(f, '比') { // a score
		return false
	}
	if f.Kind == Duration && s.at(f.End) == '来' { // 增速为6年来最低
		return false
	}
	if s.longestBefore(i, reaching) != "" && s.longestBefore(i, rising) == "" {
		return false
	}
	for range 2 {
		if word := s.longestBefore(i, rising); word != "" {
			if f.Unit == "次" && (s.at(i-1) == '涨' || s.at(i-1) == '跌') { // how often, not by how much
				return false
			}
			return !s.endsWith(i-runes(word), "新") && !s.endsWith(i-runes(word), "最")
		}
		step := s.longestBefore(i, between)
		if step == "" {
			break
		}
		i -= runes(step)
	}
	return s.comparedBy(f)
}

// bothOf are units whose 两 says both, and not by how many something changed.
var bothOf = set(`国 军 地 省 市 县 区 校 党`)

// aged stand before an age whose unit is not said.
var aged = newEndings("年过", "年近", "年逾", "年满", "未满")

// flows are what rises or falls by the money behind it, moved the verbs before them.
var (
	flows = newEndings("成本", "费用", "支出", "损失", "收入", "利润", "投入", "负担", "开支", "税费")
	moved = []string{"降低", "减少", "增加", "节约", "缩减", "压减"}
)

// longestFlow bounds what changed, in runes: 降低产品外发物流成本3000万元.
const longestFlow = 12

// flowChanged says that a verb of change and what changed stand before i, and 每吨 at most between.
func (s *scanner) flowChanged(i int) bool {
	if s.at(i-2) == '每' {
		i -= 2
	}
	if s.longestBefore(i, flows) == "" {
		return false
	}
	for at := i - 2; at >= i-longestFlow && isHan(s.at(at)) && s.at(at) != '的'; at-- {
		if s.longest(at, moved) != "" {
			return true
		}
	}
	return false
}

// placed stand before a rank without 第.
var placed = newEndings("排名", "排行", "位列", "名列")

// wordBefore is i without the spaces before it: 下调了 8000 美元.
func (s *scanner) wordBefore(i int) int {
	for s.at(i-1) == ' ' {
		i--
	}
	return i
}

// joinedBy says that r stands inside a figure.
func (s *scanner) joinedBy(f Figure, r rune) bool {
	for i := f.Start; i < f.End; i++ {
		if s.at(i) == r {
			return true
		}
	}
	return false
}

// comparedBy reads 比去年多200元 and 较上年少3家.
func (s *scanner) comparedBy(f Figure) bool {
	i := f.Start
	if s.at(i-1) == '了' {
		i--
	}
	if r := s.at(i - 1); r != '多' && r != '少' && r != '高' && r != '低' && r != '快' && r != '慢' {
		return false
	}
	for j := i - 2; j >= 0 && i-j < 16 && !endsClause(s.at(j)); j-- {
		if s.at(j) == '比' || s.at(j) == '较' {
			return true
		}
	}
	return false
}

// formerly stand before how many times as much there is now, growing before a rate at which
// something grows, whatever it comes to.
var (
	formerly = newEndings("之前的", "以前的", "此前的", "原来的", "原先的", "过去的", "当年的", "去年的")
	growing  = newEndings("增长率至", "增长率为", "增长率达", "增长率达到", "增速至", "增速为", "增速达", "增速达到", "涨幅为", "涨幅达", "降幅为", "降幅达", "跌幅为", "跌幅达")
)

// calm begin with a character of change and speak of none.
var calm = []string{"降水", "降雨", "降雪", "升学", "增值税", "升级", "增资", "增强", "减灾", "滑雪", "滑冰", "滑坡", "升旗", "降落", "减速", "涨停", "跌停", "升华"}

// changeOrShare tells a growth rate from a share by the words before it. One that
// is listed behind another is of its kind: 增长125%、74.8%.
func (s *scanner) changeOrShare(f Figure) Kind {
	if n := len(s.found); n > 0 && s.found[n-1].Unit == f.Unit && f.Start-s.found[n-1].End <= 3 && f.Start > s.found[n-1].End && (s.joined(s.found[n-1].End, f.Start) || f.Start == s.found[n-1].End+1 && s.at(f.Start-1) == '/') {
		return s.found[n-1].Kind
	}
	if f.Unit == "倍" && s.longestBefore(f.Start, formerly) != "" {
		return Share // 扩展到之前的四倍
	}
	if s.longestBefore(f.Start, growing) != "" {
		return Change
	}
	if reach := s.longestBefore(s.wordBefore(f.Start), reaching); reach != "" && reach != "达" && reach != "达到" {
		return Share
	}
	if s.changedBy(f) {
		return Change
	}
	for i := f.Start - 1; i >= 0 && f.Start-i <= 8; i-- {
		r := s.at(i)
		switch {
		case r == '占' || r == '至':
			return Share
		case (r == '率' || r == '比') && i >= f.Start-2 && s.at(i-1) != '长' && s.at(i-1) != '环' && s.at(i-1) != '同':
			return Share
		case s.longest(i, calm) != "":
			continue
		case r != '多' && r != '少' && r != '高' && r != '低' && changing.has(r):
			return Change
		case endsClause(r) || r == '、':
			return s.changeBehind(f)
		}
	}
	return s.changeBehind(f)
}

// changeBehind reads 5%的增长 and 10%的涨幅.
func (s *scanner) changeBehind(f Figure) Kind {
	if s.comparedBy(f) {
		return Change
	}
	for i := f.End; i < f.End+6; i++ {
		if s.has(i, "增长") || s.has(i, "增速") || s.has(i, "增幅") || s.has(i, "涨幅") || s.has(i, "降幅") || s.has(i, "跌幅") {
			return map[bool]Kind{true: Change, false: Share}[s.at(f.End) == '的' || i == f.End || s.at(f.End) == '左']
		}
		if endsClause(s.at(i)) || s.at(i) == '、' {
			break
		}
	}
	if f.Value.IsNegative() { // no part of a whole
		return Change
	}
	return Share
}
