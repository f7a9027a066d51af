package say

import (
	"slices"
	"strings"
	"unicode"

	"youju/answer/derive"
	"youju/lang"
)

// Comparison is what an answer sets against each other: its figures of one unit,
// printed and worked out. It says nothing that the answer does not hold.
type Comparison struct {
	Unit    string
	Rows    []Row
	Covered string // what the answer says of the articles that were looked at; may be empty
}

// Row is a figure of a comparison.
type Row struct {
	Label      string // words of the answer before the figure, or what the ledger says that it is
	Text       string // as it is said
	Value      string // decimal, in the comparison's unit
	Period     string // may be empty
	Expression string // how it was worked out; empty for a quoted figure
	Falls      bool   // it is a change downwards, which Text and Value do not show
	Figure     int    // index into Answer.Figures; -1 for one that was worked out
	Citations  []int  // numbers of the citations that prove it, or its operands
}

// Compare is the comparison that an answer makes; ok is false where it makes none:
// where fewer than two of its figures have the same unit and are said by
// themselves, each with its citation, and not within words that are quoted.
func (a Answer) Compare() (c Comparison, ok bool) {
	said := a.saidAlone()
	rows := map[string][]Row{}
	var units []string
	add := func(unit string, r Row) {
		if !slices.Contains(units, unit) {
			units = append(units, unit)
		}
		rows[unit] = append(rows[unit], r)
	}
	for i, f := range a.Figures {
		if before, alone := said[i]; alone && f.Unit != "" && f.Value != "" {
			add(f.Unit, Row{Label: a.label(before, f), Text: f.Text, Value: f.Value, Period: deref(f.Period), Falls: f.Falls, Figure: i, Citations: []int{f.Citation}})
		}
	}
	for _, d := range a.Derived {
		if derive.Op(d.Op) != derive.Count && derive.Op(d.Op) != derive.Convert && slices.Contains(units, d.Unit) {
			add(d.Unit, a.derivedRow(d))
		}
	}
	for _, unit := range units {
		if len(rows[unit]) > max(1, len(c.Rows)) {
			c = Comparison{Unit: unit, Rows: rows[unit]}
		}
	}
	c.Covered = a.covered()
	return c, len(c.Rows) > 1
}

func (a Answer) derivedRow(d Derived) Row {
	r := Row{Text: d.Text, Value: d.Value, Expression: d.Expression, Figure: -1}
	for _, l := range lang.All() {
		if about := l.Say("answer.about") + d.Text; strings.Contains(a.Text, about) {
			r.Text = about
		}
	}
	for _, i := range d.Operands {
		if n := a.Figures[i].Citation; !slices.Contains(r.Citations, n) {
			r.Citations = append(r.Citations, n)
		}
	}
	return r
}

// saidAlone has for each figure that stands before a citation's marker of its own
// the words before it, each time. Those of a quoted clause stand there without.
func (a Answer) saidAlone() map[int][]string {
	text := []rune(a.Text)
	said := map[int][]string{}
	from := 0
	for i, m := range a.Marks {
		if m.Start < from || m.End > len(text) || m.Figure < 0 || m.Figure >= len(a.Figures) {
			continue
		}
		next := len(text)
		if i+1 < len(a.Marks) && a.Marks[i+1].Start >= m.End {
			next = a.Marks[i+1].Start
		}
		if after, _, _ := strings.Cut(string(text[m.End:next]), "\n"); marker.MatchString(after) {
			said[m.Figure] = append(said[m.Figure], string(text[from:m.Start]))
		}
		from = m.End
	}
	return said
}

// label is the first of the words before a figure that say what it is. Where none
// does, and only a result stands there, the ledger says it.
func (a Answer) label(before []string, f Figure) string {
	for _, words := range before {
		label := lastWords(words)
		result := func(d Derived) bool { return strings.HasSuffix(label, d.Text) }
		if len([]rune(label)) > 1 && !slices.ContainsFunc(a.Derived, result) {
			return label
		}
	}
	return deref(f.Entity) + deref(f.Metric)
}

// lastWords are those that follow the last marker, line or sentence.
func lastWords(before string) string {
	if all := marker.FindAllStringIndex(before, -1); len(all) > 0 {
		before = before[all[len(all)-1][1]:]
	}
	words := trimLabel(before)
	for _, end := range []string{"\n", "。", "；", "："} {
		if i := strings.LastIndex(words, end); i >= 0 {
			words = trimLabel(words[i+len(end):])
		}
	}
	return words
}

// trimLabel takes off what joins a name and its figure.
func trimLabel(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("：:，,。；;、（(）)+−÷=", r)
	})
	return strings.TrimSuffix(strings.TrimSuffix(s, "的有"), "是")
}

// covered is the line that says how many articles were looked at.
func (a Answer) covered() string {
	for _, d := range a.Derived {
		if derive.Op(d.Op) != derive.Count {
			continue
		}
		if i := strings.LastIndex(a.Text, d.Text); i >= 0 {
			line := a.Text[strings.LastIndexAny(a.Text[:i], "\n]")+1:]
			line, _, _ = strings.Cut(line, "\n")
			return strings.Trim(strings.TrimSpace(line), "（）()")
		}
	}
	return ""
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
