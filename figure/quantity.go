package figure

import (
	"strings"

	"github.com/shopspring/decimal"
)

// quantity reads a number with its unit, and a range: 2103家, 5%-8%, 3至5年.
func (s *scanner) quantity(i int) (Figure, bool) {
	n, ok := s.number(i)
	if !ok || n.chinese && !s.numeralCounts(i, n) {
		return Figure{}, false
	}
	if (s.at(i) == '-' || s.at(i) == '+') && (isDigit(s.at(i-1)) || isLatin(s.at(i-1)) || s.at(i-1) == '%') {
		return Figure{}, false
	}
	u, end := s.unitAt(s.skipSpace(n.end))
	if u.name == "" {
		end = n.end
	}
	f := Figure{Start: i, End: end, Value: n.value, High: n.value, Unit: u.name, Kind: u.kind, Qualifier: n.more}
	if f.Kind == "" {
		f.Kind = Count
	}
	s.tenths(&f)
	s.moreBehind(&f)
	s.upTo(&f)
	s.half(&f)
	if f.Qualifier == "" {
		f.Qualifier = s.qualifierBefore(i)
	}
	f.Kind = s.changeOrShare(f)
	return f, true
}

// numeralCounts says that Chinese numerals are a figure and not a part of a word:
// 三家 is, 一起, 万一 and 十分 are not.
func (s *scanner) numeralCounts(i int, n number) bool {
	if n.digits == 0 || s.inWord(i, n.end) {
		return false
	}
	at := s.skipSpace(n.end)
	u, _ := s.unitAt(at)
	first := s.at(i)
	switch {
	case n.digits == 1 && isPlainDigit(first):
		if first == '零' || first == '〇' || u.name == "" {
			return false
		}
		return !onlyDigits[string(s.folded[at:at+1])] && (first != '一' || oneCounts[u.name]) || longUnit(s, at)
	case n.digits == 1: // 十 百 千 万 亿 alone
		return first == '十' && u.name != "" && !onlyDigits[u.name] || u.name != "" && s.qualifierBefore(i) != ""
	}
	return u.name != "" || scaleOf[s.at(n.end-1)] > 0 || n.digits >= 3
}

// longUnit says that the unit at i has two characters or more, so that even 一
// before it is a figure: 一公里, 三公里.
func longUnit(s *scanner, i int) bool {
	u, end := s.unitAt(i)
	return u.name != "" && end-i >= 2
}

// oneCounts are units with which 一 is a figure and not an article.
var oneCounts = map[string]bool{"年": true, "月": true, "周": true, "天": true, "小时": true, "倍": true, "番": true, "成": true, "元": true, "名": true, "人": true, "次": true}

// wordsWithNumerals are common words that hold a numeral and are no figures.
var wordsWithNumerals = strings.Fields(`一些 一样 一般 一种 一面 一方 一点 一直 一起 一定 一旦 一切 一致 一律 一贯 一再 一向 一系列 一体 一流 一线 一手 一度 一时 一边 一带 一路 一举 一同 一并 一心 一生 一连 一番 一代
统一 唯一 单一 万一 之一 同一 逐一 专一 合一 星期一 星期二 星期三 星期四 星期五 星期六 周一 周二 周三 周四 周五 周六 礼拜一 十分 十足 千万别 千方百计 百分点 百姓 百货 百度 百科 百年 万物 万众 万能 万达 万科 亿万 千古 千里马
四川 三亚 九江 三峡 五四 六安 三门峡 四平 五台 九寨沟 七夕 八卦 八达岭 三星 三国 四季 四周 四处 四面 三角 五官 五金 十字 八角 七喜 三维 二手 二战 一战 二维 三明 五常 五大连池 万里长城 百里 九龙 三藩 两岸 两国 两会 两者 两地 两侧 两极 两栖 两院 一一 一二 二氧化 三氧化 四氧化 五角 五星 六合 七大 两伊 三农 三文 三胞 三者 一者 二者 两方 双方 一阵 一段 一行 一天 一年一度 一番话 零售 零部件 零件 零星 零食 万象 千叶 百老汇 百慕大 十字军 四合院 一号 一把手`)

// inWord says that [start,end) lies in or crosses one of those words.
func (s *scanner) inWord(start, end int) bool {
	for i := max(0, start-3); i < end; i++ {
		for _, w := range wordsByFirst[s.at(i)] {
			n := len([]rune(w))
			if i+n > start && s.has(i, w) && (i+n >= end || i <= start && i+n > start) {
				return true
			}
		}
	}
	return false
}

// wordsByFirst keys wordsWithNumerals by their first character.
var wordsByFirst = func() map[rune][]string {
	byFirst := map[rune][]string{}
	for _, w := range wordsWithNumerals {
		r := []rune(w)[0]
		byFirst[r] = append(byFirst[r], w)
	}
	return byFirst
}()

