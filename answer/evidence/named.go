package evidence

import (
	"context"
	"slices"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/wording"
	"youju/news"
	"youju/retrieval"
)

// namedHits is how many hits a name brings that no other hit is about.
const namedHits = 3

// WithNamed puts passages of articles that say a name before the hits, where the
// question names it and the article of no hit says it.
func WithNamed(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit) ([]retrieval.Hit, error) {
	texts := map[*news.Article]string{}
	says := func(h retrieval.Hit, n naming.Name) bool {
		if _, known := texts[h.Article]; !known {
			texts[h.Article] = snapshot.ArticleText(h.Article, wording.ArticleText)
		}
		return naming.Says(texts[h.Article], n.Key)
	}
	for _, n := range asking.NamesAsked(snapshot, r) {
		if slices.ContainsFunc(hits[:min(readHits, len(hits))], func(h retrieval.Hit) bool { return says(h, n) }) {
			continue
		}
		found, err := snapshot.SearchHolding(ctx, r.Text, n.Key, namedHits)
		if err != nil {
			return nil, err
		}
		found = slices.DeleteFunc(found, func(h retrieval.Hit) bool { return !says(h, n) })
		if len(found) > 0 {
			hits = foundFirst(found, hits)
		}
	}
	return hits, nil
}
