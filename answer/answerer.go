package answer

import (
	"cmp"
	"context"
	"regexp"
	"strings"

	"youju/embed"
	"youju/retrieval"
)

// maxHits is how many hits an answer lists.
const maxHits = 10

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
func (a *Answerer) Answer(ctx context.Context, q Question) (Answer, error) {
	if greeting.MatchString(q.Text) {
		hello := Answer{Text: q.Language.Say("answer.greeting")}
		if a.tried != nil {
			hello.Suggestions = a.Examples(ctx)
		}
		return hello.filled(), nil
	}
	snapshot := a.corpus.Snapshot()
	answer, err := a.answerParts(ctx, snapshot, q)
	if err == nil && len(answer.Suggestions) == 0 && a.tried != nil {
		answer.Suggestions = a.next(ctx, snapshot, answer)
	}
	return answer.filled(), err
}

func (a *Answerer) search(ctx context.Context, snapshot *retrieval.Snapshot, question string) ([]retrieval.Hit, error) {
	if a.ownWords {
		return snapshot.SearchByWords(ctx, question, maxHits)
	}
	return snapshot.Search(ctx, question, maxHits)
}

func (a *Answerer) answer(ctx context.Context, snapshot *retrieval.Snapshot, q Question) (Answer, error) {
	asked, ok := inChinese(snapshot, q)
	if !ok {
		return a.notRead(ctx, snapshot, q, asked)
	}
	question, told := respell(snapshot, formal(asked.Text), q.Language)
	if asked.told != "" {
		told = asked.told
	}
	r := read(Question{Text: question, History: asked.History, Language: q.Language, goesOn: q.goesOn})
	r.written = q.Text
	if r.raw == "" {
		return Answer{Text: q.Language.Say("answer.no-question"), Refused: true}, nil
	}
	hits, err := a.search(ctx, snapshot, r.text)
	if err != nil {
		return Answer{}, err
	}
	if hits, err = r.withNamed(ctx, snapshot, hits); err != nil {
		return Answer{}, err
	}
	said, err := a.decide(ctx, snapshot, r, hits)
	if err != nil {
		return Answer{}, err
	}
	if asked.unsure(snapshot, said) {
		return a.notRead(ctx, snapshot, q, asked)
	}
	if told != "" {
		said.Text += "\n" + strings.TrimSpace(q.Language.Say("answer.bracketed", told))
	}
	answer := passGate(snapshot, r, said)
	for _, h := range hits {
		answer.Hits = append(answer.Hits, Hit{Paragraph: h.ID, Score: h.Score})
	}
	return answer, nil
}

// notRead says kindly that a question in English leads to nothing, and what does.
func (a *Answerer) notRead(ctx context.Context, snapshot *retrieval.Snapshot, q Question, asked translation) (Answer, error) {
	hits, err := snapshot.Search(ctx, cmp.Or(asked.Text, q.Text), maxHits)
	if err != nil {
		return Answer{}, err
	}
	out := Answer{Text: q.Language.Say("answer.not-read"), Refused: true, Suggestions: a.Examples(ctx)}
	if asked.told != "" {
		out.Text = q.Language.Say("answer.not-found") + "\n" + strings.TrimSpace(q.Language.Say("answer.bracketed", asked.told))
	}
	for _, h := range hits {
		out.Hits = append(out.Hits, Hit{Paragraph: h.ID, Score: h.Score})
	}
	return out, nil
}

// filled replaces absent lists by empty ones, as the contract prints them.
func (a Answer) filled() Answer {
	a.Figures = append([]Figure{}, a.Figures...)
	a.Derived = append([]Derived{}, a.Derived...)
	a.Citations = append([]Citation{}, a.Citations...)
	a.Hits = append([]Hit{}, a.Hits...)
	a.Suggestions = append([]string{}, a.Suggestions...)
	return a
}

// greeting is a message that asks nothing; it gets a hello and never a search result.
var greeting = regexp.MustCompile(`^[\s\p{P}]*(?i:你好|您好|哈喽|嗨|早上好|下午好|晚上好|在吗|在么|谢谢|多谢|hi|hello|hey)[呀啊吗了]?[\s\p{P}\p{S}]*$`)

