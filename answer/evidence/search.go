package evidence

import (
	"context"
	"sync"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// MaxHits is how many hits an answer lists.
const MaxHits = 10

// Wanted is what a question wants of a sentence and of its article.
type Wanted struct {
	words   wording.Terms
	names   []naming.Name // an answer must be about
	strange []string      // names that are in no dictionary
	opening string        // a name that it begins with and the dictionary knows by parts only
	thing   wording.Terms
	nouns   []string
	folded  string // what was asked
	defined string // of what is asked what it is
	native  bool   // where somebody is from is asked
	most    bool   // the most of something is asked for
}

// Want finds out what a question wants of a sentence and of its article.
func Want(snapshot *retrieval.Snapshot, r asking.Reading) Wanted {
	folded := hanzi.Fold(r.Raw)
	return Wanted{
		words: r.Words(snapshot), names: asking.NamesAsked(snapshot, r), strange: r.Strange(snapshot), thing: r.Head(snapshot),
		opening: naming.Opening(snapshot, wording.LongForm(hanzi.Fold(r.Asked()))),
		nouns:   r.NounsAsked(snapshot), folded: folded, defined: definedThing(r), native: nativeAsked.MatchString(folded), most: asksForMost(folded),
	}
}

// Search finds passages for a question. While it is being embedded, what it wants is
// found out, and what is likely to be found is taken apart. By words alone, nothing is embedded.
func Search(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, byWords bool) (Wanted, []retrieval.Hit, error) {
	want := sync.OnceValue(func() Wanted { return Want(snapshot, r) })
	if byWords {
		hits, err := snapshot.SearchByWords(ctx, r.Text, MaxHits)
		return want(), hits, err
	}
	prepared := 0
	hits, err := snapshot.SearchPreparing(ctx, r.Text, MaxHits, func(likely retrieval.Source) {
		want()
		if prepared++; prepared <= readHits {
			prepare(snapshot, likely)
		}
	})
	return want(), hits, err
}

// prepare takes apart what evidence will be if a source is found.
func prepare(snapshot *retrieval.Snapshot, likely retrieval.Source) {
	snapshot.ArticleText(likely.Article, wording.ArticleText)
	snapshot.Apart(likely, wording.LongForm)
	wording.TermSet(snapshot, likely.Article.Title+" "+likely.Section)
}
