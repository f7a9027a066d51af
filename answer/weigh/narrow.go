package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// amongThem begins what is said of a part of what was just counted.
const amongThem = "其中"

// narrowToWhole marks the figures of a part that the question does not name where the
// whole stands before it: 院士项目9个 of 人才项目170个，其中院士项目9个. It says which
// figures are of parts.
func narrowToWhole(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) []bool {
	parts := make([]bool, len(found))
	asked := hanzi.Fold(strings.Join(append([]string{r.Asked()}, r.Context...), " "))
	if _, part := r.WholeNamed(); part || strings.Contains(asked, amongThem) || len(boundsAsked(r)) > 0 {
		return parts
	}
	askedWords := map[string]bool{}
	for _, w := range snapshot.Words(asked) {
		askedWords[w.Text] = true
	}
	for i, c := range found {
		whole, part, ok := c.SaidOfPart()
		if !ok {
			continue
		}
		parts[i] = true
		own, named, ofPart := 0, false, false
		for _, w := range snapshot.Words(part) {
			if w.End-w.Start > 1 && !wording.IsGrammar(w) && !strings.Contains(whole, w.Text) {
				own++
				named = named || askedWords[w.Text] || len([]rune(w.Text)) > 2 && strings.Contains(asked, w.Text)
				ofPart = ofPart || wording.IsNoun(w) && w.End <= len([]rune(part))-AroundRunes && askedWords[w.Text]
			}
		}
		ofWhole := slices.ContainsFunc(found, func(w Candidate) bool {
			return w.isBefore(c, len([]rune(whole))) && (r.Claim != nil || !r.Said[w.Figure.Text])
		})
		if own > 0 && !named && ofWhole {
			found[i].Features.Narrow = 1
		}
		if words := snapshot.Words(part); ofPart || len(words) > 0 && wording.IsNoun(words[0]) && words[0].End > 1 && !wording.NamesNothing(words[0].Text) && askedWords[words[0].Text] {
			for j, w := range found {
				found[j].Features.Narrow = max(w.Features.Narrow, wording.AllOrNothing(w.isBefore(c, len([]rune(whole)))))
			}
		}
	}
	return parts
}

// isBefore says that the figure stands in what the sentence of another says of the whole,
// its first n runes, and is of its unit.
func (c Candidate) isBefore(part Candidate, n int) bool {
	return c.Sentence.Source.Paragraph == part.Sentence.Source.Paragraph && c.Figure.Unit == part.Figure.Unit &&
		c.Figure.Start >= part.Sentence.Span.Start && c.Figure.Start < part.Sentence.Span.Start+n
}

// SaidOfPart parts the figure's sentence where it says 其中, up to the figure and what
// stands behind it in its clause, folded.
func (c Candidate) SaidOfPart() (whole, part string, ok bool) {
	before := c.SaidBefore()
	at := strings.LastIndex(before, amongThem)
	if at < 0 || strings.ContainsAny(before[at:], "。;!?") { // short sentences are one: 其中博士35人。明光公司员工500人
		return "", "", false
	}
	return before[:at], before[at+len(amongThem):] + " " + c.Behind(AroundRunes), true
}

// limit says how far something goes at most.
var limit = pattern.Compile(`最高|最多|上限|封顶|至多|不超过`)

// What came to what there was is asked for, or said.
var (
	added  = pattern.Compile(`新增|净增|增设|新设`)
	adding = pattern.Compile(`增|新设`)
)

// narrowTo marks the figures beside which none of some words stands where one is asked
// for and stands beside another: 最高补多少 of 给予1万元 beside 补助最高100万元.
func narrowTo(r asking.Reading, asked, said *pattern.Regexp, found []Candidate) {
	says := func(c Candidate) bool { return said.MatchString(c.before() + c.Behind(3)) }
	if !asked.MatchString(hanzi.Fold(r.Raw)) || !slices.ContainsFunc(found, func(c Candidate) bool { return says(c) && c.Features.Fit > scales.PoorFit }) {
		return
	}
	for i, c := range found {
		if !says(c) {
			found[i].Features.Narrow = 1
		}
	}
}

