package evidence

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

// Aims says that what stands before a figure makes it an aim.
func Aims(text []rune, at int) bool { return aimSaid.MatchString(LeadUp(text, at)) }

// LeadUp is what stands before a figure in its sentence, of which semicolons are no end
// (预期目标是：……；城镇新增就业1100万人以上), folded and less the aims that were reached.
func LeadUp(text []rune, at int) string {
	from := at
	for from > 0 && !strings.ContainsRune("。！？!?\n", text[from-1]) {
		from--
	}
	return aimHeld.ReplaceAllString(hanzi.Fold(string(text[from:at])), "")
}

// AsksAim says that the question asks for what is to be.
func AsksAim(r asking.Reading) bool { return aimAsked.MatchString(hanzi.Fold(r.Raw)) }
