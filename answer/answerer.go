// Package answer turns a question and a snapshot of the articles into a cited
// answer, or into an honest "the articles do not say". Every answer passes the gate
// (answer/gate) before it leaves the package. README.md has the steps and the package
// of each.
package answer

import (
	"cmp"
	"context"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/gate"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/answer/wording"
	"youju/embed"
	"youju/retrieval"
)

// Answerer answers questions over a collection. It is safe for concurrent use.
type Answerer struct {
	corpus     *retrieval.Corpus
	reader     *embed.Reader
	regardless bool
	tried      *tried        // nil: no questions to go on with
	tell       func(Weighed) // told what was weighed; may be nil
	ownWords   bool          // questions are in the words of the articles
}

// New makes an Answerer over a collection. Without a reader (nil) it decides by
// the ledger and the words alone.
func New(corpus *retrieval.Corpus, reader *embed.Reader) *Answerer {
	return &Answerer{corpus: corpus, reader: reader, tried: &tried{}}
}

// Regardless answers like a whatever the support is, so that the bound can be
// measured.
func (a *Answerer) Regardless() *Answerer {
	out := *a
	out.regardless = true
	return &out
}

// WithoutSuggestions answers like a, but tries no questions to go on with: a
// measurement does not look at them.
func (a *Answerer) WithoutSuggestions() *Answerer {
	out := *a
	out.tried = nil
	return &out
}

// Answer answers one question. It holds one snapshot from its first step to its
// last. An error means that it could not be tried; that the articles do not say
// it is an answer, with Refused set.
func (a *Answerer) Answer(ctx context.Context, q asking.Question) (say.Answer, error) {
	if greeting.MatchString(q.Text) {
		hello := say.Answer{Text: q.Language.Say("answer.greeting")}
		if a.tried != nil {
			hello.Suggestions = a.Examples(ctx)
		}
		return filled(hello), nil
	}
	snapshot := a.corpus.Snapshot()
	answer, err := a.answerParts(ctx, snapshot, q)
	if err == nil && len(answer.Suggestions) == 0 && a.tried != nil {
		answer.Suggestions = a.next(ctx, snapshot, answer)
	}
	return filled(answer), err
}

func (a *Answerer) answer(ctx context.Context, snapshot *retrieval.Snapshot, q asking.Question) (say.Answer, error) {
	asked, ok := asking.InChinese(snapshot, q)
	if !ok {
		return a.notRead(ctx, snapshot, q, asked)
	}
	formal := asking.Asking(snapshot, asking.Rejoined(snapshot, asking.Formal(asked.Text)))
	question, told := asking.Respell(snapshot, formal, q.Language, func(string) bool { return true })
	told = cmp.Or(asked.Told, told)
	understand := func(text string) asking.Reading {
		r := asking.Read(asking.Question{Text: text, History: asked.History, Language: q.Language, GoesOn: q.GoesOn})
		r.Written = q.Text
		return r
	}
	r := understand(question)
	if r.Raw == "" || r.Wordless(snapshot) {
		return say.Answer{Text: q.Language.Say("answer.no-question"), Refused: true}, nil
	}
	want, hits, err := evidence.Search(ctx, snapshot, r, a.ownWords)
	if err != nil {
		return say.Answer{}, err
	}
	if meant, taken, other := otherwiseMeant(snapshot, r, formal, question, hits); other {
		told, r = cmp.Or(taken, asked.Told), understand(meant)
		if want, hits, err = evidence.Search(ctx, snapshot, r, a.ownWords); err != nil {
			return say.Answer{}, err
		}
	}
	if hits, err = evidence.WithNamed(ctx, snapshot, r, hits); err != nil {
		return say.Answer{}, err
	}
	if hits, err = evidence.WithYear(ctx, snapshot, r, hits); err != nil {
		return say.Answer{}, err
	}
	said, err := a.decide(ctx, snapshot, r, want, hits)
	if err != nil {
		return say.Answer{}, err
	}
	if unsure(snapshot, asked, said) {
		return a.notRead(ctx, snapshot, q, asked)
	}
	if told != "" {
		said.Text += "\n" + strings.TrimSpace(q.Language.Say("answer.bracketed", told))
	}
	answer := gate.Pass(snapshot, r, said)
	for _, h := range hits {
		answer.Hits = append(answer.Hits, say.Hit{Paragraph: h.ID, Score: h.Score})
	}
	return answer, nil
}

// otherwiseMeant is a question with a zone or a school as the hits have it, or less what was respelt in it and the best hit
// does not bear out (开抢 is no 开枪 of an article on something else), and what is told of that; other is false where it stays.
func otherwiseMeant(snapshot *retrieval.Snapshot, r asking.Reading, formal, question string, hits []retrieval.Hit) (meant, told string, other bool) {
	if meant, told = evidence.ZoneMeant(snapshot, r.Raw, hits, r.Lang); told == "" {
		meant, told = evidence.SchoolMeant(snapshot, r.Raw, hits, r.Lang)
	}
	if told != "" || question == formal || len(hits) == 0 {
		return meant, told, told != ""
	}
	best := snapshot.ArticleText(hits[0].Article, wording.ArticleText)
	meant, told = asking.Respell(snapshot, formal, r.Lang, func(word string) bool { return strings.Contains(best, word) })
	return meant, told, meant != question
}

// notRead says kindly that a question in English leads to nothing, and what does.
func (a *Answerer) notRead(ctx context.Context, snapshot *retrieval.Snapshot, q asking.Question, asked asking.Translation) (say.Answer, error) {
	hits, err := snapshot.Search(ctx, cmp.Or(asked.Text, q.Text), evidence.MaxHits)
	if err != nil {
		return say.Answer{}, err
	}
	out := say.Answer{Text: q.Language.Say("answer.not-read"), Refused: true, Suggestions: a.Examples(ctx)}
	if asked.Told != "" {
		out.Text = q.Language.Say("answer.not-found") + "\n" + strings.TrimSpace(q.Language.Say("answer.bracketed", asked.Told))
	}
	for _, h := range hits {
		out.Hits = append(out.Hits, say.Hit{Paragraph: h.ID, Score: h.Score})
	}
	return out, nil
}

// filled replaces absent lists by empty ones, as the contract prints them.
func filled(a say.Answer) say.Answer {
	a.Figures = append([]say.Figure{}, a.Figures...)
	a.Derived = append([]say.Derived{}, a.Derived...)
	a.Citations = append([]say.Citation{}, a.Citations...)
	a.Hits = append([]say.Hit{}, a.Hits...)
	a.Suggestions = append([]string{}, a.Suggestions...)
	return a
}

// greeting is a message that asks nothing; it gets a hello and never a search result.
var greeting = pattern.Compile(`^[\s\p{P}]*(?i:你好|您好|哈喽|嗨|早上好|下午好|晚上好|在吗|在么|谢谢|多谢|hi|hello|hey)[呀啊吗了]?[\s\p{P}\p{S}]*$`)
