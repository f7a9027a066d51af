package figure

import "github.com/shopspring/decimal"

// measured is a number with its unit.
type measured struct {
	number
	unit unit
	stop int // where it ends with its unit
}

// fewOnly are units of which there are never many, mostOfFew what there may be.
var (
	fewOnly   = set(`国 大 大洲`)
	mostOfFew = decimal.NewFromInt(300)
)

// quantity reads a number with its unit, and a range: 2103家, $5, 5%-8%, 3至5年.
func (s *scanner) quantity(i int) (Figure, bool) {
	sign, at := s.currencySign(i)
	m, ok := s.measure(at)
	if ok && fewOnly[m.unit.written] && m.value.GreaterThan(mostOfFew) { // 2023|大理钢琴艺术节, 12亿|国有资产
		m.unit, m.stop = unit{}, m.end
	}
	if !ok || s.perOne(i, m) || sign.name != "" && m.chinese {
		return Figure{}, false
	}
	if sign.name != "" {
		if m.unit.name != "" && m.unit.kind != Amount {
			m.stop = m.end
		}
		m.unit = sign
	}
	f := Figure{Start: i, End: m.stop, Value: m.value, High: m.high, Unit: m.unit.name, Kind: m.unit.kind, Qualifier: m.more, Vague: m.vague}
	s.upTo(&f, m, at)
	if alone := f.End == m.stop; m.chinese && (alone && !s.numeralCounts(at, m) || !alone && s.inWord(at, m.end, f.End)) {
		return Figure{}, false
	}
	switch {
	case f.Kind == "" && s.at(m.end) == '星' && !m.chinese && !m.scaled && f.End == m.end && s.longest(m.end, []string{"星期", "星球", "星座", "星级"}) == "":
		f.Kind, f.Unit, f.End = Rank, "星", m.end+1 // 5星好评
	case f.Kind == "":
		f.Kind = Count
	case m.unit.written == "周年" && !m.chinese && m.whole(1950, 2049) && m.end-at == 4: // 2023周年纪念
		return dateFigure(i, m.end, When{Year: int(m.value.IntPart())}), true
	case f.Unit == "级" && !m.chinese && m.whole(1950, 2049) && m.end-at == 4: // 2022级学生
		return dateFigure(i, f.End, When{Year: int(m.value.IntPart())}), true
	case s.numbers(i, m):
		f.Kind = Ordinal
	case m.chinese && f.Kind == Count && s.ordinalUnit(at, m):
		f.Kind = Ordinal
		if f.Unit == "级" { // on a scale
			f.Kind = Rank
		}
	case f.Unit == "届" && s.longestBefore(i, countsTimes) != "", f.Unit == "路" && m.chinese:
		f.Kind = Count
	case f.Unit == "强": // 八强
		f.Kind = Rank
	case f.Unit == "级" && !m.chinese: // on a scale
		f.Kind = Rank
	case f.Unit == "点" && (!m.value.IsInteger() || m.value.GreaterThan(decimal.NewFromInt(99))):
		f.Kind = Amount // of an index
	case f.Unit == "点":
		f.Kind = Count
	case f.Unit == "分" && !m.value.IsInteger(): // a mark of 307.65分
		f.Kind = Amount
	}
	if f.End == m.stop {
		s.bounded(&f)
	}
	return f, true
}

// countsTimes before N届 say that so many were held, not which.
var countsTimes = newEndings("连续", "举办", "举行", "成功举办", "已办", "共", "办了", "举办了", "历经", "走过")

// measure reads a number at i with the unit behind it.
func (s *scanner) measure(i int) (measured, bool) {
	n, ok := s.number(i)
	if !ok {
		return measured{}, false
	}
	m := measured{number: n, stop: n.end}
	if u, end := s.unitAt(s.skipSpace(n.end)); u.name != "" && !s.column(n, u) {
		m.unit, m.stop = u, end
	}
	if m.unit.written == "平" && s.longestBefore(i, drawn) != "" {
		m.unit = unit{written: "平", name: "平", kind: Count} // 106平, and no square metres
	}
	s.perMany(&m)
	if m.unit.written == "打" { // a dozen
		dozen := decimal.NewFromInt(12)
		m.value, m.high, m.unit.name = m.value.Mul(dozen), m.high.Mul(dozen), "个"
	}
	if m.unit.written == "块" && isHan(s.at(m.stop)) && !numerals.has(s.at(m.stop)) && !pieceOfMoney.has(s.at(m.stop)) {
		m.unit = unit{written: "块", name: "块", kind: Count}
	}
	s.halfInside(&m)
	s.tenths(&m)
	s.halfBehind(&m)
	s.smallerUnits(&m)
	s.moreBehind(&m)
	return m, true
}

// column says that a space parts a number from the next column of a table: nothing is
// counted in parts, -1.2 旅游.
func (s *scanner) column(n number, u unit) bool {
	return s.at(n.end) == ' ' && u.kind == Count && u.name != "分" && !n.scaled && !n.value.IsInteger()
}

