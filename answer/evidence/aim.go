package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
)

// A figure is an aim where its sentence says before it, or right behind it, that it is what
// is to be; a question asks for one that says so.
var (
	aimSaid  = pattern.Compile(`目标(是|为|:|分别|任务)|(目标|规划|预算)[^,。;]*$|力争|争取|拟|计划|预计|预期|有望|控制在|不低于|不超过|` + aimSet)
	aimHeld  = pattern.Compile(`(完成|实现|达到|超过|超额完成|好于|高于)(了|年初|全年|年度|既定|预定|预期|确定的?|各项|主要|提出的)*(目标|计划|预期|预算)`)
	aimAsked = pattern.Compile(`目标|力争|争取|拟|计划|预计|预期|有望|规划|预算|安排|要(达|到|增|提|降|实现|完成|控制)|将|准备|打算`)
)

// aimSet says that a level is set for a time to come: 到2025年,高新技术企业要达到600家.
const aimSet = `(?:^|[^需只重主首次不])要(?:达到?|突破|超过?|实现|增[至到]|完成|建成|新增|培育|引进|降[至到])|[将到]\d{4}年[底末]?,[^。;]*(?:达到?|突破|超过?|实现|增[至到]|完成|建成|降[至到])[约近超]?$`

var setsAim = pattern.Compile(`目标|力争|争取|` + aimSet)

// SetsAim says that what stands before a figure sets it as an aim, and not only as what may be had.
func SetsAim(text []rune, at int) bool { return setsAim.MatchString(LeadUp(text, at)) }

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

// AimsIn says that a figure at a place of a passage is an aim, by its sentence or by the paragraph before, where that ends
// with a colon: 主要预期目标是：.
func AimsIn(source retrieval.Source, at int) bool {
	return aimSaid.MatchString(LeadUpIn(source, at))
}

// LeadUpIn is what stands before a figure in its sentence, and in the paragraph that leads up to it.
func LeadUpIn(source retrieval.Source, at int) string {
	text := []rune(source.Text)
	own := LeadUp(text, at)
	if strings.ContainsAny(string(text[:at]), "。！？!?\n") {
		return own
	}
	before := strings.TrimRight(hanzi.Fold(source.Before()), " \u3000")
	if !strings.HasSuffix(before, ":") {
		return own
	}
	return LeadUp([]rune(before), len([]rune(before))) + own
}

// AsksAim says that the question asks for what is to be.
func AsksAim(r asking.Reading) bool { return aimAsked.MatchString(hanzi.Fold(r.Raw)) }
