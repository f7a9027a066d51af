// Package evidence finds the sentences that may answer a question, weighs them, has the reader look
// at the best and puts those first that name somebody, or hold an office, where that is asked.
package evidence

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

// Sentence is a sentence of a hit, weighed as evidence for a question.
type Sentence struct {
	Source     retrieval.Source
	rank       int // of its hit, from 0
	Span       hanzi.Span
	Text       []rune          // of the whole paragraph
	said       string          // what it says itself
	Titled     map[string]bool // terms of its title and section
	Around     map[string]bool // those of the question's words that its paragraph holds
	own        map[string]bool // terms of it
	Coverage   float64         // share of the question's words that it, or what it leans on, holds
	Unsaid     float64         // share of the question's nouns that its article says nowhere
	Unnamed    float64         // how much of a strange name of the question its article lacks
	Scattered  float64         // share of the question's words that other sentences of the hits hold and it does not
	Head       float64         // share of what is asked for by name that it holds
	faceless   bool            // who or where is asked, and it names nobody, or no place
	defines    bool            // what something is is asked, and it says so
	Headless   bool            // its article says nothing of what is asked for by name
	unmost     bool            // the most of something is asked for and it speaks of none
	Contested  float64         // how near one of another article comes that does not say the same (Rivals)
	Cosine     float64
	Hit        float64    // score of its hit
	Missing    string     // a place or institution of the question that its article does not name
	Read       float64    // the reader's voice for an answer in it, -1…1; 0 without a reader
	Answer     hanzi.Span // what the reader holds to be the answer, in runes of the paragraph
	Beside     hanzi.Span // what it holds to be the answer in a sentence next to it
	ReadBeside float64    // and its voice for that
	Score      float64
}

// String is what the sentence itself says.
func (s Sentence) String() string { return s.said }

// SentenceAt is the sentence of a passage that a rune of it stands in, not weighed.
func SentenceAt(source retrieval.Source, at int) Sentence {
	s := Sentence{Source: source, Text: []rune(source.Text)}
	span, ok := hanzi.SentenceAround(source.Text, hanzi.Span{Start: at, End: at + 1})
	if !ok {
		span = hanzi.Span{End: len(s.Text)}
	}
	s.Span = span
	s.said = string(s.Text[s.Span.Start:s.Span.End])
	return s
}

// Is says that two are one sentence of one paragraph.
func (s Sentence) Is(o Sentence) bool {
	return s.Source.Paragraph == o.Source.Paragraph && s.Span == o.Span
}

// Features are what speaks for the sentence.
func (s Sentence) Features() scales.Sentence {
	return scales.Sentence{
		Coverage: s.Coverage, Cosine: s.Cosine, Hit: s.Hit, Head: s.Head, Unsaid: s.Unsaid, Unnamed: s.Unnamed, Scattered: s.Scattered,
		Missing: wording.AllOrNothing(s.Missing != ""), Faceless: wording.AllOrNothing(s.faceless), Defines: wording.AllOrNothing(s.defines), Headless: wording.AllOrNothing(s.Headless), Unmost: wording.AllOrNothing(s.unmost), Contested: s.Contested, Read: s.Read,
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

// Weigh weighs every sentence of the best hits, best first.
func Weigh(snapshot *retrieval.Snapshot, r asking.Reading, want Wanted, hits []retrieval.Hit) []Sentence {
	hits = hits[:min(readHits, len(hits))]
	byHit := make([][]Sentence, len(hits))
	cores.Each(len(hits), func(rank int) {
		text := snapshot.ArticleText(hits[rank].Article, wording.ArticleText)
		missing := naming.Missing(want.names, want.folded, text)
		if missing != "" {
			missing = naming.Missing(naming.WithoutHosts(snapshot, want.names, want.folded, text), want.folded, text)
		}
		missing, not, headless := cmp.Or(missing, naming.OtherHost(snapshot, want.folded, text), Negated(want.nouns, want.folded, text)), wording.Unsaid(want.nouns, text), len(want.thing) > 0 && !want.thing.AnyIn(text)
		lacks := max(naming.LackedOf(want.strange, text), wording.AllOrNothing(naming.LacksAllOf(want.opening, text)))
		byHit[rank] = ofHit(snapshot, want.words, rank, hits[rank])
		for i := range byHit[rank] {
			s := &byHit[rank][i]
			s.Unsaid, s.Unnamed, s.Headless = not, lacks, headless
			s.Head = want.thing.HeldIn(s.own)
			s.Missing = missing
			native := want.native && saysNative(hanzi.Fold(s.String()))
			s.faceless = faceless(snapshot, r, *s) || want.native && !native
			s.defines = saysWhatIs(want.defined, *s) || native
			s.unmost = want.most && !speaksOfMost.MatchString(hanzi.Fold(s.String()))
		}
	})
	out := slices.Concat(byHit...)
	scatter(want.words, out)
	for i := range out {
		out[i].Score = out[i].Features().Score(false)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	rivals := RivalsOf(out)
	for i := range out {
		out[i].Contested = rivals.Contest(out[i], "")
	}
	return out
}

// scatter finds for each sentence what of the question others hold and it does not.
func scatter(asked wording.Terms, sentences []Sentence) {
	all := asked.Share(func(term string) float64 {
		return wording.AllOrNothing(slices.ContainsFunc(sentences, func(s Sentence) bool { return s.own[term] || s.Titled[term] }))
	})
	for i := range sentences {
		sentences[i].Scattered = max(0, all-sentences[i].Coverage)
	}
}

var (
	asksMost     = pattern.Compile(`最(多|高|大|快|长|重|贵|少|低|小|慢|短|强|好|新|远|近|重要|主要|[早先]([^是在于由从何什哪开起]|$))`)
	quotedText   = pattern.Compile(`[“"「‘][^”"」’]*[”"」’]`) // which asks nothing: “没有最好，只有更好”
	speaksOfMost = pattern.Compile(`最|继[^,。;]{2,16}后[^。;]{0,24}第二|第一|首[^次届期家批先日]|冠|之王|唯一|居前|领先|主要|至少|至多`)
)

// SaysMost says that a question asks for the most of something, and a text speaks of one.
func SaysMost(r asking.Reading, text string) bool {
	return asksForMost(hanzi.Fold(r.Raw)) && speaksOfMost.MatchString(hanzi.Fold(text))
}

// asksForMost says that a folded question asks for the most of something, and does not only quote the word.
func asksForMost(folded string) bool {
	return asksMost.MatchString(quotedText.ReplaceAllString(folded, ""))
}

// ofHit makes the sentences of one hit.
func ofHit(snapshot *retrieval.Snapshot, asked wording.Terms, rank int, h retrieval.Hit) []Sentence {
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
	out := make([]Sentence, 0, len(apart.Sentences))
	for i, part := range apart.Sentences {
		s := Sentence{Source: h.Source, rank: rank, Span: part.Span, Text: apart.Text, said: part.Text, Titled: title, Around: around, own: part.Terms, Cosine: h.Parts.Whole, Hit: h.Score}
		if i < len(h.Sentences) {
			s.Cosine = h.Sentences[i]
		}
		s.Coverage = asked.Share(func(term string) float64 { return Credit(term, s.own, title, previous, around) })
		out = append(out, s)
		previous = s.own
	}
	return out
}

// Credit is what a term is worth by where it stands: all in the text itself, less in the title, in
// the sentence before and elsewhere in the paragraph.
func Credit(term string, own, title, previous, paragraph map[string]bool) float64 {
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

// Support of a sentence.
func (s Sentence) Support(read bool) float64 { return s.Features().Support(read) }
