package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// placed marks the figures that are another place's where one of the same article is of
// the place that the question names: 连云港's 1955.9亿元 for 徐州's, in a report on all
// cities of a province. Shares and ranks are of one place within another; they are left.
func placed(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate) {
	asked := slices.DeleteFunc(snapshot.Names(r.Raw), func(name string) bool { return naming.IsEverywhere(name) || stateBody.MatchString(name) })
	if len(asked) == 0 || r.Asks == asking.Share || r.Asks == asking.Rank {
		return
	}
	is := func(places []string) bool {
		return slices.ContainsFunc(places, func(place string) bool {
			return isPlaceIn(asked, place)
		})
	}
	titled := map[string]bool{} // by article: all of it is about the place
	for _, c := range found {
		a := c.Sentence.Source.Article
		if _, known := titled[a.ID]; !known {
			names := snapshot.Names(a.Title)
			titled[a.ID] = is(names) && !slices.ContainsFunc(asked, func(name string) bool { return !isPlaceIn(names, name) })
		}
	}
	if !slices.ContainsFunc(found, func(c Candidate) bool { return !titled[c.Sentence.Source.Article.ID] }) {
		return
	}
	of := make([]bool, len(found)) // it is the asked place's
	for i, c := range found {
		said := hanzi.Fold(c.Sentence.String() + c.Entry.Entity)
		of[i] = slices.ContainsFunc(asked, func(name string) bool { return strings.Contains(said, naming.Place(name).Key) }) && is(c.placesOf(snapshot))
	}
	if !slices.Contains(of, true) {
		return
	}
	for i, c := range found {
		if of[i] || titled[c.Sentence.Source.Article.ID] {
			continue
		}
		rival := false
		for j, o := range found {
			rival = rival || of[j] && o.Figure.Unit == c.Figure.Unit && o.Features.Fit >= c.Features.Fit && o.Sentence.Source.Article == c.Sentence.Source.Article
		}
		if !rival {
			continue
		}
		if places := c.placesOf(snapshot); len(places) > 0 && !is(places) {
			found[i].Features.Apart, found[i].Features.Narrow = 1, 1
		}
	}
}

// isPlaceIn says that names have a place.
func isPlaceIn(names []string, place string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return naming.Place(name).Key == naming.Place(place).Key })
}

// stateBody is one of the whole country, which does something in places: 交通运输部.
var stateBody = pattern.Compile(`[^东西南北中内外全局乐总学省市县区党支干]部$|^(国家|中国)\p{Han}+[局委署行]$|^央行$`)

// placesOf are the places that a figure may be of: its own of a list whose figures are
// shared out in order (无锡、南通分别为1亿元、2亿元), those that the ledger names, the last
// before it in its clause, or all of the last clause before that names one.
func (c Candidate) placesOf(snapshot *retrieval.Snapshot) []string {
	if place, ok := c.sharedOutTo(snapshot); ok {
		return []string{place}
	}
	if owner := snapshot.Names(c.Entry.Entity); len(owner) == 1 && strings.Contains(c.before(), owner[0]) {
		return owner
	}
	if own := placeWords(snapshot, c.before()); len(own) > 0 {
		return lastRun(own, c.before())
	}
	for to := c.Clause.Start; to > c.Sentence.Span.Start; {
		from := ClauseBefore(c.Sentence, to)
		if places := placeWords(snapshot, sentFrom.ReplaceAllString(hanzi.Fold(string(c.Sentence.Text[from:to])), "")); len(places) > 0 {
			return namesOfWords(places)
		}
		to = min(from, to-1)
	}
	return nil
}

// sentFrom is where a report was sent from: 新华社北京8月8日电.
var sentFrom = pattern.Compile(`\p{Han}{2,8}(\d{1,2}月)?\d{1,2}日[电讯]`)

// sharedOutTo is the place of a list to which a list of figures gives this one.
func (c Candidate) sharedOutTo(snapshot *retrieval.Snapshot) (string, bool) {
	text := c.before()
	at := strings.LastIndex(text, "分别")
	from := c.Clause.Start
	if at < 0 { // 增长6.6%和7.0%, behind the clause that names them
		from = ClauseBefore(c.Sentence, c.Clause.Start)
		text = hanzi.Fold(string(c.Sentence.Text[from:c.Figure.Start]))
		at = strings.LastIndex(text, "分别")
	}
	if at < 0 {
		return "", false
	}
	named := lastRun(placeWords(snapshot, text[:at]), text[:at])
	if len(named) < 2 {
		return "", false
	}
	order := 0
	for _, e := range snapshot.Ledger().Of(c.Sentence.Source.Paragraph) {
		if e.Start >= from && e.End <= c.Figure.Start && e.Unit == c.Figure.Unit && e.Kind == c.Figure.Kind {
			order++
		}
	}
	if order >= len(named) {
		return "", false
	}
	return named[order], true
}

// placeWords are the places of a folded text.
func placeWords(snapshot *retrieval.Snapshot, text string) []index.Word {
	return slices.DeleteFunc(slices.Clone(snapshot.Words(text)), func(w index.Word) bool { return naming.IsEverywhere(w.Text) || !w.IsName() })
}

// lastRun are the last places of a text that are joined in a list, or the last alone.
func lastRun(words []index.Word, text string) []string {
	runes := []rune(text)
	i := len(words) - 1
	for i > 0 && words[i].Start-words[i-1].End == 1 && strings.ContainsRune("、和与及", runes[words[i-1].End]) {
		i--
	}
	return namesOfWords(words[max(i, 0):])
}

func namesOfWords(words []index.Word) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		out = append(out, w.Text)
	}
	return out
}
