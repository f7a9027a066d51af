package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// placeless is a question less the one place that it names.
type placeless struct {
	place naming.Name
	words wording.Terms
}

// withoutPlace parts a question from the one place or zone that it names; the words are none
// where it names none, or several.
func withoutPlace(snapshot *retrieval.Snapshot, r asking.Reading, asked wording.Terms) placeless {
	names := asking.NamesAsked(snapshot, r)
	if len(names) != 1 || len(r.Context) > 0 {
		return placeless{}
	}
	words := slices.DeleteFunc(slices.Clone(asked), func(t retrieval.Term) bool { return strings.Contains(hanzi.Fold(names[0].Shown), t.Text) })
	return placeless{names[0], words}
}

// aboutRunes is how far into an article a place stands that it is about.
const aboutRunes = 60

// plain says that the figure's clause holds all words of a question but its place, which its
// article is about: 全市地区生产总值达3802亿元 in one on 曲靖 that begins with its name.
func (c Candidate) plain(snapshot *retrieval.Snapshot, asked placeless) bool {
	if len(asked.words) == 0 || c.Features.Metric < 1 {
		return false
	}
	a := c.Sentence.Source.Article
	head := []rune(a.Title)
	if len(a.Paragraphs) > 0 {
		first := []rune(a.Paragraphs[0].Text)
		head = append(head, first[:min(aboutRunes, len(first))]...)
	}
	if !strings.Contains(hanzi.Fold(string(head)), asked.place.Key) {
		return false
	}
	own := wording.TermsAmong(snapshot, asked.words, string(c.Sentence.Text[c.Clause.Start:c.Clause.End]))
	return !slices.ContainsFunc(asked.words, func(t retrieval.Term) bool { return !own[t.Text] })
}
