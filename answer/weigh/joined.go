package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
	"youju/retrieval/ledger"
)

// joined are the figures of a paragraph; where a time is asked for, a date and the
// parts of it that stand right behind (4月25日 + 上午10时, 2001年的 + 9月11日) are one.
func joined(r asking.Reading, entries []ledger.Entry, text []rune) []ledger.Entry {
	if r.Asks == asking.Year || r.Asks == asking.Date {
		entries = withReckoning(entries, text)
	}
	if r.Asks == asking.Year && !strings.Contains(r.Raw, "哪几年") {
		return withEnds(entries, text)
	}
	if asking.AsksNights(r) {
		return withNights(entries, text)
	}
	if r.Asks != asking.Date {
		return entries
	}
	if asking.AsksHours(r) {
		entries = withClosing(entries, text)
	}
	var out []ledger.Entry
	for i, e := range entries {
		if longAgo(e.Figure, text) {
			e.Kind = figure.Date
		}
		if n := len(out) - 1; n >= 0 && e.Kind == figure.Date && out[n].Kind == figure.Date && (joint(text[out[n].End:e.Start]) || reckoned(out[n], entries[i:], text)) {
			last := &out[n]
			last.End, last.Text = e.End, string(text[last.Start:e.End])
			last.When = figure.When{Year: max(last.When.Year, e.When.Year), Month: max(last.When.Month, e.When.Month), Day: max(last.When.Day, e.When.Day), Clock: max(last.When.Clock, e.When.Clock)}
			continue
		}
		out = append(out, e)
	}
	return out
}

// withReckoning makes one of a year of an era and that of our calendar in brackets behind it:
// 天命六年（1621年）.
func withReckoning(entries []ledger.Entry, text []rune) []ledger.Entry {
	var out []ledger.Entry
	for _, e := range entries {
		n := len(out) - 1
		if n < 0 || e.Kind != figure.Date || out[n].Kind != figure.Date || e.When.Year == 0 || isDigit(text[out[n].Start]) || !opens(text[out[n].End:e.Start]) || e.End >= len(text) || !closes(text[e.End:e.End+1]) {
			out = append(out, e)
			continue
		}
		last := &out[n]
		last.End, last.Text = e.End+1, string(text[last.Start:e.End+1])
		last.Value, last.High, last.When.Year = e.Value, e.High, e.When.Year
	}
	return out
}

// withNights makes one of some days and the nights right behind them: 8天7晚.
func withNights(entries []ledger.Entry, text []rune) []ledger.Entry {
	var out []ledger.Entry
	for _, e := range entries {
		if n := len(out) - 1; n >= 0 && out[n].End == e.Start && days[out[n].Unit] && nights[e.Unit] {
			out[n].End, out[n].Text = e.End, string(text[out[n].Start:e.End])
			continue
		}
		out = append(out, e)
	}
	return out
}

// withClosing makes one of two hours between which something lasts: 早上8时至次日凌晨2时.
func withClosing(entries []ledger.Entry, text []rune) []ledger.Entry {
	var out []ledger.Entry
	for _, e := range entries {
		n := len(out) - 1
		if n >= 0 && e.Kind == figure.Date && e.When.Clock != "" && out[n].When.Clock != "" && out[n].Until == (figure.When{}) && until.MatchString(string(text[out[n].End:e.Start])) {
			out[n].End, out[n].Text, out[n].Until = e.End, string(text[out[n].Start:e.End]), e.When
			continue
		}
		out = append(out, e)
	}
	return out
}

var until = pattern.Compile(`^([至到—–~～-]+)(次日|第二天|翌日|当天|当日)?$`)

// days and nights are the units of such a stretch.
var (
	days   = map[string]bool{"天": true, "日": true}
	nights = map[string]bool{"晚": true, "夜": true}
)

// opens and closes say that what stands between figures is a bracket, alone or behind a space.
func opens(between []rune) bool {
	s := strings.TrimSpace(string(between))
	return s == "（" || s == "("
}

func closes(between []rune) bool { s := string(between); return s == "）" || s == ")" }

// longAgo says that a length of time says when something was: 距今74000年, 22000年前.
func longAgo(f figure.Figure, text []rune) bool {
	if f.Kind != figure.Duration || f.Unit != "年" {
		return false
	}
	before, behind := string(text[max(0, f.Start-3):f.Start]), string(text[f.End:min(len(text), f.End+2)])
	return strings.Contains(before, "距今") || strings.HasPrefix(behind, "前") || behind == "以前" || behind == "之前"
}

// reckoned says that a date goes on with the first of those behind it, in brackets by
// another reckoning, and with what follows: 大宝二年（551年）六月二十二日.
func reckoned(before ledger.Entry, behind []ledger.Entry, text []rune) bool {
	if opens(text[before.End:behind[0].Start]) {
		return len(behind) > 1 && behind[1].Kind == figure.Date && behind[1].When.Year == 0 && closes(text[behind[0].End:behind[1].Start])
	}
	return before.When.Year != 0 && behind[0].When.Year == 0 && closes(text[before.End:behind[0].Start]) && strings.ContainsAny(before.Text, "（(")
}

// withEnds adds the ends of spans of time to the figures, since a year that is
// asked for may be either (从1951年12月至1958年7月).
func withEnds(entries []ledger.Entry, text []rune) []ledger.Entry {
	var out []ledger.Entry
	for _, e := range entries {
		at := -1
		if e.Kind == figure.Date {
			at = slices.IndexFunc(text[e.Start:e.End], func(r rune) bool { return strings.ContainsRune(UntilWords, r) })
		}
		if at <= 0 || e.Start+at+1 >= e.End {
			out = append(out, e)
			continue
		}
		for _, part := range [][2]int{{e.Start, e.Start + at}, {e.Start + at + 1, e.End}} {
			for _, f := range figure.Find(string(text[part[0]:part[1]])) {
				end := e
				end.Figure = f
				end.Start, end.End = f.Start+part[0], f.End+part[0]
				out = append(out, end)
			}
		}
	}
	return out
}

// joint says that what stands between two dates makes them one.
func joint(between []rune) bool {
	s := string(between)
	return s == "" || s == "的" || s == " "
}
