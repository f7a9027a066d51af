package figure

import "github.com/shopspring/decimal"

// rankUnits follow 第N when it ranks; without one 第N ranks at the end of a clause.
var rankUnits = []string{"佳", "贵", "大", "高", "多", "长", "低", "少", "小", "快", "慢", "强", "富", "深", "顺位"}

// rankWords before 第N say that it ranks: 排名第一, 居全国第二.
var rankWords = []string{"居", "列", "排", "名", "跃升", "升至", "上升到", "全国", "全省", "全市", "世界", "全球", "亚洲", "国内", "行业", "同比", "增速", "总量", "规模", "前", "获", "夺", "得", "位次"}

// notOrdinal begin with 第 and a numeral and count nothing.
var notOrdinal = []string{"第一时间", "第一线", "第一手", "第三方", "第四方", "第三者", "第六感", "第一财经", "第二人生"}

// ordinal reads 第N with what it counts: 第10个, 第二, 第七届, 第3至第5位.
func (s *scanner) ordinal(i int) (Figure, bool) {
	if s.at(i) != '第' || s.longest(i, notOrdinal) != "" {
		return Figure{}, false
	}
	n, ok := s.number(i + 1)
	if !ok || n.vague || n.value.IsNegative() {
		return Figure{}, false
	}
	f := Figure{Start: i, End: n.end, Value: n.value, High: n.high, Kind: Ordinal, Qualifier: n.more}
	end := n.end
	if at := s.toward(end); at > end {
		if s.at(at) == '第' {
			at++
		}
		if high, ok := s.number(at); ok && high.value.GreaterThan(n.value) && high.chinese == n.chinese {
			f.High, f.End, end = high.value, high.end, high.end
		}
	}
	if named := s.properNoun(end); named > end {
		return Figure{Start: i, End: named, Kind: Name}, true
	}
	if u, stop := s.unitAt(end); u.name != "" && s.longest(end, ordinalNouns) == "" {
		f.Unit, f.End = u.name, stop
	}
	if words, ok := onlyNumbered[s.at(end)]; ok && s.longest(end, words) == "" {
		f.Unit, f.End = string(s.at(end)), end+1
	}
	switch {
	case s.ranks(i, end), f.Unit == "位" && s.behindRank(i):
		f.Kind, f.Unit = Rank, "位"
	case n.value.Equal(decimal.NewFromInt(1)) && f.Unit == "家" && s.at(i-1) == '是' && endsClause(s.at(f.End)): // 长虹是第一家
		f.Kind = Rank
	case n.value.Equal(decimal.NewFromInt(1)) && f.Unit != "" && s.longestBefore(i, becoming) != "": // the first of its kind
		f.Kind = Rank
	}
	return f, true
}

// behindRank says that a rank stands right before in a row: 第10位、第50位、第51位.
func (s *scanner) behindRank(i int) bool {
	n := len(s.found)
	return n > 0 && s.found[n-1].Kind == Rank && s.found[n-1].End == i-1 && joining.has(s.at(i-1))
}

// becoming stands before the first of its kind: 成为第一位……的.
var becoming = newEndings("成为", "成了", "是全国", "是世界上", "是我国", "是国内", "是中国")

// onlyNumbered are classifiers of what is numbered, whatever word goes on behind them (第265任教宗 is of
// no 任教) but those given.
var onlyNumbered = map[rune][]string{
	'话': {"话题", "话语", "话费", "话筒", "话剧"},
	'任': {"任务", "任意", "任何"},
}

// ordinalNouns follow 第N and are no classifiers: 第一书记, 第二产业, 第三小学.
var ordinalNouns = []string{"大学", "中学", "国家", "世界", "师范", "支队"}

func (s *scanner) ranks(start, end int) bool {
	if s.longest(end, rankUnits) != "" {
		return true
	}
	if s.longest(end, []string{"的位置", "的名次", "的宝座"}) != "" { // 占据了第二的位置
		return true
	}
	placed := s.at(end) == '名' || s.at(end) == '位'
	if placed {
		end++
	}
	if !endsClause(s.at(end)) && !afterRank.has(s.at(end)) && !placed || s.at(end) != 0 && endsClause(s.at(start-1)) { // 第三, at the begin is one of a list
		return false
	}
	for i := start - 1; i >= 0 && start-i <= 8; i-- {
		if s.longest(i, rankWords) != "" {
			return true
		}
	}
	return s.at(end) != ' ' && (!placed || endsClause(s.at(end)))
}

var afterRank = newRuneSet("、. )和及与”》」')")

