package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// parallel marks the figures of a row of like clauses (短视频时长，每月不少于16天；直播时长，每月不少于24天)
// whose heading, the clause before, says less of the question than that of another does.
func parallel(snapshot *retrieval.Snapshot, asked wording.Terms, found []Candidate) {
	for i, c := range found {
		before := c.before()
		if len([]rune(before)) < ShortestMetric {
			continue
		}
		for _, o := range found {
			if o.Figure.Start == c.Figure.Start || o.Figure.Unit != c.Figure.Unit || o.Sentence.Source.Paragraph != c.Sentence.Source.Paragraph || o.before() != before {
				continue
			}
			if of := o.heading(); !strings.ContainsAny(of+c.heading(), "0123456789") && asked.HeldBy(snapshot, of) > asked.HeldBy(snapshot, c.heading()) {
				found[i].Features.Narrow = 1
			}
		}
	}
}

// heading is the clause before the figure's, folded.
func (c Candidate) heading() string { return strings.TrimSuffix(c.justBefore(), c.before()) }

// model is a product by a name in Latin letters that goes on with a number or letters:
// galaxy tab s9 fe.
var (
	model     = pattern.Compile(`[a-z][a-z]+(?: ?[a-z0-9]+)+`)
	modelTail = pattern.Compile(`^ ?(\+|(pro|plus|max|ultra|mini|lite)\b)`) // provides is none
)

// otherModel says that what was named last before the figure is another model of the one
// that a folded question names: galaxy tab s9 fe +.
func (c Candidate) otherModel(asked string) bool {
	at := model.FindStringIndex(asked)
	if at == nil || modelTail.MatchString(asked[at[1]:]) {
		return false
	}
	said, name := c.SaidBefore(), asked[at[0]:at[1]]
	last := strings.LastIndex(said, name)
	return last >= 0 && modelTail.MatchString(said[last+len(name):])
}

// happened is the word of what the question asks the time of: 卸任 in 什么时候卸任市长; "" where
// no verb of two characters stands behind the words that ask.
func happened(snapshot *retrieval.Snapshot, r asking.Reading) string {
	asked := hanzi.Fold(r.Raw)
	at := whenAsked.FindStringIndex(asked)
	if at == nil {
		return ""
	}
	for _, w := range snapshot.Words(lightOfIt.ReplaceAllString(asked[at[1]:], "")) {
		if w.Start == 0 && w.End > 1 && strings.HasPrefix(w.Speech, "v") {
			return w.Text
		}
	}
	if m := begunAsked.FindStringSubmatch(asked); m != nil {
		words := snapshot.Words(m[1])
		if last := words[len(words)-1]; last.End-last.Start > 1 && last.End == len([]rune(m[1])) && strings.Contains("vn", wording.Class(last.Speech)) {
			return last.Text
		}
	}
	return ""
}

// object is what is named by its writing right behind a deed: LUMO·E of 发布LUMO·E, 长河谣 of 首播《长河谣》.
var object = pattern.Compile(`^了?(?:《([^》]{1,30})》|([a-z][a-z\d·.-]+))`)

// ofOtherObject says that a time is of the deed that is asked about, done with another thing than the question names.
func (c Candidate) ofOtherObject(snapshot *retrieval.Snapshot, r asking.Reading) bool {
	deed := happened(snapshot, r)
	if !r.Asks.OfTime() || r.Claim != nil || deed == "" || len(naming.Written(r.Asked())) == 0 {
		return false
	}
	_, behind, _ := strings.Cut(c.Said(), deed)
	m := object.FindStringSubmatch(behind)
	return m != nil && !strings.Contains(hanzi.Fold(r.Raw), m[1]+m[2])
}

// begunAsked asks when something began: 试运行开始于哪一天.
var begunAsked = pattern.Compile(`(\p{Han}{2,6})(?:正式)?(?:开始|启动)[于是在的时间]{1,3}(?:什么时候|何时|哪一?天|哪[一几]?年|几月|几[日号])`)

// ofWhatHappened marks the dates beside which the deed does not stand that the question asks
// the time of, where it stands beside another of the same article.
func ofWhatHappened(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) {
	if r.Asks != asking.Date && r.Asks != asking.Year || r.Claim != nil {
		return
	}
	deed := happened(snapshot, r)
	if deed == "" {
		return
	}
	for i, c := range found {
		if strings.Contains(hanzi.Fold(c.Sentence.String()), deed) {
			continue
		}
		if slices.ContainsFunc(found, func(o Candidate) bool {
			return o.Entry.Article == c.Entry.Article && o.Features.Fit >= c.Features.Fit && strings.Contains(o.Said()+o.behindSentence(AroundRunes), deed)
		}) {
			found[i].Features.Narrow = 1
		}
	}
}