// tenths turns 三成半 and 九折 into per cent; 三折 means 30 % of the price.
func (s *scanner) tenths(f *Figure) {
	if f.Unit != "成" && f.Unit != "折" {
		return
	}
	if s.at(f.End) == '半' {
		f.Value, f.End = f.Value.Add(decimal.New(5, -1)), f.End+1
	}
	if f.Value.GreaterThan(decimal.NewFromInt(10)) { // 三五折 and 85折 are read in digits
		f.Value = f.Value.Shift(-1)
	}
	f.Value = f.Value.Shift(1)
	f.High, f.Unit, f.Kind = f.Value, "%", Share
}

// moreBehind takes 多, 余 behind the unit: 3年多, 两公里多.
func (s *scanner) moreBehind(f *Figure) {
	if r := s.at(f.End); (r == '多' || r == '余') && f.Unit != "" && f.Qualifier == "" && !isHanWordAfter(s, f.End) {
		f.Qualifier = string(r)
	}
}

func isHanWordAfter(s *scanner, i int) bool {
	return s.longest(i, []string{"多家", "多个", "多次", "多项", "多种", "多名", "多样", "多数", "多元", "多少", "余下"}) != ""
}

// half takes 半 behind a measure: 3个半小时 is left alone, 两年半 is 2.5 years.
func (s *scanner) half(f *Figure) {
	if s.at(f.End) == '半' && (f.Kind == Duration || f.Kind == Amount || f.Unit == "倍") && f.Unit != "" {
		f.Value, f.End = f.Value.Add(decimal.New(5, -1)), f.End+1
		f.High = f.Value
	}
}

// upTo reads the upper end of a range: 5%-8%, 3至5年, 100~200家, 5万到8万元.
func (s *scanner) upTo(f *Figure) {
	i := s.skipSpace(f.End)
	switch s.at(i) {
	case '-', '~', '—', '–', '至', '到', '∼', '-' + 0xFEE0:
	default:
		return
	}
	i++
	if s.at(i) == '—' {
		i++
	}
	if !isDigit(s.at(i)) && !isPlainDigit(s.at(i)) || isDigit(s.at(f.Start)) != isDigit(s.at(i)) {
		return
	}
	n, ok := s.number(i)
	if !ok || n.more != "" {
		return
	}
	u, end := s.unitAt(s.skipSpace(n.end))
	if u.name == "" || f.Unit != "" && u.name != f.Unit || !n.value.GreaterThan(f.Value) {
		return
	}
	if f.Unit == "" { // 3至5万元: the scale is said once for both ends
		if scale := s.sharedScale(i, n); n.value.GreaterThan(f.Value.Mul(scale)) {
			f.Value = f.Value.Mul(scale)
		}
	}
	f.High, f.End, f.Unit, f.Kind = n.value, end, u.name, u.kind
}

// sharedScale is what the scales behind the digits at i multiply them by.
func (s *scanner) sharedScale(i int, n number) decimal.Decimal {
	if n.chinese {
		return decimal.NewFromInt(1)
	}
	plain, _ := s.plainDigits(i)
	if plain.IsZero() {
		return decimal.NewFromInt(1)
	}
	return n.value.Div(plain)
}

var qualifiersBefore = []string{
	"约", "大约", "近", "将近", "接近", "超", "超过", "逾", "突破", "至少", "最少", "不少于", "不低于", "最高", "最多", "至多", "不超过", "不足", "不到",
	"高达", "多达", "上", "数", "达到", "约为", "约有", "约达", "大概", "仅", "只有", "最大", "最低", "低于", "高于", "大于", "小于",
}

// quietQualifiers stand before a figure but change nothing about its value.
var quietQualifiers = map[string]bool{"达到": true, "仅": true, "只有": true, "高达": true, "多达": true}

// qualifierBefore is the qualifier that ends at i, normalised; "" for none.
func (s *scanner) qualifierBefore(i int) string {
	best := ""
	for _, q := range qualifiersBefore {
		if n := len([]rune(q)); i >= n && len(q) > len(best) && s.has(i-n, q) {
			best = q
		}
	}
	if quietQualifiers[best] || best == "上" && isDigit(s.at(i)) {
		return ""
	}
	return best
}

// changeOrShare tells a growth rate from a share by the words before it.
func (s *scanner) changeOrShare(f Figure) Kind {
	if f.Kind != Share {
		return f.Kind
	}
	for i := f.Start - 1; i >= 0 && f.Start-i <= 8; i-- {
		switch s.at(i) {
		case '占':
			return Share
		case '增', '涨', '降', '减', '升', '跌', '滑', '缩':
			return Change
		case ',', '。', ';', '、':
			return Share
		}
	}
	return Share
}
