// Command lexical holds the lexical side against bleve v2 with gse's words, on the
// question sets of a folder in BEIR form, for run.py: the same passages, the same
// questions, in turns.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"youju/bench/turns"
	"youju/eval"
)

// order is a set's folder, and how many of its questions to ask.
type order struct {
	Set       string `json:"set"`
	Questions int    `json:"questions"`
}

// passage is a line of corpus.jsonl.
type passage struct {
	ID    string `json:"_id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// searcher finds ids, best first.
type searcher func(ctx context.Context, question string) ([]string, error)

// outcome is what one side did on a set.
type outcome struct {
	IndexSeconds float64 `json:"index_seconds"`
	Milliseconds float64 `json:"ms"` // a question, mean
	Recall1      float64 `json:"recall@1"`
	MRR10        float64 `json:"mrr@10"`
}

func main() {
	err := registerGSE()
	if err == nil {
		err = turns.Serve(func(o order) (any, error) { return compare(context.Background(), o) })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "lexical:", err)
		os.Exit(1)
	}
}

func compare(ctx context.Context, o order) (any, error) {
	passages, err := read(eval.CorpusFile(o.Set))
	if err != nil {
		return nil, err
	}
	queries, err := eval.ReadQueries(o.Set)
	if err != nil {
		return nil, err
	}
	sides := map[string]func(context.Context, []passage) (searcher, error){"ours": ours, "bleve": bleveIndex}
	searchers, outcomes := map[string]searcher{}, map[string]*outcome{}
	for name, build := range sides {
		begin := time.Now()
		if searchers[name], err = build(ctx, passages); err != nil {
			return nil, fmt.Errorf("index by %s: %w", name, err)
		}
		outcomes[name] = &outcome{IndexSeconds: time.Since(begin).Seconds()}
	}
	asked := 0.0
	for _, q := range queries {
		if len(q.Relevant) == 0 || int(asked) == o.Questions {
			continue
		}
		asked++
		for name, search := range searchers {
			begin := time.Now()
			found, err := search(ctx, q.Text)
			if err != nil {
				return nil, fmt.Errorf("ask %s: %w", name, err)
			}
			m := eval.Rank(found, q.Relevant)
			outcomes[name].Milliseconds += time.Since(begin).Seconds() * 1e3
			outcomes[name].Recall1 += m.Recall1
			outcomes[name].MRR10 += m.MRR10
		}
	}
	for _, m := range outcomes {
		m.Milliseconds, m.Recall1, m.MRR10 = m.Milliseconds/asked, m.Recall1/asked, m.MRR10/asked
	}
	return map[string]any{"passages": len(passages), "questions": asked, "ours": outcomes["ours"], "bleve": outcomes["bleve"]}, nil
}

func read(path string) ([]passage, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var passages []passage
	for line := range strings.Lines(string(data)) {
		var p passage
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		passages = append(passages, p)
	}
	return passages, nil
}