// decide picks what is said: a name beside the text, a figure, printed or worked
// out, or a sentence.
func (a *Answerer) decide(ctx context.Context, snapshot *retrieval.Snapshot, r reading, hits []retrieval.Hit) (Answer, error) {
	if r.asks == asksCredit {
		if answer, ok := credited(snapshot, r, hits); ok {
			return answer, nil
		}
	}
	sentences := evidence(snapshot, r, hits)
	if len(sentences) == 0 {
		return nothing(r.lang), nil
	}
	if answer, ok := r.most(snapshot); ok {
		return answer, nil
	}
	read, err := a.read(ctx, r, sentences)
	if err != nil {
		return Answer{}, err
	}
	var found []candidate
	if r.asks.numeric() || r.bare {
		found = namedFirst(candidates(snapshot, r, sentences, read), read != nil)
	}
	if answer, ok, err := a.workedOut(ctx, snapshot, r, hits, found); ok || err != nil {
		return answer, err
	}
	figure := len(found) > 0 && (!r.bare || found[0].named())
	if len(found) > 0 && !figure && r.implied != "" { // 富祥 投资额
		things := r.thingsAsked(snapshot)
		if figure = len(things) > 0 && found[0].holds(things); len(things) > 0 && !figure {
			return nearestFigure(snapshot, r, found[0], r.lang.Say("answer.lacks-figure")), nil
		}
	}
	if !figure {
		read.reread(sentences)
		r.heldFirst(snapshot, sentences)
	}
	if a.tell != nil {
		a.tell(r.weighed(found, sentences, figure))
	}
	if figure {
		return a.sayBest(ctx, snapshot, r, found, read != nil)
	}
	support := sentences[0].support(read != nil)
	var said Answer
	several := false
	if support >= supportBound {
		said, several = listAnswer(snapshot, r, sentences)
	}
	if !several {
		said = decideSentence(snapshot, r, sentences[0], a.regardless || support >= supportBound)
	}
	said.Support = support
	return said, nil
}

// sayBest says the best of the figures found, if it counts what was asked for and has
// the support.
func (a *Answerer) sayBest(ctx context.Context, snapshot *retrieval.Snapshot, r reading, found []candidate, read bool) (Answer, error) {
	other, err := r.compareThing(ctx, snapshot, &found[0])
	if err != nil {
		return Answer{}, err
	}
	if other != "" && countingFirst(found, read) {
		other = ""
	}
	if other == "" {
		if other, err = r.compareNoun(ctx, snapshot, found[0]); err != nil {
			return Answer{}, err
		}
	}
	support := found[0].support(read)
	said := decideFigure(snapshot, r, found, a.regardless || support >= supportBound, other)
	said.Support = support
	return said, nil
}

func decideSentence(snapshot *retrieval.Snapshot, r reading, best sentence, supported bool) Answer {
	then := r.otherThen(best)
	switch {
	case then != "":
		return nearestSentence(snapshot, r, best, r.lang.Say("answer.lacks-then", then))
	case !supported || r.roleless(snapshot, best):
		return nearestSentence(snapshot, r, best, r.lang.Say("answer.nothing"))
	case !r.asks.numeric() && best.missing == "":
		return whichAnswer(snapshot, r, best)
	case r.asks != asksDate && r.asks != asksQuantity || best.missing != "":
		return nearestSentence(snapshot, r, best, r.lang.Say("answer.nothing"))
	}
	return sentenceAnswer(snapshot, r, best)
}

// named says that a question that only names a metric names this figure's.
func (c candidate) named() bool {
	return c.features.Metric >= namedMetric && c.features.Meaning >= namedMeaning && c.features.Fit > poorFit
}

// decideFigure says the best of the figures found, or what the articles lack; other
// is what the question counts where the best one counts something else.
func decideFigure(snapshot *retrieval.Snapshot, r reading, found []candidate, supported bool, other string) Answer {
	c := found[0]
	zone := r.otherZone(snapshot, c)
	year, otherYear := r.otherYear(c)
	then := cmp.Or(r.otherNumber(c.sentence.String()), r.otherPart(c))
	switch {
	case c.sentence.missing != "":
		return nearestFigure(snapshot, r, c, r.lang.Say("answer.lacks-named", r.shown(c.sentence.missing)))
	case zone != "":
		return nearestFigure(snapshot, r, c, r.lang.Say("answer.lacks-named", r.shown(zone)))
	case otherYear:
		return nearestFigure(snapshot, r, c, r.lang.Say("answer.lacks", r.yearAsked(year)))
	case other != "" && supported:
		return nearestFigure(snapshot, r, c, r.lang.Say("answer.lacks-named", r.shown(other)))
	case then != "":
		return nearestFigure(snapshot, r, c, r.lang.Say("answer.lacks", r.shown(then)))
	case c.features.Fit <= poorFit || !supported || r.ofSeveral(c) || r.ofMore(snapshot, c) || r.claim != nil && r.claim.undecided(c.figure):
		return nearestFigure(snapshot, r, c, r.lang.Say("answer.lacks-figure"))
	}
	return figureAnswer(snapshot, r, c, r.twins(snapshot, found))
}
