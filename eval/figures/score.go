package figures

import (
	"fmt"
	"sort"
	"strings"

	"youju/retrieval/ledger"
)

// Columns are what is measured, in the order of a report.
func Columns() []string {
	return []string{"span", "value", "unit", "kind", "direction", "entity+metric", "entity", "metric", "exact", "period"}
}

// Score counts right pairs, labels and figures of a column.
type Score struct {
	Right, Labels, Found int
}

// Precision is the share of figures that are right; 0 where there are none.
func (s Score) Precision() float64 { return share(s.Right, s.Found) }

// Recall is the share of labels that were met; 0 where there are none.
func (s Score) Recall() float64 { return share(s.Right, s.Labels) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Report is a score a column, and the pairs that it was made from.
type Report struct {
	Scores map[string]Score
	Pairs  []Pair
}

// Pair is a label and the figure that overlaps it; either may be nil. Wrong names
// the columns in which they differ.
type Pair struct {
	Label *Label
	Entry *ledger.Entry
	Wrong []string
}

// Compare measures the entries of the sample's windows.
func (s Sample) Compare(found map[Window][]ledger.Entry) Report {
	var pairs []Pair
	for _, w := range s.Windows {
		pairs = append(pairs, match(s.in(w), found[w])...)
	}
	return newReport(pairs)
}

// Only is the report over the figures that are labelled, or not labelled but read,
// as one kind.
func (r Report) Only(kind string) Report {
	var pairs []Pair
	for _, p := range r.Pairs {
		if p.Label != nil && p.Label.Kind == kind || p.Label == nil && string(p.Entry.Kind) == kind {
			pairs = append(pairs, Pair{Label: p.Label, Entry: p.Entry})
		}
	}
	return newReport(pairs)
}

func newReport(pairs []Pair) Report {
	report := Report{Scores: map[string]Score{}, Pairs: pairs}
	for i := range pairs {
		p := &pairs[i]
		for _, column := range Columns() {
			score := report.Scores[column]
			if p.Label != nil {
				score.Labels++
			}
			if p.Entry != nil {
				score.Found++
			}
			if p.right(column) {
				score.Right++
			} else {
				p.Wrong = append(p.Wrong, column)
			}
			report.Scores[column] = score
		}
	}
	return report
}

func (s Sample) in(w Window) []Label {
	var out []Label
	for _, l := range s.Labels {
		if l.Set == w.Set && l.ID == w.ID && l.Start >= w.Start && l.End <= w.End {
			out = append(out, l)
		}
	}
	return out
}

// match pairs labels with figures, the largest overlap first.
func match(labels []Label, entries []ledger.Entry) []Pair {
	type couple struct{ label, entry, overlap int }
	var couples []couple
	for i, l := range labels {
		for j, e := range entries {
			if n := min(l.End, e.End) - max(l.Start, e.Start); n > 0 {
				couples = append(couples, couple{i, j, n})
			}
		}
	}
	sort.SliceStable(couples, func(i, j int) bool { return couples[i].overlap > couples[j].overlap })
	partner, taken := map[int]int{}, map[int]bool{}
	for _, c := range couples {
		if _, ok := partner[c.label]; !ok && !taken[c.entry] {
			partner[c.label], taken[c.entry] = c.entry, true
		}
	}
	var pairs []Pair
	for i := range labels {
		p := Pair{Label: &labels[i]}
		if j, ok := partner[i]; ok {
			p.Entry = &entries[j]
		}
		pairs = append(pairs, p)
	}
	for j := range entries {
		if !taken[j] {
			pairs = append(pairs, Pair{Entry: &entries[j]})
		}
	}
	return pairs
}

// String writes both sides, the label first.
func (p Pair) String() string {
	var b strings.Builder
	if l := p.Label; l != nil {
		fmt.Fprintf(&b, "%s/%s@%d-%d label %s|%s|%s|%s|%s|%s|%s", l.Set, l.ID, l.Start, l.End, l.Value, l.Unit, l.Kind, l.Entity, l.Metric, l.Period, l.Direction)
	}
	if e := p.Entry; e != nil {
		fmt.Fprintf(&b, "\n  %s@%d-%d read  %s|%s|%s|%s|%s|%s|%s (%s)", e.Paragraph, e.Start, e.End, e.Plain(), e.Unit, e.Kind, e.Entity, e.Metric, e.Period.Text, e.Direction, e.Text)
	}
	return strings.TrimSpace(b.String())
}

// right says whether the two agree in a column.
func (p Pair) right(column string) bool {
	if p.Label == nil || p.Entry == nil {
		return false
	}
	l, e := p.Label, p.Entry
	switch column {
	case "span":
		return l.Start == e.Start && l.End == e.End
	case "value":
		return sameValue(l.Value, e.Plain())
	case "unit":
		return sameUnit(l.Unit, e.Unit)
	case "kind":
		return l.Kind == string(e.Kind)
	case "direction":
		return l.Direction == e.Direction
	case "entity+metric":
		return sameSubject(l.Entity, l.Metric, e.Entity, e.Metric)
	case "entity":
		return sameWords(l.Entity, e.Entity, heldShare)
	case "metric":
		return sameWords(l.Metric, e.Metric, heldShare)
	case "exact":
		return sameFolded(l.Entity, e.Entity) && sameFolded(l.Metric, e.Metric)
	}
	return samePeriod(l.Period, e.Period.Text)
}
