// Package ledger reads what makes the figures of an article mean something:
// whose figure it is, what is measured, over which time, and which way it moved.
// It is read once, from the text alone; everything said about figures later is
// looked up here.
package ledger

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/figure"
	"youju/hanzi"
)

// Entry is one figure of a paragraph with what makes it mean something. What is
// not known is empty, never guessed from outside of the article.
type Entry struct {
	figure.Figure                 // offsets in runes of the paragraph's text
	Article, Paragraph string     // ids
	Sentence, Clause   hanzi.Span // the sentence and the clause that hold the figure; runes of the paragraph
	Entity             string     // whose figure it is, in its fullest form nearby
	Metric             string     // what is measured; of a count, what is counted
	Period             Period
	Direction          string // "up" or "down", behind 同比, 环比 or 累计 where said; "" where it is no change
	Scope              string // 累计, 当月, 全省 …: two figures of unlike scope may not be compared
}

// Falls says that the figure is a change downwards, which it prints without a sign.
func (e Entry) Falls() bool { return strings.HasSuffix(e.Direction, "down") }

// Signed is the value, below zero for a change downwards.
func (e Entry) Signed() decimal.Decimal {
	if e.Falls() {
		return e.Value.Neg()
	}
	return e.Value
}

// Ledger holds entries in the order of the text, by paragraph, metric and
// entity. It never changes once made.
type Ledger struct {
	entries  []Entry
	byPlace  map[string][]Entry // of a paragraph: a part of entries
	byMetric map[string][]int
	byEntity map[string][]int
}

// New makes a ledger. Entries of one paragraph must stand together.
func New(entries []Entry) *Ledger {
	l := &Ledger{entries: entries, byPlace: map[string][]Entry{}, byMetric: map[string][]int{}, byEntity: map[string][]int{}}
	for start := 0; start < len(entries); {
		end := start + 1
		for end < len(entries) && entries[end].Paragraph == entries[start].Paragraph {
			end++
		}
		l.byPlace[entries[start].Paragraph] = entries[start:end:end]
		start = end
	}
	for i, e := range entries {
		if key := Key(e.Metric); key != "" {
			l.byMetric[key] = append(l.byMetric[key], i)
		}
		if key := Key(e.Entity); key != "" {
			l.byEntity[key] = append(l.byEntity[key], i)
		}
	}
	return l
}

// All returns every entry in the order of the text; it must not be changed.
func (l *Ledger) All() []Entry { return l.entries }

// Of returns the entries of a paragraph in the order of its text.
func (l *Ledger) Of(paragraph string) []Entry { return l.byPlace[paragraph] }

// WithMetric returns the entries whose metric has the same Key.
func (l *Ledger) WithMetric(metric string) []Entry { return l.pick(l.byMetric[Key(metric)]) }

// WithEntity returns the entries whose entity has the same Key.
func (l *Ledger) WithEntity(entity string) []Entry { return l.pick(l.byEntity[Key(entity)]) }

func (l *Ledger) pick(places []int) []Entry {
	out := make([]Entry, len(places))
	for i, at := range places {
		out[i] = l.entries[at]
	}
	return out
}

// Key is the form in which names of metrics and entities are compared: folded,
// without spaces, quotation marks and 的.
func Key(name string) string {
	key := make([]rune, 0, len(name))
	for _, r := range hanzi.FoldRunes([]rune(name)) {
		switch r {
		case ' ', '的', '“', '”', '"', '「', '」', '‘', '’', '\'':
		default:
			key = append(key, r)
		}
	}
	return string(key)
}