// boundsAsked are the figures that a question gives as a bound of what it asks for, folded
// and less their units: 10亿 in 10亿元以上的项目.
func boundsAsked(r asking.Reading) []string {
	var out []string
	for _, m := range boundAsked.FindAllStringSubmatch(hanzi.Fold(r.Raw), -1) {
		out = append(out, m[1])
	}
	return out
}

var boundAsked = pattern.Compile(`(\d[\d.,]*[十百千万亿]*)(?:[^\d,。]{0,4}?)以[上下内]`)

// narrowToBound marks the figures of others than those within the bound that the question
// gives, where one of the article is of them.
func narrowToBound(r asking.Reading, found []Candidate) {
	for _, bound := range boundsAsked(r) {
		of := func(c Candidate) bool { return strings.Contains(c.before(), bound) }
		for i, c := range found {
			if !of(c) && slices.ContainsFunc(found, func(o Candidate) bool {
				return of(o) && o.Entry.Article == c.Entry.Article && o.Features.Fit >= c.Features.Fit
			}) {
				found[i].Features.Narrow, found[i].Features.Apart = 1, 1
			}
		}
	}
}

// anyRegion may stand before a measure of wherever is spoken of: 地区生产总值.
var anyRegion = map[string]bool{"地区": true, "国内": true, "全市": true, "全省": true, "全县": true, "全区": true}

// narrow marks figures of a part that the question does not name, where another
// figure of the article is of the whole: 国企项目的固投 beside 固定资产投资.
func narrow(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) {
	narrowTo(r, limit, limit, found)
	narrowTo(r, added, adding, found)
	narrowTo(r, offByAsked, offBySaid, found)
	narrowToMost(r, found)
	narrowToBound(r, found)
	narrowToThen(r, found)
	narrowToLong(r, found)
	narrowToTotal(r, found)
	narrowToAll(snapshot, r, found)
	narrowToUnquoted(r, found)
	narrowToKind(r, found)
	narrowToOneOf(r, found)
	narrowToDeed(snapshot, r, found)
	narrowToFate(r, found)
	parts := narrowToWhole(snapshot, r, found)
	asked := wording.LongForm(hanzi.Fold(r.Raw))
	metrics := make([]string, len(found))
	for i, c := range found {
		metrics[i] = wording.LongForm(hanzi.Fold(c.Entry.Metric))
	}
	for i := range found {
		for j := range found {
			part, ok := strings.CutSuffix(metrics[i], metrics[j])
			part = strings.TrimSuffix(part, "的")
			if ok && part != "" && !anyRegion[part] && !parts[j] && len([]rune(metrics[j])) >= ShortestMetric && found[i].Entry.Article == found[j].Entry.Article &&
				found[i].Features.Fit == found[j].Features.Fit && strings.Contains(asked, metrics[j]) && !strings.Contains(asked, part) && wording.Shared(wording.Bigrams(part), asked) == 0 {
				found[i].Features.Narrow = 1
			}
		}
	}
}

// mosts are words for the most of something.
var mosts = pattern.Compile(`最[大高多低小长快早少]`)

// narrowToMost marks the figures that are not the most of what is asked for, where another
// of the same sentence and unit is: 历史极值163.7毫米 beside 最大降雨量201毫米.
func narrowToMost(r asking.Reading, found []Candidate) {
	word := mosts.FindString(hanzi.Fold(r.Raw))
	if word == "" {
		return
	}
	for i, c := range found {
		if strings.Contains(c.Said(), word) {
			continue
		}
		for _, o := range found {
			if o.Sentence.Is(c.Sentence) && o.Figure.Unit == c.Figure.Unit && strings.Contains(o.before(), word) {
				found[i].Features.Narrow = 1
			}
		}
	}
}
