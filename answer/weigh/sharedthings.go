package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

var (
	listedJoint = pattern.Compile(`、`)
	anyJoint    = pattern.Compile(`、|和|与|以及|及`)
	timed       = pattern.Compile(`\d|[年月]|季度`) // the ledger knows which time a figure is of
)

// narrowSharedOut marks the figures that a list gives to others than the thing that the
// question names: 34.7% and 93.3% of 休闲观光、游乐园、游览景区分别增长34.7%、54.9%和93.3% for 游乐园.
func narrowSharedOut(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) {
	asked := wording.Bigrams(wording.LongForm(r.Raw))
	for i, c := range found {
		items, order := c.sharedAmong(snapshot)
		if best := likest(items, asked); best >= 0 && best != order {
			found[i].Features.Narrow = 1
		}
	}
}

// sharedAmong are the things of a list to which a list of figures is given in its order, and
// which of them the figure is of; none where it stands in no such list.
func (c Candidate) sharedAmong(snapshot *retrieval.Snapshot) (items []string, order int) {
	if !strings.Contains(c.before(), "分别") {
		return nil, 0
	}
	from := c.Clause.Start
	text := hanzi.Fold(string(c.Sentence.Text[from:c.Figure.Start]))
	at := strings.LastIndex(text, "分别")
	if !strings.Contains(text[:at], "、") && !anyJoint.MatchString(text[:at]) { // the things stand in the clause before
		from = ClauseBefore(c.Sentence, from)
		text = hanzi.Fold(string(c.Sentence.Text[from:c.Figure.Start]))
		at = strings.LastIndex(text, "分别")
	}
	begins, n := from+len([]rune(text[:at])), 0
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start >= begins && e.End <= c.Clause.End && e.Unit == c.Figure.Unit && e.Kind == c.Figure.Kind {
			if e.Start < c.Figure.Start {
				order++
			}
			n++
		}
	}
	list := strings.Trim(text[:at], ",，、 ")
	items = listedJoint.Split(list, -1)
	if len(items) != n {
		items = anyJoint.Split(list, -1)
	}
	if n < 2 || len(items) != n || timed.MatchString(list) {
		return nil, 0
	}
	return items, order
}

// ThingsShared are the things of a list to which the figures from the candidate's on are shared out, as they are named: 石门, 柳坪
// and 高塬 of 建石门、柳坪、高塬三级泵站，扬程分别为86米、112米和64米; none where it is not the first of such figures.
func (c Candidate) ThingsShared(snapshot *retrieval.Snapshot) []string {
	lead := c.before()
	at := strings.LastIndex(lead, "分别")
	if at < 0 {
		return nil
	}
	n := 0
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start >= c.Clause.Start && e.End <= c.Clause.End && e.Unit == c.Figure.Unit && e.Kind == c.Figure.Kind {
			if e.Start < c.Figure.Start && e.Start >= c.Figure.Start-(len([]rune(lead[at:]))) {
				return nil
			}
			n++
		}
	}
	clauses := strings.Split(c.SaidBefore()[:len(c.SaidBefore())-len(lead[at:])], ",")
	for i := len(clauses) - 1; i >= 0 && n > 1; i-- {
		if items := listOf(snapshot, clauses[i], n); items != nil {
			return items
		}
	}
	return nil
}

// listOf are the n things that a clause lists; none where it lists fewer or more.
func listOf(snapshot *retrieval.Snapshot, clause string, n int) []string {
	items := listedJoint.Split(clause, -1)
	if len(items) != n {
		items = anyJoint.Split(clause, -1)
	}
	if len(items) != n || timed.MatchString(strings.Join(items[:n-1], "")) {
		return nil
	}
	first, last := items[0], items[n-1]
	for _, w := range snapshot.Words(first) {
		if (w.Speech == "v" || w.Speech == "p" || w.Speech == "d") && w.End < len([]rune(first)) {
			items[0] = string([]rune(first)[w.End:])
		}
	}
	if m := manyOf.FindStringIndex(last); m != nil && m[0] > 0 {
		last = last[:m[0]]
	}
	items[n-1] = endsItem.ReplaceAllString(last, "$1")
	return items
}

// endsItem is what goes on behind the last thing of a list: 新材料|是该区三大主导产业.
var endsItem = pattern.Compile(`(.)(?:是|为|等|的).*$`)

// manyOf ends a list by how many its things are: 三级泵站, 三大主导产业的项目.
var manyOf = pattern.Compile(`[两二三四五六七八九十\d]+(?:个|家|大|座|所|样|种|项|条|类|级|支|者|地|国|市|县|区)`)

// likest is which of some texts shares most of itself with a question; -1 where several
// share as much, or none anything.
func likest(items []string, asked map[string]bool) int {
	best, most := -1, 0.0
	for i, item := range items {
		own := wording.Bigrams(wording.LongForm(item))
		if len(own) == 0 {
			return -1
		}
		n := 0
		for gram := range own {
			if asked[gram] {
				n++
			}
		}
		switch share := float64(n) / float64(len(own)); {
		case share > most:
			best, most = i, share
		case share == most:
			best = -1
		}
	}
	return best
}
