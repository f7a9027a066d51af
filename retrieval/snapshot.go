package retrieval

import (
	"slices"
	"sync"
	"sync/atomic"

	"youju/news"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
	"youju/store"
)

// Snapshot is the collection at one moment: articles, passages, their index and
// their figures.
// It is safe for concurrent use.
type Snapshot struct {
	embedder   Embedder
	articles   []news.Article
	passages   []index.Passage
	owners     []place // of passages
	places     map[string]place
	index      *index.Index
	ledger     func() *ledger.Ledger // waits until it is read
	ledgerRead atomic.Bool
	hashes     []store.Key                 // of articles
	figures    []int                       // in the ledger, of articles
	keys       []store.Key                 // of passages
	vectors    []index.Vectors             // of passages
	terms      remembered[map[string]bool] // by text
	apart      remembered[*Apart]          // by id of the paragraph or note
	words      remembered[[]index.Word]    // by text
	questions  remembered[[]float32]       // vectors, by text
	asked      remembered[[]Term]          // by text of the question
	said       remembered[string]          // what ArticleText made, by id of the article
}

// place says where a paragraph or a note stands.
type place struct {
	article   int
	paragraph int // -1 for a note
	note      int // -1 for a paragraph
}

func emptySnapshot(embedder Embedder) *Snapshot {
	s := newSnapshot(embedder, nil)
	s.ledger = sync.OnceValue(func() *ledger.Ledger { return ledger.New(nil) })
	return s
}

func newSnapshot(embedder Embedder, articles []news.Article) *Snapshot {
	s := &Snapshot{embedder: embedder, articles: articles, places: map[string]place{}}
	for i := range articles {
		a := &articles[i]
		for j, p := range a.Paragraphs {
			at := place{i, j, -1}
			s.places[p.ID] = at
			s.owners = append(s.owners, at)
			s.passages = append(s.passages, index.Passage{ID: p.ID, Article: a.ID, Title: a.Title, Section: p.Section, Text: p.Text})
		}
		for j, n := range a.Notes {
			s.places[n.ID] = place{i, -1, j}
		}
	}
	return s
}

// Articles returns what is being served; it must not be changed.
func (s *Snapshot) Articles() []news.Article { return s.articles }

// Complete is false while the vectors of a collection are being made for the first
// time or by a new model: questions are answered by words alone then.
func (s *Snapshot) Complete() bool { return len(s.vectors) == len(s.passages) }

// Ledger returns the figures of all paragraphs with what they mean.
func (s *Snapshot) Ledger() *ledger.Ledger { return s.ledger() }

// Source is what a citation points at: a paragraph or a note, and its article.
type Source struct {
	Article   *news.Article
	Paragraph string // id of the paragraph or note
	Section   string
	Text      string
	Note      news.NoteKind // empty for a paragraph
}

// Before is the text of the paragraph before the source's in its article; "" for the first and for notes.
func (s Source) Before() string {
	paragraphs := s.Article.Paragraphs
	i := slices.IndexFunc(paragraphs, func(p news.Paragraph) bool { return p.ID == s.Paragraph })
	if i < 1 {
		return ""
	}
	return paragraphs[i-1].Text
}

// Source finds a paragraph or a note by its id.
func (s *Snapshot) Source(id string) (Source, bool) {
	at, ok := s.places[id]
	if !ok {
		return Source{}, false
	}
	return s.source(at), true
}

func (s *Snapshot) source(at place) Source {
	a := &s.articles[at.article]
	if at.note >= 0 {
		n := a.Notes[at.note]
		return Source{Article: a, Paragraph: n.ID, Text: n.Text, Note: n.Kind}
	}
	p := a.Paragraphs[at.paragraph]
	return Source{Article: a, Paragraph: p.ID, Section: p.Section, Text: p.Text}
}

// Term is a term of a question with its rarity (inverse document frequency) in
// the collection.
type Term struct {
	Text   string
	Rarity float64
}

// QuestionTerms are the distinct terms of a question less the words that only
// ask, in the order of their text; they must not be changed.
func (s *Snapshot) QuestionTerms(question string) []Term {
	if s.index == nil {
		return nil
	}
	return s.asked.of(question, len(question), func() []Term { return s.questionTerms(question) })
}

func (s *Snapshot) questionTerms(question string) []Term {
	texts := s.index.QuestionTerms(question)
	slices.Sort(texts)
	var terms []Term
	for _, text := range slices.Compact(texts) {
		terms = append(terms, Term{text, s.index.Rarity(text)})
	}
	return slices.Clip(terms) // others append to it
}

// Seams are the bigrams among a text's terms that only join two of its words.
func (s *Snapshot) Seams(text string) map[string]bool {
	if s.index == nil {
		return nil
	}
	return s.index.Seams(text)
}

// Terms returns the terms of a text as the lexical side sees them, with repeats.
func (s *Snapshot) Terms(text string) []string {
	if s.index == nil {
		return nil
	}
	return s.index.Terms(text)
}

// TermSet returns the distinct terms of what form makes of a text; form must always
// make the same, and the set must not be changed.
func (s *Snapshot) TermSet(text string, form func(string) string) map[string]bool {
	return s.terms.of(text, len(text), func() map[string]bool { return setOf(s.Terms(form(text))) })
}

// KnownTermSet is TermSet of a text that was asked about lately.
func (s *Snapshot) KnownTermSet(text string) (set map[string]bool, known bool) {
	return s.terms.find(text, len(text))
}

// ArticleText is what text makes of an article, made once for the articles that were
// asked about lately; text must always make the same.
func (s *Snapshot) ArticleText(a *news.Article, text func(*news.Article) string) string {
	size := len(a.Title)
	for _, p := range a.Paragraphs {
		size += len(p.Text)
	}
	return s.said.of(a.ID, size, func() string { return text(a) })
}

// Names returns the places and institutions of a text that the dictionary knows.
func (s *Snapshot) Names(text string) []string {
	if s.index == nil {
		return nil
	}
	return s.index.Names(text)
}