// perMany takes what a measure is for where that is a measure too: 91mg/100ml.
func (s *scanner) perMany(m *measured) {
	if m.unit.kind != Amount || s.at(m.stop) != '/' || !isDigit(s.at(m.stop+1)) {
		return
	}
	many, at := s.plainDigits(m.stop + 1)
	per, end := s.plainUnit(s.skipSpace(at))
	if per.kind != Amount || per.name == m.unit.name {
		return
	}
	m.unit = unit{written: m.unit.written, name: m.unit.name + "/" + many.String() + per.name, kind: Amount}
	m.stop = end
}

// pieceOfMoney follow the 块 that is money: 三块多, 五块半.
var pieceOfMoney = newRuneSet("多半左以的一")

// counted says that a unit stands at i.
func (s *scanner) counted(i int) bool {
	u, _ := s.unitAt(i)
	return u.name != ""
}

// ordinalUnit says that Chinese numerals before a unit name one of several: 三级,
// 二楼, 一期工程.
func (s *scanner) ordinalUnit(i int, m measured) bool {
	if m.runes != 1 || isScale(s.at(i)) && m.unit.name != "级" {
		return false
	}
	switch m.unit.name {
	case "级":
		return true
	case "期":
		return s.longest(m.stop, []string{"工程", "项目", "建设", "临床", "试验", "叠加", "厂", "规划", "基金"}) != "" || s.at(i) == '一' || s.at(i) == '二' || s.at(i-1) == '('
	case "组", "区", "队", "班", "层", "场", "院", "校", "厂", "处", "部", "局", "章", "节", "集", "册", "卷", "编", "轮", "连", "营", "团", "师", "军":
		return s.at(i) == '二'
	}
	return false
}

// halfInside reads 3个半小时 and 两个多月.
func (s *scanner) halfInside(m *measured) {
	if s.at(m.end) != '个' {
		return
	}
	u, end := s.unitAt(m.end + 2)
	if u.kind != Duration || u.name == "日" || u.name == "年" {
		return
	}
	switch r := s.at(m.end + 1); r {
	case '半':
		m.add(decimal.New(5, -1))
	case '多', '余', '来':
		m.more = string(r)
	default:
		return
	}
	m.unit, m.stop = u, end
}

// add adds to the number in its unit.
func (m *measured) add(more decimal.Decimal) {
	m.value, m.high = m.value.Add(more), m.high.Add(more)
}

// halfBehind takes 半 behind a measure: 一吨半, 两年半.
func (s *scanner) halfBehind(m *measured) {
	if s.at(m.stop) != '半' || s.longest(m.stop, halfWords) != "" {
		return
	}
	if u := m.unit; u.kind == Duration || u.kind == Amount || u.name == "倍" || u.name == "%" && m.stop > m.end {
		m.add(map[bool]decimal.Decimal{true: decimal.NewFromInt(5), false: decimal.New(5, -1)}[u.name == "%"])
		m.stop++
	}
}

// halfWords begin with 半 and have nothing to do with the number before.
var halfWords = []string{"半径", "半岛", "半山", "半导", "半途", "半决赛", "半程", "半年", "半月", "半价", "半成品", "半数", "半自动", "半场", "半个", "半天", "半小时", "半路", "半夜", "半球"}

// tenths turns 三成半, 七成六 and 九折 into per cent; 三折 means 30 % of the price.
func (s *scanner) tenths(m *measured) {
	if m.unit.written != "成" && m.unit.written != "折" {
		return
	}
	if n, ok := s.unsigned(m.stop); ok && m.unit.written == "成" && n.chinese == m.chinese && n.end == m.stop+1 && s.at(m.stop) != '一' && !s.counted(n.end) {
		m.add(n.value.Shift(-1))
		m.stop++
	}
	m.unit = unit{written: m.unit.written, name: "%", kind: Share}
	ten := decimal.NewFromInt(10)
	if m.value.GreaterThan(ten) { // 五五折 and 85折 are read in digits
		return
	}
	m.value, m.high = m.value.Mul(ten), m.high.Mul(ten)
}

// moreBehind takes 多, 余 behind the unit: 3年多, 两公里多.
func (s *scanner) moreBehind(m *measured) {
	r := s.at(m.stop)
	if (r != '多' && r != '余') || m.unit.name == "" || m.more != "" || m.unit.kind == Count || m.unit.kind == Ordinal {
		return
	}
	if s.longest(m.stop, notAbout) != "" || s.longest(m.stop, moreOf) != "" {
		return
	}
	m.more = string(r)
	m.stop++
}

// moreOf say that 多 begins what follows: 3年多次.
var moreOf = []string{"多家", "多个", "多次", "多项", "多种", "多名", "多位", "多地", "多人", "多部", "多部门", "多条", "多场", "多年", "多元", "多点", "多级", "多层", "多措", "多用", "多功", "多晶", "多肽"}
