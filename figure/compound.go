package figure

import "github.com/shopspring/decimal"

// smaller says how many of a smaller unit make one of a greater one.
var smaller = map[string]map[string]int64{
	"元": {"角": 10, "毛": 10, "分": 100}, "美元": {"美分": 100, "分": 100}, "角": {"分": 10}, "毛": {"分": 10}, "欧元": {"欧分": 100},
	"小时": {"分": 60, "分钟": 60, "秒": 3600}, "分": {"秒": 60}, "分钟": {"秒": 60}, "年": {"月": 12}, "周": {"天": 7},
	"公里": {"米": 1000}, "米": {"厘米": 100}, "公斤": {"克": 1000}, "吨": {"公斤": 1000}, "斤": {"两": 10}, "英尺": {"英寸": 12}, "度": {"分": 60, "′": 60},
}

// smallerUnits adds what is said in a smaller unit: 50元6角三分, 1小时30分, 一米八.
func (s *scanner) smallerUnits(m *measured) {
	unitName, parts := m.unit.name, int64(1)
	for range 2 {
		i := m.stop
		if s.at(i) == '又' || s.at(i) == '零' && !isScale(s.at(i+1)) {
			i++
		}
		n, ok := s.unsigned(i)
		if !ok || n.more != "" || n.vague || n.scaled && n.chinese && n.value.GreaterThan(decimal.NewFromInt(99)) {
			return
		}
		u, end := s.plainUnit(n.end)
		ratio := smaller[unitName][u.name]
		if ratio == 0 || u.name == "月" && u.written == "月" || !n.value.LessThan(decimal.NewFromInt(ratio)) {
			s.bareTail(m, n, parts)
			return
		}
		parts *= ratio
		m.add(n.value.DivRound(decimal.NewFromInt(parts), fractionDigits))
		m.stop, unitName = end, u.name
		if m.unit.name == "分" { // 9分30秒 is a time, not points
			m.unit = unit{written: "分", name: "分钟", kind: Duration}
		}
	}
}

// bareTail reads the digits of 1米85 and 一米八, 9秒83 and 3分49秒63; parts of the last
// unit make the first one.
func (s *scanner) bareTail(m *measured, n number, parts int64) {
	timed := s.at(m.stop-1) == '秒'
	if m.unit.written != "米" && m.unit.written != "块" && m.unit.written != "毛" && !timed || n.end != m.stop+n.runes || n.end-m.stop > 2 || s.counted(n.end) || n.scaled {
		return
	}
	if isDigit(s.at(m.stop)) && n.end-m.stop == 2 {
		m.add(n.value.Shift(-2).DivRound(decimal.NewFromInt(parts), fractionDigits))
	} else if !timed && n.chinese && n.runes == 1 && isNumeral(s.at(m.stop)) && s.at(m.stop) != '一' && !isHan(s.at(n.end)) {
		m.add(n.value.Shift(-1))
	} else {
		return
	}
	m.stop = n.end
}
