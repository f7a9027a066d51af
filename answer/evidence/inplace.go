package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/hanzi"
)

// inPlaceBy is how much worse than the best a sentence may be that says what is asked in the question's own words.
const inPlaceBy = 0.15

// InPlaceFirst moves a sentence before the others that says what a question does with something else in the place of the
// words that ask, where the best one says no such thing: 工人因偷电缆被抓 for 因偷什么被抓.
func InPlaceFirst(r asking.Reading, sentences []Sentence, read bool) {
	asked := blankIn(hanzi.Fold(r.Raw))
	if asked == nil || r.Asks.Numeric() || asked.filledIn(hanzi.Fold(sentences[0].String())) {
		return
	}
	for i, s := range sentences[:min(HeldTried, len(sentences))] {
		if s.Score < sentences[0].Score-inPlaceBy {
			return
		}
		if s.Missing == "" && s.Support(read) >= scales.Bound && asked.filledIn(hanzi.Fold(s.String())) {
			PutFirst(sentences, i)
			return
		}
	}
}

// blank is a question with a gap where its words ask: what stands right before them, and what right behind.
type blank struct {
	asked  string
	before []rune
	behind string
}

// asksIn finds the words that ask with the clause that they stand in; 名字 behind them is what they ask for, and nothing that is said.
var asksIn = pattern.Compile(`([^,。:;?!"“”]*?)[了过着]?(?:什么样?的?|谁|哪一?[个家位些种款部项支座所名条类]?)(?:名字)?(的?\p{Han}{0,2})`)

// blankIn is such a gap of a folded question; nil for none.
func blankIn(asked string) *blank {
	m := asksIn.FindStringSubmatch(asked)
	if m == nil || strings.HasPrefix(m[2], "的") {
		return nil
	}
	return &blank{asked: asked, before: []rune(m[1]), behind: m[2]}
}

// A gap's border is known by so many runes before it, by more where nothing stands behind it, and what fills it has no
// more than gapRunes.
const (
	borderRunes  = 2
	loneRunes    = 3
	longBorder   = 6
	gapRunes     = 24
	behindBorder = 2
)

// filledIn says that a folded text says the same with something new in the gap.
func (b *blank) filledIn(text string) bool {
	least := borderRunes
	if len([]rune(b.behind)) < behindBorder {
		least = loneRunes
	}
	for n := min(longBorder, len(b.before)); n >= least; n-- {
		border := string(b.before[len(b.before)-n:])
		if strings.Trim(border, "的是在有了为和与对将被把由从到") == "" {
			return false
		}
		if _, behind, found := strings.Cut(text, border); found {
			return b.fills(behind)
		}
	}
	return false
}

// fills says that what stands behind the border is something new, up to what follows the gap.
func (b *blank) fills(behind string) bool {
	behind = strings.TrimLeft(behind, "了过着")
	if end := strings.IndexAny(behind, ",。;!?"); end >= 0 {
		behind = behind[:end]
	}
	if len([]rune(b.behind)) >= behindBorder {
		at := strings.Index(behind, b.behind)
		if at < 0 {
			return false
		}
		behind = behind[:at]
	}
	n := len([]rune(behind))
	return n >= borderRunes && n <= gapRunes && !strings.Contains(b.asked, behind)
}
