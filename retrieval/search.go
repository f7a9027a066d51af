package retrieval

import (
	"context"
	"fmt"

	"youju/retrieval/index"
)

// Hit is a passage that was found, with where it stands.
type Hit struct {
	index.Hit
	Source
}

// Search returns up to limit hits for a question, best first. The same question
// over the same snapshot gives the same hits.
func (s *Snapshot) Search(ctx context.Context, question string, limit int) ([]Hit, error) {
	return s.SearchPreparing(ctx, question, limit, nil)
}

// SearchPreparing is Search that, while the question is being embedded, calls prepare
// with what is likely to be found, likeliest first, as far as there is time.
func (s *Snapshot) SearchPreparing(ctx context.Context, question string, limit int, prepare func(Source)) ([]Hit, error) {
	if len(s.passages) == 0 {
		return nil, nil
	}
	found, err := s.index.Search(ctx, question, s.vectorBeside(ctx, question, prepare), limit)
	if err != nil {
		return nil, fmt.Errorf("search the articles: %w", err)
	}
	return s.hits(found), nil
}

// SearchHolding is Search among the passages that hold all terms of a phrase.
func (s *Snapshot) SearchHolding(ctx context.Context, question, phrase string, limit int) ([]Hit, error) {
	terms := s.Terms(phrase)
	if len(terms) == 0 {
		return nil, nil
	}
	return s.searchAmong(ctx, question, terms, limit)
}

// SearchByWords is Search without a look at every vector, among the passages that have
// the most of a question's words. A question in the words of the articles has the same
// hits by both.
func (s *Snapshot) SearchByWords(ctx context.Context, question string, limit int) ([]Hit, error) {
	return s.searchAmong(ctx, question, nil, limit)
}

// SearchParagraphs is Search among paragraphs with some ids.
func (s *Snapshot) SearchParagraphs(ctx context.Context, question string, limit int, paragraphs map[string]bool) ([]Hit, error) {
	var these []int
	for i := range s.passages {
		if paragraphs[s.passages[i].ID] {
			these = append(these, i)
		}
	}
	if len(these) == 0 {
		return nil, nil
	}
	found, err := s.index.SearchThese(question, s.vectorBeside(ctx, question, nil), limit, these)
	if err != nil {
		return nil, fmt.Errorf("search the articles: %w", err)
	}
	return s.hits(found), nil
}

func (s *Snapshot) searchAmong(ctx context.Context, question string, terms []string, limit int) ([]Hit, error) {
	if len(s.passages) == 0 {
		return nil, nil
	}
	found, err := s.index.SearchHolding(question, s.vectorBeside(ctx, question, nil), limit, terms)
	if err != nil {
		return nil, fmt.Errorf("search the articles: %w", err)
	}
	return s.hits(found), nil
}

// Alike is the highest cosine of a phrase and any of the others. By the built-in
// model two words for one thing (工人, 员工) have about 0.7 and more, two things of a
// kind (院士, 高层次人才) less than 0.6.
func (s *Snapshot) Alike(ctx context.Context, phrase string, others []string) (float64, error) {
	vectors, err := s.embedder.EmbedPassages(ctx, append([]string{phrase}, others...), nil)
	if err != nil {
		return 0, fmt.Errorf("compare phrases: %w", err)
	}
	best := 0.0
	for _, v := range vectors[1:] {
		sum := 0.0
		for i, x := range v {
			sum += float64(x) * float64(vectors[0][i])
		}
		best = max(best, sum)
	}
	return best, nil
}

func (s *Snapshot) hits(found []index.Hit) []Hit {
	hits := make([]Hit, len(found))
	for i, h := range found {
		hits[i] = Hit{Hit: h, Source: s.source(s.owners[h.Passage])}
	}
	return hits
}

// questionShare is what a question's vector counts among what is remembered: some 600
// of them are kept, which is 1.2 MB. What is offered below an answer was tried before
// it is asked, and many people ask the same.
const questionShare = rememberedBytes / 600

// vectorBeside begins to embed a question beside what its caller does; what it
// returns waits for the vector, and prepares what is likely meanwhile.
func (s *Snapshot) vectorBeside(ctx context.Context, question string, prepare func(Source)) index.Vector {
	text := embeddable(question)
	if known, ok := s.questions.find(text, questionShare); ok {
		return func([]int) ([]float32, error) { return known, nil }
	}
	if !s.Complete() {
		return func([]int) ([]float32, error) { return s.questionVector(ctx, text) }
	}
	var vector []float32
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		vector, err = s.questionVector(ctx, text)
	}()
	return func(likely []int) ([]float32, error) {
		for ; prepare != nil && len(likely) > 0 && !closed(done); likely = likely[1:] {
			prepare(s.source(s.owners[likely[0]]))
		}
		<-done
		return vector, err
	}
}

func closed(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

// EmbedTogether embeds questions that are about to be asked, where that takes less than
// one after the other. What cannot be embedded now is embedded when it is asked.
func (s *Snapshot) EmbedTogether(ctx context.Context, questions []string) {
	embedder, able := s.embedder.(ManyAsker)
	if !able || !s.Complete() {
		return
	}
	var texts []string
	for _, q := range questions {
		text := embeddable(q)
		if _, known := s.questions.find(text, questionShare); !known {
			texts = append(texts, text)
		}
	}
	if len(texts) < 2 {
		return
	}
	defer func() { _ = recover() }() // one of them breaks the embedder: alone it costs no other
	if vectors, err := embedder.EmbedQueries(ctx, texts); err == nil {
		for i, text := range texts {
			s.questions.keep(text, questionShare, vectors[i])
		}
	}
}

func (s *Snapshot) questionVector(ctx context.Context, text string) (_ []float32, err error) {
	defer func() {
		if p := recover(); p != nil { // in a goroutine of its own a panic would end the program
			err = fmt.Errorf("embed the question: %v", p)
		}
	}()
	vector, err := s.embedder.EmbedQuery(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("embed the question: %w", err)
	}
	s.questions.keep(text, questionShare, vector)
	return vector, nil
}
