package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/say"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/cores"
	"youju/figure"
	"youju/news"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// exampleCount is how many questions are offered at a time.
const exampleCount = 3

// Examples are questions that the articles can answer, made from their figures
// and tried before they are offered.
func (a *Answerer) Examples(ctx context.Context) []string {
	if a.tried == nil {
		return nil
	}
	snapshot := a.corpus.Snapshot()
	var out []string
	for i := range snapshot.Articles() {
		if len(out) == exampleCount || ctx.Err() != nil {
			break
		}
		out = append(out, a.offer(ctx, snapshot, figuresOf(snapshot, &snapshot.Articles()[i]), 1, offerTries)...)
	}
	return out
}

// offerTries bounds the questions that are tried for one article, nextTries those
// that are tried below an answer, which they must not hold up.
const (
	offerTries = 6
	nextTries  = 3
)

// offer makes up to n questions from figures and keeps those that get the figure
// they were made from. They are tried without the reader, which would take longer
// than the answer that they stand under, and among the passages that have their words.
func (a *Answerer) offer(ctx context.Context, snapshot *retrieval.Snapshot, figures []ledger.Entry, n, tries int) []string {
	var out []string
	for len(figures) > 0 && len(out) < n && tries > 0 {
		var trials []trial
		trials, figures = nextTrials(figures, out, min(n-len(out), tries))
		tries -= len(trials)
		a.try(ctx, snapshot, trials)
		for _, t := range trials {
			if t.gets == (firstFigure{t.figure.Text, t.figure.Paragraph}) {
				out = append(out, t.question)
			}
		}
	}
	return out
}

// trial is a question that is tried before it is offered.
type trial struct {
	question string
	figure   ledger.Entry
	gets     firstFigure
}

// firstFigure is the first figure of an answer and where it stands; none where there is none.
type firstFigure struct{ figure, paragraph string }

// nextTrials makes up to n different questions that are not in out, and returns the
// figures that are left. What is in a trial already ends them: only its outcome says
// whether it is to be asked again of another figure.
func nextTrials(figures []ledger.Entry, out []string, n int) (trials []trial, left []ledger.Entry) {
	for i, e := range figures {
		question, ok := questionFor(e)
		if !ok || slices.Contains(out, question) {
			continue
		}
		if len(trials) == n || slices.ContainsFunc(trials, func(t trial) bool { return t.question == question }) {
			return trials, figures[i:]
		}
		trials = append(trials, trial{question: question, figure: e})
	}
	return trials, nil
}

// try asks the questions of trials, on all cores, as far as it is not known what they get.
func (a *Answerer) try(ctx context.Context, snapshot *retrieval.Snapshot, trials []trial) {
	var untried []*trial
	var questions []string
	for i := range trials {
		t, known := &trials[i], false
		if t.gets, known = a.tried.find(snapshot, t.question); !known {
			untried, questions = append(untried, t), append(questions, t.question)
		}
	}
	snapshot.EmbedTogether(ctx, questions)
	cores.Each(len(untried), func(i int) {
		t := untried[i]
		answer, err := a.inOwnWords(ctx, snapshot, t.question)
		if err != nil { // it is one of this moment
			return
		}
		if !answer.Refused && len(answer.Figures) > 0 {
			t.gets = firstFigure{answer.Figures[0].Text, answer.Citations[0].Paragraph}
		}
		a.tried.keep(snapshot, t.question, t.gets)
	})
}

// inOwnWords answers a question that is in the words of the articles. Where that breaks the
// answerer it costs that question alone.
func (a *Answerer) inOwnWords(ctx context.Context, snapshot *retrieval.Snapshot, question string) (_ say.Answer, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%q breaks the answerer: %v", question, p)
		}
	}()
	return (&Answerer{corpus: a.corpus, ownWords: true}).answer(ctx, snapshot, asking.Question{Text: question})
}

func figuresOf(snapshot *retrieval.Snapshot, article *news.Article) []ledger.Entry {
	var figures []ledger.Entry
	for _, p := range article.Paragraphs {
		figures = append(figures, snapshot.Ledger().Of(p.ID)...)
	}
	return figures
}

