package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/figure"
	"youju/hanzi"
)

// The reader sees best which of the figures of one sentence is asked for: where it is sure of one, and this much surer than of
// the best one, it was right 12 times and wrong 2 of the figures of twenty sets (2026-11). Of figures of other sentences it was not.
const (
	sureOfOne      = 0.5  // of the reader, -1…1
	surerBy        = 0.1  // than of the best one
	surerOfNarrow  = 0.55 // where the text says that it is of something narrower: 2人受伤 for 死了多少人
	countedAsRunes = 3
)

// sureFirst puts the figure of the best one's sentence first that the reader is sure of, and surer than of the best one:
// 31.2万元 of 列支招待费44.9万元，超支31.2万元 for 超支多少. What the question says of the best one alone speaks for that, and so does
// that it was put first though others weigh more.
func sureFirst(r asking.Reading, found []Candidate) {
	best, surest := found[0], 0
	for i, c := range found {
		if c.Sentence.Is(best.Sentence) && c.Features.Fit >= best.Features.Fit && c.Features.Read > found[surest].Features.Read {
			surest = i
		}
	}
	c := found[surest]
	by := surerBy
	if c.Features.Narrow > best.Features.Narrow {
		by = surerOfNarrow
	}
	sure := c.Features.Read
	if r.Claim != nil || sure < sureOfOne || sure < best.Features.Read+by || c.Score > best.Score || c.Features.Scope < best.Features.Scope || best.saysMoreAsked(r, c) {
		return
	}
	takeOver(found, surest)
	found[0].Features.Read = sure
}

// saysMoreAsked says that a figure has what the question names and another one of its sentence has not: what it counts, another
// figure, or a name in Latin letters.
func (c Candidate) saysMoreAsked(r asking.Reading, other Candidate) bool {
	return c.countsAsked(r, countedAsRunes) && !other.countsAsked(r, countedAsRunes) || c.saysFigure(r) && !other.saysFigure(r) || c.Features.Written > other.Features.Written
}

// countsAsked says that the question names what so many runes right behind the figure say: 省部级 of 2名省部级干部.
func (c Candidate) countsAsked(r asking.Reading, runes int) bool {
	behind := c.Behind(runes)
	return len([]rune(behind)) == runes && strings.Contains(hanzi.Fold(r.Raw), behind)
}

// saysFigure says that the figure's clause holds another one that the question names, and no date: 一万平方公里.
func (c Candidate) saysFigure(r asking.Reading) bool {
	return slices.ContainsFunc(figure.Find(c.Said()), func(said figure.Figure) bool {
		return said.Kind != figure.Date && NamesFigure(r, said)
	})
}
