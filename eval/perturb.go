package eval

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"youju/answer/say"
	"youju/figure"
	"youju/news"
	"youju/retrieval"
)

// Outcome is what became of an answer when its article was changed.
type Outcome string

const (
	OutcomeFollowed Outcome = "followed" // it says the new figure
	OutcomeRefused  Outcome = "refused"
	OutcomeMoved    Outcome = "moved" // it says another figure, or the same one of another article
	OutcomeKept     Outcome = "kept"  // it says the same figure of the article that is now about something else
	OutcomeStale    Outcome = "stale" // it says what no longer stands in the articles; must never be
)

// Outcomes lists all outcomes.
func Outcomes() []Outcome {
	return []Outcome{OutcomeFollowed, OutcomeRefused, OutcomeMoved, OutcomeKept, OutcomeStale}
}

// Perturbed is one question asked again over a changed article.
type Perturbed struct {
	Kind     ChangeKind `json:"kind"`
	Outcome  Outcome    `json:"outcome"`
	ID       string     `json:"id"`
	Question string     `json:"question"`
	Old      string     `json:"old"` // what was changed
	New      string     `json:"new"`
	Said     string     `json:"said"` // before
	Says     string     `json:"says"` // after
	Unproved []string   `json:"unproved,omitempty"`
}

// PerturbReport counts what became of the answers by what was changed.
type PerturbReport struct {
	Questions int                            `json:"questions"`
	Stale     int                            `json:"stale"` // must be 0
	Counts    map[ChangeKind]map[Outcome]int `json:"kinds"`
	Cases     []Perturbed                    `json:"cases"` // stale and kept ones
}

// Perturb draws up to n questions whose figure was answered right, changes what it
// was read from, each kind of change in a corpus of its own, and asks again. The
// collection is put back at the end.
func Perturb(ctx context.Context, corpus *retrieval.Corpus, ask Ask, verdicts []Verdict, n int, seed uint64, progress Progress) (PerturbReport, error) {
	before := corpus.Snapshot()
	random := rand.New(rand.NewPCG(seed, 1))
	drawn := drawFigures(before, verdicts, n, random)
	report := PerturbReport{Questions: len(drawn), Counts: map[ChangeKind]map[Outcome]int{}, Cases: []Perturbed{}}
	var trials []trial
	for _, c := range drawn {
		for _, kind := range ChangeKinds() {
			if made, ok := c.change(kind); ok {
				trials = append(trials, trial{made, c.verdict})
			}
		}
	}
	total := len(trials)
	var err error
	for err == nil && len(trials) > 0 {
		var round []trial
		round, trials = nextRound(trials)
		err = runRound(ctx, corpus, ask, before.Articles(), round, &report)
		if progress != nil {
			progress(total-len(trials), total)
		}
	}
	if back := corpus.Replace(context.WithoutCancel(ctx), before.Articles()); err == nil && back != nil {
		err = fmt.Errorf("put the articles back: %w", back)
	}
	return report, err
}

// trial is a question over a changed article.
type trial struct {
	change
	verdict Verdict
}

// drawFigures draws questions whose answer is a figure in digits of a paragraph.
func drawFigures(s *retrieval.Snapshot, verdicts []Verdict, n int, random *rand.Rand) []*changer {
	var drawn []*changer
	for _, i := range random.Perm(len(verdicts)) {
		v := verdicts[i]
		if len(drawn) == n || !v.Figure0 || !v.Right || v.Query.Gold.Op != "" || len(v.Unproved) > 0 {
			continue
		}
		f := v.Answer.Figures[0]
		source, ok := s.Source(v.Answer.Citations[f.Citation-1].Paragraph)
		if !ok || source.Note != "" || !measures(f) || strings.Contains(squeezed(v.Query.Text), squeezed(f.Text)) {
			continue
		}
		drawn = append(drawn, &changer{random, s, v, source})
	}
	return drawn
}

// measures says whether a figure is in digits, and neither a date nor a name.
func measures(f say.Figure) bool {
	found := figure.Find(f.Text)
	return hasDigit(f.Text) && len(found) == 1 && !slices.Contains([]figure.Kind{figure.Date, figure.Identifier, figure.Name}, found[0].Kind)
}

// nextRound takes trials that change different articles, so that one corpus can
// hold them all, and leaves the rest.
func nextRound(trials []trial) (round, rest []trial) {
	taken := map[string]bool{}
	for _, t := range trials {
		if taken[t.article.ID] {
			rest = append(rest, t)
			continue
		}
		taken[t.article.ID] = true
		round = append(round, t)
	}
	return round, rest
}

func runRound(ctx context.Context, corpus *retrieval.Corpus, ask Ask, articles []news.Article, round []trial, report *PerturbReport) error {
	changed := map[string]news.Article{}
	for _, t := range round {
		changed[t.article.ID] = t.article
	}
	articles = slices.Clone(articles)
	for i, a := range articles {
		if c, ok := changed[a.ID]; ok {
			articles[i] = c
		}
	}
	if err := corpus.Replace(ctx, articles); err != nil {
		return fmt.Errorf("change the articles: %w", err)
	}
	queries := make([]Query, len(round))
	for i, t := range round {
		queries[i] = t.verdict.Query
	}
	verdicts, err := Answers(ctx, corpus.Snapshot(), ask, queries, nil)
	if err != nil {
		return err
	}
	for i, t := range round {
		report.add(t, verdicts[i])
	}
	return nil
}

func (r *PerturbReport) add(t trial, now Verdict) {
	outcome := t.outcome(now)
	if r.Counts[t.kind] == nil {
		r.Counts[t.kind] = map[Outcome]int{}
	}
	r.Counts[t.kind][outcome]++
	if outcome == OutcomeStale {
		r.Stale++
	}
	if outcome == OutcomeStale || outcome == OutcomeKept {
		r.Cases = append(r.Cases, Perturbed{Kind: t.kind, Outcome: outcome, ID: t.verdict.Query.ID, Question: t.verdict.Query.Text,
			Old: t.old, New: t.new, Said: t.verdict.Answer.Text, Says: now.Answer.Text, Unproved: now.Unproved})
	}
}

// outcome compares the answer now with the one before the change.
func (t trial) outcome(now Verdict) Outcome {
	was := t.verdict.Answer.Figures[0].Text
	switch {
	case len(now.Unproved) > 0 || t.saysOld(now.Answer, was):
		return OutcomeStale
	case now.Refused:
		return OutcomeRefused
	case t.kind == ChangeDigit || t.kind == ChangeUnit:
		if squeezed(firstFigure(now.Answer)) == squeezed(t.new) {
			return OutcomeFollowed
		}
	case firstFigure(now.Answer) == was && now.Answer.Citations[now.Answer.Figures[0].Citation-1].Article == t.article.ID:
		return OutcomeKept
	}
	return OutcomeMoved
}

// saysOld says whether an answer holds the figure as it was though no quote does.
func (t trial) saysOld(a say.Answer, was string) bool {
	if t.kind != ChangeDigit && t.kind != ChangeUnit || !holds(normalize(was), normalize(a.Text)) {
		return false
	}
	return !slices.ContainsFunc(a.Citations, func(c say.Citation) bool { return holds(normalize(was), normalize(c.Quote)) })
}
