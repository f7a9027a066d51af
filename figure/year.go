package figure

import (
	"github.com/shopspring/decimal"

	"youju/hanzi"
)

// eras are reigns by the year before their first.
var eras = func() *trie[int] {
	table := &trie[int]{}
	for word, base := range map[string]int{
		"民国": 1911, "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
		"洪武": 1367, "永乐": 1402, "宣德": 1425, "正统": 1435, "成化": 1464, "弘治": 1487, "正德": 1505, "嘉靖": 1521, "隆庆": 1566, "万历": 1572, "天启": 1620, "永历": 1646, "隆武": 1644, "崇祯": 1627,
		"顺治": 1643, "康熙": 1661, "雍正": 1722, "乾隆": 1735, "嘉庆": 1795, "道光": 1820, "咸丰": 1850, "同治": 1861, "光绪": 1874, "宣统": 1908,
		"建文": 1398, "洪熙": 1424, "景泰": 1449, "天顺": 1456, "泰昌": 1619, "弘光": 1644, "庆历": 1040, "熙宁": 1067, "元丰": 1077, "元祐": 1085, "政和": 1110, "宣和": 1118, "靖康": 1125, "至元": 1263, "至正": 1340, "建安": 195, "武德": 617,
		"贞观": 626, "永徽": 649, "开元": 712, "天宝": 741, "元和": 805, "会昌": 840, "咸通": 859,
		"太平兴国": 975, "雍熙": 983, "淳化": 989, "咸平": 997, "景德": 1003, "大中祥符": 1007, "天圣": 1022, "皇祐": 1048, "嘉祐": 1055, "嘉佑": 1055, "治平": 1063,
		"绍圣": 1093, "元符": 1097, "崇宁": 1101, "大观": 1106, "建炎": 1126, "淳熙": 1173, "庆元": 1194, "嘉泰": 1200, "淳祐": 1240, "宝祐": 1252, "景定": 1259, "咸淳": 1264,
		"公元": 0, "西元": 0,
	} {
		table.add(hanzi.Fold(word), base) // 乾隆 is read as 干隆
	}
	return table
}()

// epoch steps over what years are counted from at i: 公元前, 民国. base is the year
// before the first one.
func (s *scanner) epoch(i int) (at, sign, base int) {
	for _, before := range []string{"公元前", "西元前", "前"} {
		next := s.at(i + runes(before))
		if s.has(i, before) && (isDigit(next) || numerals.has(next)) && (before != "前" || s.ancient(i+1)) {
			return i + runes(before), -1, 0
		}
	}
	if base, end := eras.longest(s, i, nil); end > i {
		return end, 1, base
	}
	return i, 1, 0
}

// ancient tells 前221年 from 前3年: the year has three digits.
func (s *scanner) ancient(i int) bool {
	return isDigit(s.at(i)) && isDigit(s.at(i+1)) && isDigit(s.at(i+2)) && !isDigit(s.at(i+3)) && s.at(i+3) == '年' && !beforeFront.has(s.at(i-2))
}

// year reads 2020年, 二〇二〇年, 98年, 民国34年; the year of our calendar and its end.
func (s *scanner) year(i, sign, base int) (int, int, bool) {
	if base > 0 && s.has(i, "元年") {
		return base + 1, i + 2, true
	}
	n, ok := s.unsigned(i)
	latest := int64(3000)
	if sign < 0 {
		latest = 10_000 // 公元前4713年
	}
	if !ok || n.more != "" || !n.value.IsInteger() || !n.value.LessThan(decimal.NewFromInt(latest)) {
		return 0, i, false
	}
	value, word := int(n.value.IntPart()), s.longest(n.end, yearWords)
	if word == "" || s.at(n.end+1) == '龄' || value < 1 {
		return 0, i, false
	}
	end := n.end + runes(word)
	switch {
	case base > 0:
		return base + value, end, word == "年" && value < 100
	case sign < 0 || s.endsWith(i, "公元") || s.endsWith(i, "西元"):
		return sign * value, end, word == "年"
	case n.chinese:
		value, ok = s.numeralYear(i, n)
		return value, end, ok
	case n.end-i == 4 && value >= 1000:
		return value, end, !isDigit(s.at(i-1)) && !s.spanOfYears(value, end)
	case word == "年" && n.end-i == 3 && value >= 100:
		return value, end, value%50 != 0 && !s.durationWord(end)
	case word == "年" && n.end-i == 2 && s.shortYear(i, value, end):
		return century(value), end, true
	}
	return 0, i, false
}

// century is the full year of two digits.
func century(value int) int {
	if value < 30 {
		return 2000 + value
	}
	return 1900 + value
}

// numeralYear reads the years in numerals: one for a digit (一九五四, 九八).
func (s *scanner) numeralYear(i int, n number) (int, bool) {
	value := int(n.value.IntPart())
	for at := i; at < n.end; at++ {
		if !isNumeral(s.at(at)) {
			return 0, false
		}
	}
	switch n.end - i {
	case 4:
		return value, value >= 1000 && value < 3000
	case 2:
		return century(value), n.runes == 2 && n.more == "" && s.at(i-1) != '第'
	}
	return 0, false
}

