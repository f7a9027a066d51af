package answer

import (
	"cmp"
	"slices"
	"sort"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/cores"
	"youju/hanzi"
	"youju/retrieval"
)

// sentence is a sentence of a hit, weighed as evidence for a question.
type sentence struct {
	source    retrieval.Source
	rank      int // of its hit, from 0
	span      hanzi.Span
	text      []rune          // of the whole paragraph
	said      string          // what it says itself
	titled    map[string]bool // terms of its title and section
	around    map[string]bool // those of the question's words that its paragraph holds
	own       map[string]bool // terms of it
	coverage  float64         // share of the question's words that it, or what it leans on, holds
	unsaid    float64         // share of the question's nouns that its article says nowhere
	unnamed   float64         // how much of a strange name of the question its article lacks
	scattered float64         // share of the question's words that other sentences of the hits hold and it does not
	head      float64         // share of what is asked for by name that it holds
	faceless  bool            // who or where is asked, and it names nobody, or no place
	defines   bool            // what something is is asked, and it says so
	headless  bool            // its article says nothing of what is asked for by name
	unmost    bool            // the most of something is asked for and it speaks of none
	cosine    float64
	hit       float64    // score of its hit
	missing   string     // a place or institution of the question that its article does not name
	read      float64    // the reader's voice for an answer in it, -1…1; 0 without a reader
	answer    hanzi.Span // what the reader holds to be the answer, in runes of the paragraph
	score     float64
}

func (s sentence) String() string { return s.said }

func (s sentence) features() scales.Sentence {
	return scales.Sentence{
		Coverage: s.coverage, Cosine: s.cosine, Hit: s.hit, Head: s.head, Unsaid: s.unsaid, Unnamed: s.unnamed, Scattered: s.scattered,
		Missing: wording.AllOrNothing(s.missing != ""), Faceless: wording.AllOrNothing(s.faceless), Defines: wording.AllOrNothing(s.defines), Headless: wording.AllOrNothing(s.headless), Unmost: wording.AllOrNothing(s.unmost), Read: s.read,
	}
}

// readHits is how many hits are read for an answer.
const readHits = 8

// What a word is worth that stands not in the sentence but where it gets its
// subject from.
const (
	titleCredit     = 0.7
	previousCredit  = 0.6
	paragraphCredit = 0.45
)

// evidence weighs every sentence of the best hits, best first.
func evidence(snapshot *retrieval.Snapshot, r asking.Reading, want wanted, hits []retrieval.Hit) []sentence {
	hits = hits[:min(readHits, len(hits))]
	byHit := make([][]sentence, len(hits))
	cores.Each(len(hits), func(rank int) {
		text := snapshot.ArticleText(hits[rank].Article, wording.ArticleText)
		missing, not, headless := cmp.Or(naming.Missing(want.names, want.folded, text), negated(want.nouns, want.folded, text)), wording.Unsaid(want.nouns, text), len(want.thing) > 0 && !want.thing.AnyIn(text)
		lacks := max(naming.LackedOf(want.strange, text), wording.AllOrNothing(naming.LacksAllOf(want.opening, text)))
		byHit[rank] = weigh(snapshot, want.words, rank, hits[rank])
		for i := range byHit[rank] {
			s := &byHit[rank][i]
			s.unsaid, s.unnamed, s.headless = not, lacks, headless
			s.head = want.thing.HeldIn(s.own)
			s.missing = missing
			s.faceless = faceless(r, snapshot, *s)
			s.defines = saysWhatIs(want.defined, *s)
			s.unmost = want.most && !speaksOfMost.MatchString(hanzi.Fold(s.String()))
		}
	})
	out := slices.Concat(byHit...)
	scatter(want.words, out)
	for i := range out {
		out[i].score = out[i].features().Score(false)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	return out
}

// scatter finds for each sentence what of the question others hold and it does not.
func scatter(asked wording.Terms, sentences []sentence) {
	all := asked.Share(func(term string) float64 {
		return wording.AllOrNothing(slices.ContainsFunc(sentences, func(s sentence) bool { return s.own[term] || s.titled[term] }))
	})
	for i := range sentences {
		sentences[i].scattered = max(0, all-sentences[i].coverage)
	}
}

var (
	asksMost     = pattern.Compile(`最(多|高|大|快|长|重|贵|早|少|低|小|慢|短|强|好|新|先|远|近|重要|主要)`)
	speaksOfMost = pattern.Compile(`最|第一|首|冠|之王|唯一|居前|领先|主要|至少|至多`)
)

// weigh makes the sentences of one hit.
func weigh(snapshot *retrieval.Snapshot, asked wording.Terms, rank int, h retrieval.Hit) []sentence {
	apart := snapshot.Apart(h.Source, wording.LongForm)
	title := wording.TermSet(snapshot, h.Article.Title+" "+h.Section)
	around := map[string]bool{}
	for _, part := range apart.Sentences {
		for _, term := range asked {
			if part.Terms[term.Text] {
				around[term.Text] = true
			}
		}
	}
	var previous map[string]bool
	out := make([]sentence, 0, len(apart.Sentences))
	for i, part := range apart.Sentences {
		s := sentence{source: h.Source, rank: rank, span: part.Span, text: apart.Text, said: part.Text, titled: title, around: around, own: part.Terms, cosine: h.Parts.Whole, hit: h.Score}
		if i < len(h.Sentences) {
			s.cosine = h.Sentences[i]
		}
		s.coverage = asked.Share(func(term string) float64 { return credit(term, s.own, title, previous, around) })
		out = append(out, s)
		previous = s.own
	}
	return out
}

func credit(term string, own, title, previous, paragraph map[string]bool) float64 {
	switch {
	case own[term]:
		return 1
	case title[term]:
		return titleCredit
	case previous[term]:
		return previousCredit
	case paragraph[term]:
		return paragraphCredit
	}
	return 0
}