// foremost reads 前N: a rank (前三, 前50名) or a stretch of time (前10个月).
func (s *scanner) foremost(i int) (Figure, bool) {
	ofYear := s.at(i) == '前' && s.at(i-1) == '年' && (thisYear.has(s.at(i-2)) || s.afterYear(i))
	if s.at(i) != '前' || i > 0 && beforeFront.has(s.at(i-1)) && !ofYear {
		return Figure{}, false
	}
	if n := len(s.found); n > 0 && s.found[n-1].End == i && s.found[n-1].Kind != Rank && !ofYear {
		return Figure{}, false // 三年前5家: 前 belongs to what is before it
	}
	m, ok := s.measure(i + 1)
	if ofYear && m.unit.name != "月" && m.unit.name != "季度" {
		return Figure{}, false
	}
	if !ok || m.vague || m.value.IsNegative() || m.value.IsZero() || !m.value.IsInteger() {
		return Figure{}, false
	}
	if m.chinese && (s.inWord(i+1, m.end, m.stop) || m.unit.name == "" && s.at(i+1) == '一' || m.runes == 1 && isScale(s.at(i+1)) && s.at(i+1) != '十' && m.unit.name == "") {
		return Figure{}, false
	}
	if m.chinese && s.at(i+1) == '一' && m.runes == 1 { // 前一天 is the day before
		return Figure{}, false
	}
	f := Figure{Start: i, End: m.stop, Value: m.value, High: m.high, Unit: m.unit.name, Kind: m.unit.kind, Qualifier: m.more}
	s.upTo(&f, m, i+1)
	switch m.unit.written {
	case "", "名", "位", "强", "甲", "大":
		f.Kind, f.Unit = Rank, "位"
	case "季度":
		f.Kind = Duration
	case "日", "号":
		return Figure{}, false
	}
	if f.Kind == Duration && isHan(s.at(i-1)) && !beforeFirst.has(s.at(i-1)) { // 死前五个月 is counted back from there
		return Figure{}, false
	}
	return f, true
}

// thisYear are characters before the 年 that 前7个月 are a part of: 今年前7个月.
var thisYear = newRuneSet("今去本当同全")

// afterYear says that a year was read right before i.
func (s *scanner) afterYear(i int) bool {
	n := len(s.found)
	return n > 0 && s.found[n-1].End == i && s.found[n-1].When.Year != 0 && s.found[n-1].When.Month == 0
}

// beforeFront are characters that make a word with 前: 目前, 此前, 之前.
var beforeFront = newRuneSet("目此之以当提日空年赛战生午从先跟面眼事史早产饭睡人超婚夜榜天月周史售税课会廷膝向往大停")

// beforeFirst are characters before the 前 of 前10个月; others make it a time before.
var beforeFirst = newRuneSet("年的度期在比较于与是为了从和及至到这那其该")

// firsts are ranks or ordinals of 1 without a number.
var firsts = func() *trie[unit] {
	table := &trie[unit]{}
	for _, w := range entries("首个 首家 首座 首条 首款 首台 首部 首只 首套 首项 首单 首艘 首架 首枚 首支 首张 首份 首列 首辆 首幅 首颗 首片 首本 首例 首所 首间 首种 首宗 首栋 首档 首趟 首班") {
		table.add(w, unit{name: string([]rune(w)[1:]), kind: Rank})
	}
	for _, w := range entries("头一个 头一家 头一座 头一条 头一款 头一台 头一部 头一项 头一单 头一份 头一例 头一种") {
		table.add(w, unit{name: string([]rune(w)[2:]), kind: Rank})
	}
	for _, w := range entries("首次 首批 首届 首轮 首场 首期 首集 首回 首日 首盘 首局 首节") {
		table.add(w, unit{name: string([]rune(w)[1:]), kind: Ordinal})
	}
	for _, w := range entries("首位 榜首 首名 头名") {
		table.add(w, unit{name: "位", kind: Rank})
	}
	return table
}()

// first reads 首位, 首个, 首家, 榜首.
func (s *scanner) first(i int) (Figure, bool) {
	if s.at(i) != '首' && s.at(i) != '榜' && s.at(i) != '头' || s.at(i-1) == '元' {
		return Figure{}, false
	}
	u, end := firsts.longest(s, i, nil)
	if end == i || s.longest(i, []string{"首例行", "首部分", "首席", "首张嘴", "首回合", "首批准", "首日封"}) != "" {
		return Figure{}, false
	}
	one := decimal.NewFromInt(1)
	return Figure{Start: i, End: end, Value: one, High: one, Kind: u.kind, Unit: u.name}, true
}