// spanOfYears tells 3000年历史 and 1000年前 from years.
func (s *scanner) spanOfYears(value, end int) bool {
	return s.longest(end, []string{"历史", "的历史", "之久", "左右的历史", "的时间"}) != "" || value%100 == 0 && s.longest(end, []string{"前", "来", "间", "的"}) != "" && value != 2000 && value != 1900
}

// shortYear says that two digits before 年 may be a year: 98年, 08年.
func (s *scanner) shortYear(i, value, end int) bool {
	if s.at(i) == '0' {
		return !isDigit(s.at(i - 1))
	}
	return value >= 30 && s.yearBegins(i) && !s.durationWord(end)
}

// yearBegins says that nothing is counted by the word before two digits.
func (s *scanner) yearBegins(i int) bool {
	switch s.at(i - 1) {
	case 0, ' ', ',', '。', ';', '、', '(', '自', '从', '在', '于', '至', '到', '—', '-', '“', '」', '\'', '\n':
		return true
	}
	return false
}

// durationWord says that 年 is followed by what makes it a length of time: 50年来.
func (s *scanner) durationWord(i int) bool {
	return s.longest(i, []string{"来", "间", "后", "前", "以", "内", "之", "多", "的", "时间", "历史", "左右", "余", "半", "期", "租", "使用", "产权", "时光", "风雨", "历程", "征程", "沧桑", "寿命"}) != ""
}

// decade reads 20世纪80年代, 16世纪, 公元前5世纪, 上世纪90年代, 80年代, 1990年代. Value
// and High are its first and last year.
func (s *scanner) decade(i int) (Figure, bool) {
	at, first, last := i, 0, 0
	before := s.longest(i, []string{"公元前", "西元前", "前", "公元", "西元", "上个", "上", "本"})
	if begin := i + runes(before); s.has(begin, "世纪") && before != "" {
		first = map[string]int{"上": 1900, "上个": 1900, "本": 2000}[before]
		at = begin + 2
	} else if n, ok := s.unsigned(begin); ok && n.whole(1, 30) && s.has(n.end, "世纪") && s.at(i-1) != '第' {
		first, last, at = int(n.value.IntPart()-1)*100, int(n.value.IntPart()-1)*100+99, n.end+2
		if before == "公元前" || before == "西元前" || before == "前" {
			first, last = -first-100, -first-1
		}
	}
	if at == i && before != "" {
		return Figure{}, false
	}
	for _, span := range []func(int) (Figure, bool){s.decades, s.centuries} {
		if f, ok := span(i); ok {
			return f, true
		}
	}
	n, ok := s.unsigned(at)
	two := n.more == "几" && n.chinese && n.high.GreaterThan(n.value) // 七八十年代
	if ok && s.has(n.end, "年代") && n.value.IsInteger() && (n.more == "" || two) {
		tens := int(n.value.IntPart())
		switch {
		case at > i && tens < 100:
			first += tens
		case at == i && tens >= 10 && tens < 100:
			first = century(tens)
		case at == i && tens >= 1000 && tens < 2100:
			first = tens
		default:
			return Figure{}, false
		}
		last, at = first+9, n.end+2
		if two {
			last += 10
		}
	}
	if last == 0 && first >= 0 {
		return Figure{}, false
	}
	return Figure{Start: i, End: at, Value: decimal.NewFromInt(int64(first)), High: decimal.NewFromInt(int64(last)), Kind: Date}, true
}

// centuries reads 6-13世纪 and 十六至十八世纪.
func (s *scanner) centuries(i int) (Figure, bool) {
	n, ok := s.unsigned(i)
	if !ok || !n.whole(1, 30) || isDigit(s.at(i-1)) || s.at(i-1) == '第' {
		return Figure{}, false
	}
	begin := n.end
	if s.has(begin, "世纪") {
		begin += 2
	}
	at := s.toward(begin)
	until, ok := s.unsigned(at)
	if at == begin || !ok || !until.whole(1, 30) || !s.has(until.end, "世纪") || until.value.LessThanOrEqual(n.value) {
		return Figure{}, false
	}
	first, last := int(n.value.IntPart()-1)*100, int(until.value.IntPart())*100-1
	return Figure{Start: i, End: until.end + 2, Value: decimal.NewFromInt(int64(first)), High: decimal.NewFromInt(int64(last)), Kind: Date}, true
}

// decades reads 1960-70年代 and 1980至1990年代.
func (s *scanner) decades(i int) (Figure, bool) {
	n, ok := s.unsigned(i)
	if !ok || n.chinese || n.end-i != 4 || !n.whole(1000, 2099) || isDigit(s.at(i-1)) {
		return Figure{}, false
	}
	at := s.toward(n.end)
	until, ok := s.unsigned(at)
	if at == n.end || !ok || until.chinese || !s.has(until.end, "年代") || !until.whole(10, 2099) {
		return Figure{}, false
	}
	first, last := int(n.value.IntPart()), int(until.value.IntPart())
	if last < 100 {
		last += first / 100 * 100
	}
	if first%10 != 0 || last%10 != 0 || last <= first {
		return Figure{}, false
	}
	return Figure{Start: i, End: until.end + 2, Value: decimal.NewFromInt(int64(first)), High: decimal.NewFromInt(int64(last + 9)), Kind: Date}, true
}
