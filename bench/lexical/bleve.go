package main

import (
	"context"
	"strings"
	"unicode"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/go-ego/gse"
)

// gseWords is bleve's tokenizer over gse's words in search mode, with gse's own
// dictionaries, simplified and traditional.
type gseWords struct{ segmenter *gse.Segmenter }

func (w gseWords) Tokenize(text []byte) analysis.TokenStream {
	var stream analysis.TokenStream
	for _, word := range w.segmenter.CutSearch(string(text), true) {
		if hasLetter(word) {
			stream = append(stream, &analysis.Token{Term: []byte(word), Position: len(stream) + 1, Type: analysis.Ideographic})
		}
	}
	return stream
}

func hasLetter(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

const tokenizerName = "gse words"

// registerGSE makes the tokenizer known to bleve, which knows them by name.
func registerGSE() error {
	segmenter := &gse.Segmenter{SkipLog: true}
	if err := segmenter.LoadDictEmbed("zh"); err != nil {
		return err
	}
	return registry.RegisterTokenizer(tokenizerName, func(map[string]any, *registry.Cache) (analysis.Tokenizer, error) {
		return gseWords{segmenter}, nil
	})
}

// bleveIndex is kept in memory, scored by BM25, the title beside the text.
func bleveIndex(_ context.Context, passages []passage) (searcher, error) {
	mapping := bleve.NewIndexMapping()
	mapping.ScoringModel = "bm25"
	err := mapping.AddCustomAnalyzer("gse", map[string]any{
		"type": custom.Name, "tokenizer": tokenizerName, "token_filters": []string{lowercase.Name},
	})
	if err != nil {
		return nil, err
	}
	mapping.DefaultAnalyzer = "gse"
	x, err := bleve.NewMemOnly(mapping)
	if err != nil {
		return nil, err
	}
	batch := x.NewBatch()
	for i, p := range passages {
		if err := batch.Index(p.ID, map[string]string{"title": p.Title, "text": p.Text}); err != nil {
			return nil, err
		}
		if batch.Size() == 500 || i == len(passages)-1 {
			if err := x.Batch(batch); err != nil {
				return nil, err
			}
			batch.Reset()
		}
	}
	return func(ctx context.Context, question string) ([]string, error) { return ask(ctx, x, question) }, nil
}

func ask(ctx context.Context, x bleve.Index, question string) ([]string, error) {
	title, text := bleve.NewMatchQuery(question), bleve.NewMatchQuery(question)
	title.SetField("title")
	title.SetBoost(0.5)
	text.SetField("text")
	result, err := x.SearchInContext(ctx, bleve.NewSearchRequestOptions(bleve.NewDisjunctionQuery(text, title), found, 0, false))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, hit := range result.Hits {
		ids = append(ids, hit.ID)
	}
	return ids, nil
}
