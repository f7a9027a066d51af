package answer

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/likeness"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// mostAsked are the ways to ask which of a kind has most, or least, of something: 哪个高新区的
// 科技型中小企业最多, 这些园区里谁的利润增长最快, 利润最高的是哪个区.
var mostAsked = []*pattern.Regexp{
	pattern.Compile(`(?:这|那)(?:些|几个|几家)(?P<kind>\p{Han}{1,5}?)(?:之|当)?[里中],?(?:谁|哪一?(?:个|家|座|所))的?(?P<metric>.{2,20}?)` + mostWord),
	pattern.Compile(`哪一?(?:个|家|座|所|项|些|几个|几家)?(?P<kind>\p{Han}{1,5}?)(?:的|在|中|里|有)(?P<metric>.{2,20}?)` + mostWord),
	pattern.Compile(`(?P<metric>.{2,20}?)` + mostWord + `的是?哪一?(?:个|家|座|所)(?P<kind>\p{Han}{1,5})[?]?$`),
}

const mostWord = `(?:是|数|数量)?最(?P<word>多|高|大|快|长|重|贵|早|少|低|小|慢|短)`

// growthAsked is behind what is said to have grown most.
var growthAsked = pattern.Compile(`(?:的|同比)?(?:增长|增速|增幅|涨幅|增长率|增长速度|涨)得?$`)

// mostOf is what a folded question asks to be most of a kind.
type mostOf struct {
	kind, metric, word string
	grew               bool // how far it moved, not what it came to
}

func readMost(folded string) (mostOf, bool) {
	for _, way := range mostAsked {
		m := way.FindStringSubmatch(folded)
		if m == nil {
			continue
		}
		asked := mostOf{kind: m[way.SubexpIndex("kind")], metric: m[way.SubexpIndex("metric")], word: m[way.SubexpIndex("word")]}
		plain := growthAsked.ReplaceAllString(asked.metric, "")
		asked.metric, asked.grew = plain, plain != asked.metric
		return asked, true
	}
	return mostOf{}, false
}

const (
	mostMetric = 0.6 // share of a metric's words that the question must hold, and of its words that the metric must
	mostRows   = 8   // figures that are set against each other
)

// most answers which of a kind has most or least, over the whole ledger; ok is
// false where the question does not ask it or no figure is of that metric.
func most(snapshot *retrieval.Snapshot, r asking.Reading) (say.Answer, bool) {
	asked, ok := readMost(hanzi.Fold(r.Raw))
	if !ok {
		return say.Answer{}, false
	}
	rows := rivals(snapshot, asked)
	if len(rows) == 0 {
		return say.Answer{}, false
	}
	mostFirst(rows, derive.IsLess(asked.word))
	if !asked.grew && slices.ContainsFunc(rows, func(e ledger.Entry) bool { return derive.CountsUnlike(asked.metric, rows[0].Metric, e.Metric) }) {
		answer := sayMost(snapshot, r, asked.kind, rows, func(e ledger.Entry) string { return e.Entity + " " + e.Metric })
		answer.Refused = true
		return labelled(answer, r.Lang.Say("answer.not-comparable")+"\n"), true
	}
	return sayMost(snapshot, r, asked.kind, rows, func(e ledger.Entry) string { return e.Entity }), true
}

// rivals are the figures of a metric, one for each owner of a kind, all of one
// unit: that of the first.
func rivals(snapshot *retrieval.Snapshot, most mostOf) []ledger.Entry {
	asked := wording.Terms(snapshot.QuestionTerms(wording.LongForm(most.metric)))
	owners := map[string]bool{}
	var out []ledger.Entry
	for _, e := range snapshot.Ledger().All() {
		if !most.takes(e) {
			continue
		}
		of := e.Entity + e.Metric
		terms := wording.TermSet(snapshot, of)
		if asked.Share(func(term string) float64 { return wording.AllOrNothing(terms[term]) }) < mostMetric || len(out) > 0 && out[0].Unit != e.Unit {
			continue
		}
		if owner := e.Article + ledger.Key(e.Entity); !owners[owner] {
			owners[owner] = true
			out = append(out, e)
		}
	}
	return out
}

// takes says that a figure is of one of the kind, and a level, or a growth where that is asked for.
func (most mostOf) takes(e ledger.Entry) bool {
	entity := hanzi.Fold(e.Entity)
	ofKind := strings.Contains(entity, most.kind) || most.kind == "园区" && naming.ZoneSuffix(entity) != ""
	unit := wording.UnitImplied(most.metric + "多少")
	switch {
	case !ofKind || len([]rune(entity)) <= len([]rune(most.kind))+1: // 园区 is none in particular
		return false
	case most.grew:
		return e.Kind == figure.Change && e.Unit == "%"
	case likeness.IsCount(unit) && e.Unit != "" && e.Unit != unit && !likeness.Units(e.Unit, unit): // 帮企业招工6000人 counts no 企业
		return false
	}
	return e.Direction == "" && (e.Kind == figure.Count || e.Kind == figure.Amount || e.Kind == figure.Share)
}

// mostFirst puts the most first, or the least; a fall is less than nothing.
func mostFirst(rows []ledger.Entry, less bool) {
	sort.SliceStable(rows, func(i, j int) bool {
		if less {
			return rows[i].Signed().LessThan(rows[j].Signed())
		}
		return rows[i].Signed().GreaterThan(rows[j].Signed())
	})
}

// sayMost says the figure that is first, those that it was set against, each behind what
// tells it from the others, and how many articles were looked at.
func sayMost(snapshot *retrieval.Snapshot, r asking.Reading, kind string, rows []ledger.Entry, label func(ledger.Entry) string) say.Answer {
	rows = rows[:min(mostRows, len(rows))]
	w := say.NewComposer(snapshot, r.Lang)
	var operands []int
	for i, e := range rows {
		source, ok := snapshot.Source(e.Paragraph)
		if !ok {
			continue
		}
		if i > 0 {
			w.Write("\n")
		}
		w.Write(label(e) + r.Lang.Say("answer.colon"))
		n := w.Cite(source, e.Sentence)
		w.Write(derive.QualifierBefore([]rune(source.Text), e.Figure))
		operands = append(operands, w.QuoteFigure(source, e, n))
		w.Write(fmt.Sprintf(" [%d]", n))
	}
	all, some := len(snapshot.Articles()), len(articlesOf(rows))
	if len(rows) == 1 {
		w.Write("\n" + r.Lang.Say("answer.only-one", r.Shown(kind)))
	}
	w.Write(r.Lang.Say("answer.looked-at", all, some))
	w.Count(all, nil)
	if some != all {
		w.Count(some, operands[:some])
	}
	return w.Done()
}

func articlesOf(rows []ledger.Entry) map[string]bool {
	articles := map[string]bool{}
	for _, e := range rows {
		articles[e.Article] = true
	}
	return articles
}
