package wording

import (
	"slices"
	"strings"

	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
)

// ArticleText is all that an article says, folded.
func ArticleText(a *news.Article) string {
	var out strings.Builder
	out.WriteString(a.Title + "\n" + a.Source)
	for _, p := range a.Paragraphs {
		out.WriteString("\n" + p.Text)
	}
	return LongForm(hanzi.Fold(out.String()))
}

// Terms are the terms of a question, always in the same order, since sums of
// floats depend on it.
type Terms []retrieval.Term

// Holds says that a term is among the words.
func (w Terms) Holds(term string) bool {
	for _, t := range w {
		if t.Text == term {
			return true
		}
	}
	return false
}

// Share is what part of the words, by their rarity, is credited: 0…1.
func (w Terms) Share(credit func(term string) float64) float64 {
	var sum, total float64
	for _, term := range w {
		total += term.Rarity
		sum += term.Rarity * credit(term.Text)
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// TermSet are the terms of a text, with short forms of the news as what they are short
// for; it must not be changed.
func TermSet(snapshot *retrieval.Snapshot, text string) map[string]bool {
	return snapshot.TermSet(text, LongForm)
}

// TermsAmong are the terms of a text as far as they may be among some words: all, or
// none where it holds none of these, which is told without taking it apart.
func TermsAmong(snapshot *retrieval.Snapshot, words Terms, text string) map[string]bool {
	if set, known := snapshot.KnownTermSet(text); known {
		return set
	}
	if !words.MayStandIn(LongForm(text)) {
		return nil
	}
	return TermSet(snapshot, text)
}

// MayStandIn is false where none of the words is a term of a text.
func (w Terms) MayStandIn(text string) bool { return w.AnyIn(undivided.Replace(hanzi.Fold(text))) }

// undivided removes what may part the digits of a figure, which as a term has none of it.
var undivided = strings.NewReplacer(" ", "", ",", "")

// AllOrNothing is the share that a yes or a no comes to: 1 or 0.
func AllOrNothing(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// OfNothing is what a question that names no thing gets.
const OfNothing = 0.7

// HeldShare is the share of a question's head that a text holds.
func HeldShare(snapshot *retrieval.Snapshot, head Terms, text string) float64 {
	return head.HeldIn(TermsAmong(snapshot, head, text))
}

// HeldIn is the share of a question's head that is among some terms.
func (w Terms) HeldIn(terms map[string]bool) float64 {
	if len(w) == 0 {
		return OfNothing
	}
	return w.Share(func(term string) float64 { return AllOrNothing(terms[term]) })
}

// Unsaid is the share of nouns that an article says nowhere; its text is folded.
func Unsaid(nouns []string, article string) float64 {
	if len(nouns) == 0 {
		return 0
	}
	missing := 0
	for _, n := range nouns {
		if !strings.Contains(article, n) && !(isCode(n) && strings.Contains(unhyphened.Replace(article), n)) { // f16 of F-16
			missing++
		}
	}
	return float64(missing) / float64(len(nouns))
}

// unhyphened leaves out what parts a name of letters and digits for some.
var unhyphened = strings.NewReplacer("-", "", " ", "")

func isCode(noun string) bool { return coded.MatchString(noun) }

// AnyIn says that a folded text holds one of the terms.
func (w Terms) AnyIn(text string) bool {
	return slices.ContainsFunc(w, func(t retrieval.Term) bool { return strings.Contains(text, t.Text) })
}

// HeldBy is the share of the words that a text holds.
func (w Terms) HeldBy(snapshot *retrieval.Snapshot, text string) float64 {
	terms := TermsAmong(snapshot, w, text)
	return w.Share(func(term string) float64 { return AllOrNothing(terms[term]) })
}
