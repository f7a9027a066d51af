package figure

import "github.com/shopspring/decimal"

// vagueOne are units with which 一 is no measure: 一度, 一块, 一点.
var vagueOne = set(`度 里 两 角 方 点 块 升 卡 帕 桶 尺 寸 石 钱 斗 担 码 日 季 旬 夜 晚 磅 分 转 载 毛 平 兆 赫 瓦 番`)

// countedOne are units with which 一 counts though it is no measure.
var countedOne = set(`人 户 票 球 岁 省 人次 季度 年级 楼 号 级`)

// oneCounts tells 一 as a number from 一 as an article.
func (s *scanner) oneCounts(i int, m measured) bool {
	u := m.unit
	if m.value.GreaterThan(decimal.NewFromInt(1)) || m.more != "" { // 一吨半, 一年多
		return true
	}
	if s.longestBefore(i, only) != "" || games[u.written] && s.longestBefore(i, winning) != "" || u.kind == Count && s.onlyThen(i) {
		return !vagueOne[u.written]
	}
	if u.kind == Count && (s.beside(i, m.stop) || s.lost(i, m.stop)) {
		return true
	}
	if u.kind == Duration && s.at(i-1) == '后' && s.longest(m.stop, []string{"内", "以内", "之内"}) != "" {
		return true // 收成过后一周内
	}
	if s.longestBefore(i, pointing) != "" && u.kind != Change && u.kind != Share {
		return false
	}
	switch {
	case countedOne[u.written]:
		return true
	case u.kind == Ordinal:
		return false
	case u.kind == Count:
		return u.name == "期" && s.ordinalUnit(i, m) || limits[s.qualifierBefore(i)] || s.beside(i, m.stop) || s.at(i-1) != '是' && s.alone(i, m.stop)
	}
	return !vagueOne[u.written]
}

// onlyThese before 一 say that there are no more.
var onlyThese = newEndings("只有", "仅有", "唯一")

// onlyOne says that 一 with its unit counts though both are a word: 只有一种.
func (s *scanner) onlyOne(i int, m measured) bool {
	if s.at(i) != '一' || m.runes != 1 || m.unit.kind != Count || vagueOne[m.unit.written] || s.longestBefore(i, onlyThese) == "" {
		return false
	}
	_, stop := numeralWords.longest(s, i, nil)
	return stop == m.stop
}

// limits are the qualifiers that make 一 count: 不到一家.
var limits = set(`不到 不足 至少 最少 最多 至多 超过 超 逾 不超过 不少于`)

// pointing before 一 say that it is an article: 这一天, 每一年.
var pointing = newEndings("这", "那", "每", "同", "某", "另", "任", "哪", "有", "新的", "又", "这样", "如此", "前", "后", "下", "上", "头", "当", "此", "该", "的", "唯", "统", "其", "单", "逐")

// only before 一 say that it counts.
var only = newEndings("唯一", "仅", "只有", "仅有", "只", "仅仅", "就", "才", "增加", "减少", "共", "各", "新建", "新购", "配备", "配发")

// games are units of what is won and lost, winning the words before them: 先胜一局.
var games = set(`局 盘 场 球 分 城`)

var winning = newEndings("胜", "负", "输", "输掉", "赢", "赢下", "扳回", "搬回", "追回", "拿下", "连下", "落后", "领先", "丢掉", "丢", "打进", "攻入")

// onlyThen says that 只 with a verb stands before 一: 只能填入一个字, 只受到过一次袭击.
func (s *scanner) onlyThen(i int) bool {
	for at := i - 1; at >= i-6 && isHan(s.at(at)) && s.at(at) != '的'; at-- {
		if s.at(at) == '只' {
			return s.at(at+1) != '是' && s.at(at+1) != '要' && s.at(at+1) != '不' && s.at(at+1) != '好'
		}
	}
	return false
}

// beside says that 一 with its unit stands in a row with other counts: 一个孩子和两个大人.
func (s *scanner) beside(start, end int) bool {
	if n := len(s.found); n > 0 {
		last := s.found[n-1]
		if last.End == start { // 四个一批, but 三省一市
			return regional[last.Unit] && regional[string(s.at(end-1))]
		}
		gap := start - last.End
		if last.Kind == Count && gap >= 0 && gap <= 8 && s.joined(last.End, start) && (last.Unit != "" || isHan(s.at(last.End))) {
			return true
		}
		if u, _ := s.unitAt(start + 1); last.Kind == Count && gap > 0 && gap <= longestContrast && u.name == last.Unit && s.at(start-1) == ',' && s.at(end) == '是' { // 五排为普通按摩椅，一排是高级按摩椅
			return true
		}
	}
	for i := end; i < end+10 && !endsClause(s.at(i)) && !isDigit(s.at(i)); i++ {
		if joining.has(s.at(i)) || s.at(i) == '换' {
			r := s.at(i + 1)
			if r != '一' && (isDigit(r) || isNumeral(r)) {
				n, ok := s.unsigned(i + 1)
				u, _ := s.unitAt(n.end)
				return ok && u.kind == Count
			}
		}
	}
	return false
}

// longestContrast bounds what is told of so many before the one that is otherwise.
const longestContrast = 12

// regional are units of which several are summed up: 三省一市.
var regional = set(`国 省 市 区 县 州 镇 乡 村`)

// losses say what befell the last of a row: 店铺以及一座清真寺被毁.
var losses = []string{"被毁", "损毁", "受损", "倒塌", "死亡", "受伤", "遇难", "失踪", "被炸", "坠毁", "沉没", "被杀", "丧生", "身亡"}

// lost says that 一 with its unit ends a row of losses.
func (s *scanner) lost(start, end int) bool {
	if !joining.has(s.at(start - 1)) {
		return false
	}
	for i := end; i < end+8 && isHan(s.at(i)); i++ {
		if s.longest(i, losses) != "" {
			return true
		}
	}
	return false
}