// next are questions to go on with after an answer: about the figures of the same
// paragraph, the nearest first, then of the same thing elsewhere. What the answer
// says already is not asked again. A refusal that has nothing near says what else
// its article knows.
func (a *Answerer) next(ctx context.Context, snapshot *retrieval.Snapshot, said say.Answer) []string {
	if len(said.Citations) == 0 {
		return nil
	}
	cited, at, entity := said.Citations[0], said.Citations[0].Start, ""
	if len(said.Figures) > 0 {
		for _, c := range said.Citations {
			if c.N == said.Figures[0].Citation {
				cited, at = c, said.Figures[0].Start
			}
		}
	}
	near := slices.Clone(snapshot.Ledger().Of(cited.Paragraph))
	slices.SortStableFunc(near, func(x, y ledger.Entry) int { return abs(x.Start-at) - abs(y.Start-at) })
	if len(near) > 0 {
		entity = near[0].Entity
	}
	if entity != "" {
		near = append(near, snapshot.Ledger().WithEntity(entity)...)
	}
	tries := nextTries
	if source, ok := snapshot.Source(cited.Paragraph); ok && said.Refused {
		near, tries = append(near, figuresOf(snapshot, source.Article)...), offerTries
	}
	return a.offer(ctx, snapshot, slices.DeleteFunc(near, func(e ledger.Entry) bool { return says(said, e) }), exampleCount, tries)
}

func abs(n int) int { return max(n, -n) }

// says says that the answer holds the figure.
func says(a say.Answer, e ledger.Entry) bool {
	return slices.ContainsFunc(a.Figures, func(f say.Figure) bool {
		return f.Start < e.End && e.Start < f.End && slices.ContainsFunc(a.Citations, func(c say.Citation) bool {
			return c.N == f.Citation && c.Paragraph == e.Paragraph
		})
	})
}

// triedMost bounds what is remembered of one snapshot.
const triedMost = 10_000

// tried remembers what questions get that were made from figures: below the answers of
// one conversation the same ones come up again and again, and figures of one thing make
// the same question. It is about one snapshot, and begins anew with the next.
type tried struct {
	mu       sync.Mutex
	snapshot *retrieval.Snapshot
	first    map[string]firstFigure // by question
}

func (t *tried) find(snapshot *retrieval.Snapshot, question string) (first firstFigure, known bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.snapshot != snapshot || len(t.first) >= triedMost {
		t.snapshot, t.first = snapshot, map[string]firstFigure{}
	}
	first, known = t.first[question]
	return first, known
}

func (t *tried) keep(snapshot *retrieval.Snapshot, question string, first firstFigure) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.snapshot == snapshot {
		t.first[question] = first
	}
}

// A subject and a metric of about these lengths read like a question.
const (
	longestMetric  = 12
	longestSubject = 14
)

// fewest is how many of a thing are worth a question.
var fewest = decimal.NewFromInt(10)

// questionFor asks for a figure by what the ledger knows of it: whose it is and
// what is measured.
func questionFor(e ledger.Entry) (string, bool) {
	if e.Kind != figure.Amount && e.Kind != figure.Count || e.Unit == "" || e.Direction != "" || e.Entity == "" {
		return "", false
	}
	metric, subject := []rune(e.Metric), []rune(e.Entity)
	if len(metric) < weigh.ShortestMetric || len(metric) > longestMetric || len(subject) > longestSubject || !wording.AllHan(metric) || !wording.AllHan(subject) {
		return "", false
	}
	if len(figure.Find(e.Metric)) > 0 || len(figure.Find(e.Entity)) > 0 || strings.Contains(e.Metric, e.Entity) {
		return "", false
	}
	if e.Kind == figure.Count {
		if !likeness.IsCount(e.Unit) && e.Unit != "人次" || e.Value.LessThan(fewest) {
			return "", false
		}
		return e.Entity + "的" + e.Metric + "有多少" + e.Unit + "？", true
	}
	return e.Entity + "的" + e.Metric + "是多少？", true
}
