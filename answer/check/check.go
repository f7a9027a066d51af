// Package check is the fact check: the figures of somebody's text against what the articles print of the
// same thing. What it shows of them passes the gate's proofs.
package check

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"youju/answer/gate"
	"youju/answer/say"
	"youju/answer/weigh"
	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// Verdict is what the articles say of a figure of somebody's text.
type Verdict string

const (
	Same      Verdict = "same"      // they print it
	Rounded   Verdict = "rounded"   // they print it more precisely, or bear its 约 or 超 out
	Different Verdict = "different" // of the same thing and time they print another
	Unknown   Verdict = "unknown"   // they do not say
)

// Checked is a figure of a text and what the articles say of it. Its JSON form is
// the contract's.
type Checked struct {
	Text    string  `json:"text"`
	Start   int     `json:"start"` // in runes of the text that was given
	End     int     `json:"end"`
	Verdict Verdict `json:"verdict"`
	// Figure is the articles' own; nil where the verdict is Unknown.
	Figure *say.Figure `json:"figure"`
	// Citations are numbered from 1 for each figure: the sentence of Figure and,
	// where another sentence of the article says the period, that one.
	Citations []say.Citation `json:"citations"`
}

// Text compares each figure of a text, which is taken to be about the articles,
// with what they print of the same thing: names and identifiers that only look
// like figures are left out. It holds one snapshot from its first step to its last.
// An error means that it could not be tried.
func Text(ctx context.Context, corpus *retrieval.Corpus, text string) ([]Checked, error) {
	snapshot := corpus.Snapshot()
	given := []rune(text)
	article, starts := asArticle(string(given))
	entries, err := corpus.ReadFigures(article)
	if err != nil {
		return nil, fmt.Errorf("check a text: %w", err)
	}
	c := checker{snapshot: snapshot, lines: map[string][]rune{}, found: map[string][]fact{}}
	for _, p := range article.Paragraphs {
		c.lines[p.ID] = []rune(p.Text)
	}
	var out []Checked
	for _, sentence := range bySentence(entries) {
		checked, err := c.sentence(ctx, sentence)
		if err == nil && !allSame(checked) {
			err = c.byItself(ctx, corpus, sentence[0], checked)
		}
		if err != nil {
			return nil, fmt.Errorf("check a text: %w", err)
		}
		for i := range checked {
			checked[i].Start += starts[sentence[i].Paragraph]
			checked[i].End += starts[sentence[i].Paragraph]
		}
		out = append(out, checked...)
	}
	return out, nil
}

// asArticle is a text as an article, a paragraph a line, and where each begins, in
// runes.
func asArticle(text string) (news.Article, map[string]int) {
	article, starts, at := news.Article{Kind: news.KindArticle}, map[string]int{}, 0
	for i, line := range strings.Split(text, "\n") {
		id := strconv.Itoa(i)
		article.Paragraphs = append(article.Paragraphs, news.Paragraph{ID: id, Text: line})
		starts[id] = at
		at += len([]rune(line)) + 1
	}
	return article, starts
}

// bySentence parts the figures of a text, less what only looks like one.
func bySentence(entries []ledger.Entry) [][]ledger.Entry {
	var out [][]ledger.Entry
	for _, e := range entries {
		if !weigh.Listed(e.Figure) {
			continue
		}
		if n := len(out); n > 0 && out[n-1][0].Paragraph == e.Paragraph && out[n-1][0].Sentence == e.Sentence {
			out[n-1] = append(out[n-1], e)
			continue
		}
		out = append(out, []ledger.Entry{e})
	}
	return out
}

// checker checks one text against one snapshot.
type checker struct {
	snapshot *retrieval.Snapshot
	lines    map[string][]rune // of the text
	found    map[string][]fact // facts of paragraphs looked at
}

// sentence checks the figures of one sentence: first what is counted and measured,
// then the dates, since a date that only says when is judged by what it dates.
func (c *checker) sentence(ctx context.Context, entries []ledger.Entry) ([]Checked, error) {
	facts, err := c.facts(ctx, entries)
	if err != nil {
		return nil, err
	}
	out := make([]Checked, len(entries))
	var dated []fact // what the figures would be if the date were right
	dates := false
	for i, e := range entries {
		out[i] = Checked{Text: e.Text, Start: e.Start, End: e.End, Verdict: Unknown, Citations: []say.Citation{}}
		if e.Kind == figure.Date {
			dates = true
			continue
		}
		claim := c.claimOf(e, entries)
		verdict, best := c.judge(claim, facts)
		c.tell(&out[i], verdict, best)
		if verdict != Unknown {
			dated = append(dated, best)
		} else if best, ok := c.atAnotherTime(claim, facts); ok {
			dated = append(dated, best)
		}
	}
	for i, e := range entries {
		if dates && e.Kind == figure.Date {
			verdict, best := c.judgeDate(c.claimOf(e, entries), facts, dated, len(dated) > 0 || !onlyDates(entries))
			c.tell(&out[i], verdict, best)
		}
	}
	return out, nil
}

func onlyDates(entries []ledger.Entry) bool {
	for _, e := range entries {
		if e.Kind != figure.Date {
			return false
		}
	}
	return true
}

// tell writes a verdict and its proof down; what the gate would not let through is
// not told.
func (c *checker) tell(out *Checked, verdict Verdict, f fact) {
	if verdict == Unknown {
		return
	}
	var w say.Composer
	said := printed(f.entry, w.Cite(f.source, f.entry.Sentence))
	if p := f.entry.Period; p.Paragraph != "" {
		if source, ok := c.snapshot.Source(p.Paragraph); ok {
			sentence, _ := hanzi.SentenceAround(source.Text, p.Span)
			w.Cite(source, sentence)
		}
	}
	citations := w.Done().Citations
	for _, citation := range citations {
		if gate.ProveCitation(c.snapshot, citation) != nil {
			return
		}
	}
	if gate.ProveFigure(c.snapshot, said, citations) != nil {
		return
	}
	out.Verdict, out.Figure, out.Citations = verdict, &said, citations
}

// printed is an entry of the ledger as the contract prints a figure.
func printed(e ledger.Entry, citation int) say.Figure {
	known := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	return say.Figure{Text: e.Text, Value: e.Plain(), Unit: e.Unit, Qualifier: known(e.Qualifier), Entity: known(e.Entity),
		Metric: known(e.Metric), Period: known(e.Period.Text), Citation: citation, Start: e.Start, End: e.End}
}
