package figure

import "github.com/shopspring/decimal"

// scale takes one of 十 百 千 万 亿 兆.
func (r *numeralReader) scale(c rune) bool {
	size := scaleOf[c]
	if c == '兆' && r.at == r.start+1 && r.kept.end == r.at && !r.arabic && isScale(r.s.at(r.start)) { // 万兆
		return false
	}
	if r.inUnit(c) || c == '十' && r.arabic && r.has || r.arabic && r.last == 0 && !r.takesScale(c) {
		return false
	}
	if size >= 10_000 {
		return r.bigScale(size)
	}
	return r.smallScale(size)
}

// unitsOfScale begin with a scale that is a part of the unit, not of the number.
var unitsOfScale = []string{"千米", "千克", "千瓦", "千伏", "千卡", "千帕", "千赫", "千焦", "千字节", "千兆", "千比特", "千安", "千牛",
	"兆瓦", "兆赫", "兆帕", "兆字节", "兆比特", "兆焦", "兆伏", "兆头", "兆欧", "百兆", "百分点", "百帕"}

func (r *numeralReader) inUnit(c rune) bool {
	if c == '百' && r.s.has(r.at, "百分之") {
		return r.has || r.last > 0
	}
	return (c == '千' || c == '兆' || c == '百') && r.s.longest(r.at, unitsOfScale) != ""
}

// notScaled follow a number without being its scale: 2021百强, 2021万科.
var notScaled = []string{"百强", "百度", "百货", "百姓", "百科", "百年", "百花", "百日", "百佳", "百城", "千人计划", "千禧", "千禾",
	"万科", "万达", "万物", "万众", "万象", "万豪", "万向", "万圣", "万能", "万网", "万宁", "万里长城", "万国", "万州", "万华", "亿利", "亿纬"}

// takesScale says that digits may be followed by the scale: 3百 and 5万, but not
// 2020十大 nor 2021百强.
func (r *numeralReader) takesScale(c rune) bool {
	if r.s.longest(r.at, notScaled) != "" {
		return false
	}
	if c == '兆' { // in digits it is a unit: 100兆宽带
		u, _ := r.s.unitAt(r.at + 1)
		return u.kind == Amount || u.name == "倍"
	}
	if c == '千' && r.s.has(r.at+1, "公顷") { // 5460.66千公顷
		return true
	}
	return !(c == '百' && r.pendingRunes > 3) && !(c == '千' && r.pendingRunes > 4)
}

// smallScale takes 十, 百 or 千. One that is not below the last is the begin of
// another number: 三十 四百.
func (r *numeralReader) smallScale(size int64) bool {
	if r.lastSmall > 0 && size >= r.lastSmall {
		r.dropPending()
		return false
	}
	if !r.has && r.at > r.start && size != 10 && !r.zero {
		return false
	}
	times := decimal.NewFromInt(1)
	if r.has && !r.pending.IsZero() {
		times = r.pending
	}
	scale := decimal.NewFromInt(size)
	r.section, r.gap = r.section.Add(times.Mul(scale)), r.gap.Mul(scale)
	r.closed(size)
	r.lastSmall = size
	return true
}

// bigScale takes 万, 亿 or 兆: it multiplies what stands since the last greater
// one, or another such scale right before it (万亿).
func (r *numeralReader) bigScale(size int64) bool {
	scale, sum := decimal.NewFromInt(size), r.section
	if r.has {
		sum = sum.Add(r.pending)
	}
	switch {
	case r.at == r.start:
		if isNumeral(r.s.at(r.at + 1)) { // 万一
			return false
		}
		r.total = scale
	case r.big && sum.IsZero() && !r.has:
		r.total = r.total.Mul(scale)
	case sum.IsZero():
		return false
	case r.total.IsPositive() && r.total.LessThan(scale):
		r.total = r.total.Add(sum).Mul(scale)
	default:
		r.total = r.total.Add(sum.Mul(scale))
	}
	r.section, r.gap = decimal.Zero, r.gap.Mul(scale)
	r.closed(size)
	r.lastSmall, r.big = 0, true
	return true
}

// closed says that a scale was taken.
func (r *numeralReader) closed(size int64) {
	r.pending, r.has, r.zero, r.big = decimal.Zero, false, false, false
	r.last = size
	r.at++
	r.count++
	r.kept = r.number()
	r.count--
}

// dropPending takes back digits that turned out to begin another number.
func (r *numeralReader) dropPending() {
	if r.has {
		r.at, r.has, r.count = r.kept.end, false, r.kept.runes
		r.more, r.gap, r.zero = r.kept.more, r.kept.high.Sub(r.kept.value), false
	}
}

// closeTail gives a digit behind a scale the next lower one, where no 零 parts
// them: 一千三 is 1300, 一千零三 1003.
func (r *numeralReader) closeTail() {
	if !r.has || r.zero || r.last < 100 || r.pendingRunes != 1 || !r.pending.IsPositive() {
		return
	}
	lower := decimal.NewFromInt(r.last / 10)
	r.pending, r.gap = r.pending.Mul(lower), r.gap.Mul(lower)
}

// decimals reads the 点八 of 一点八万; not the 点二十 of a time of day.
func (r *numeralReader) decimals(n *number) {
	s := r.s
	if r.arabic || n.more != "" || s.at(n.end) != '点' || !isNumeral(s.at(n.end+1)) || s.at(n.end+1) == '两' {
		return
	}
	place, value, i := decimal.New(1, -1), n.value, n.end+1
	for ; isNumeral(s.at(i)) && s.at(i) != '两' && i-n.end < longestNumber; i++ {
		value = value.Add(place.Mul(decimal.NewFromInt(digitOf[s.at(i)])))
		place = place.Shift(-1)
	}
	if after := s.at(i); after == '十' || after == '刻' || after == '分' && s.at(i+1) != '之' && i-n.end == 2 {
		return
	}
	n.value, n.high, n.plain = value, value, value
	n.runes, n.end = n.runes+i-n.end, i
	scaled := numeralReader{s: s, start: r.start, at: i, pending: value, has: true, pendingRunes: 2}
	for scaled.count < 3 && isScale(s.at(scaled.at)) && scaleOf[s.at(scaled.at)] >= 10_000 && scaled.scale(s.at(scaled.at)) {
		scaled.count++
	}
	if scaled.count > 0 {
		m := scaled.number()
		m.runes += n.runes
		*n = m
	}
}
