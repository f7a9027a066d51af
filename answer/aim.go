package answer

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// A figure is an aim where its sentence says before it, or right behind it, that it is what
// is to be; a question asks for one that says so.
var (
	aimSaid  = pattern.Compile(`目标|力争|争取|拟|计划|预计|预期|有望|规划|预算|控制在|不低于|不超过`)
	aimHeld  = pattern.Compile(`(完成|实现|达到|超过|超额完成|好于|高于)(了|年初|全年|年度|既定|预定|预期)*(目标|计划|预期|预算)`)
	aimAsked = pattern.Compile(`目标|力争|争取|拟|计划|预计|预期|有望|规划|预算|安排|要(达|增|提|降|实现|完成|控制)|将|准备|打算`)
)

// aimBy is how much worse the figure of what is so may be than one of what is to be.
const aimBy = 1.5

// aim says that the figure is of what is to be.
func (c candidate) aim() bool { return aims(c.sentence.text, c.figure.Start) }

// aims says that what stands before a figure makes it an aim.
func aims(text []rune, at int) bool { return aimSaid.MatchString(leadUp(text, at)) }

// leadUp is what stands before a figure in its sentence, of which semicolons are no end
// (预期目标是：……；城镇新增就业1100万人以上), folded and less the aims that were reached.
func leadUp(text []rune, at int) string {
	from := at
	for from > 0 && !strings.ContainsRune("。！？!?\n", text[from-1]) {
		from--
	}
	return aimHeld.ReplaceAllString(hanzi.Fold(string(text[from:at])), "")
}

// asksAim says that the question asks for what is to be.
func asksAim(r asking.Reading) bool { return aimAsked.MatchString(hanzi.Fold(r.Raw)) }

// aimedFirst puts, of a year that was asked for, a figure of what is so before one of the same metric that only was to be so,
// and the other way where the question asks for the aim.
func aimedFirst(r asking.Reading, found []candidate, read bool) {
	wanted := asksAim(r)
	best := found[0]
	if len(r.Years) == 0 || best.entry.Metric == "" || best.aim() == wanted {
		return
	}
	for i, c := range found {
		if c.score < best.score-aimBy {
			return
		}
		if c.entry.Metric != best.entry.Metric || c.figure.Unit != best.figure.Unit || c.aim() != wanted || !c.supported(read) {
			continue
		}
		if _, other := otherYear(r, c); !other && c.ofYear(r) {
			putFirst(found, i)
			return
		}
	}
}

// onlyAimed says that a change of a year is asked for, and the figure only says what was
// aimed at; what others expect (预计增长3%) is all that is known of some.
func onlyAimed(r asking.Reading, c candidate) bool {
	return r.Asks == asking.Change && len(r.Years) > 0 && r.Claim == nil && !asksAim(r) && target.MatchString(leadUp(c.sentence.text, c.figure.Start))
}

var target = pattern.Compile(`目标|力争|争取`)
