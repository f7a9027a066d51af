package answer

import (
	"fmt"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// listUnits count what is listed.
const listUnits = `(?:个|家|所|位|种|项|座|类|大)`

// listAsked finds what kind of things a question wants listed: 高校 in 哪些高校.
var listAsked = pattern.Compile(`(?:有|是)?哪(?:些|[几两二三四五六七八九十]` + listUnits + `?)(\p{Han}{2,6}?)(?:[有在被是获来参签对合入进的了过]|$|[,?。])`)

// countListed is how many are asked for.
var countListed = pattern.Compile(`哪([两二三四五六七八九十]` + listUnits + `)`)

// endings are what names of a kind end in, where it is not the kind itself.
var endings = map[string][]string{
	"高校": {"大学", "学院"}, "大学": {"大学", "学院"}, "院校": {"大学", "学院"}, "学校": {"大学", "学院", "中学", "小学"}, "专业学院": {"学院"},
	"企业": {"公司", "集团", "企业"}, "公司": {"公司", "集团"}, "机构": {"院", "所", "中心"}, "单位": {"院", "所", "中心", "局", "公司"},
}

// endingsOf are what names of a kind end in, by the first of some maps that has the kind; the kind itself where none has.
func endingsOf(kind string, known ...map[string][]string) []string {
	for _, tails := range known {
		if found := tails[kind]; found != nil {
			return found
		}
	}
	return []string{kind}
}

// genericListed are words that the dictionary does not know, or takes for short forms, and that name nobody.
var genericListed = map[string]bool{"科研院所": true, "院所": true, "科研机构": true, "科研单位": true, "高等院校": true, "大专院校": true, "企事业单位": true}

// listBound is the support that the best sentence needs where several of its article name
// things of the kind asked for: that they do speaks for them.
const listBound = 0.35

const (
	listSentences = 3   // that a list is taken from
	listNames     = 8   // that it has at most
	listCoverage  = 0.6 // of the best sentence's share of the question's words
	longestListed = 20  // runes of a name
)

// listAnswer lists what several sentences of one article name; ok is false where
// one sentence says all that there is.
func listAnswer(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) (say.Answer, bool) {
	asked := hanzi.Fold(r.Raw)
	m := listAsked.FindStringSubmatch(asked)
	if m == nil {
		return say.Answer{}, false
	}
	if n := countListed.FindStringSubmatch(asked); n != nil && strings.Contains(hanzi.Fold(sentences[0].String()), n[1]) { // 这两家依托单位 for 哪两家单位
		return say.Answer{}, false
	}
	tails := endingsOf(m[1], endings)
	var from []evidence.Sentence
	names := map[string][]hanzi.Span{} // by sentence
	known := map[string]bool{}
	for _, s := range sentences {
		if len(from) == listSentences || s.Source.Article.ID != sentences[0].Source.Article.ID || s.Coverage < listCoverage*sentences[0].Coverage {
			continue
		}
		var fresh []hanzi.Span
		for _, span := range namesOf(snapshot, s, tails) {
			if name := string(s.Text[span.Start:span.End]); !known[name] && len(known) < listNames {
				known[name] = true
				fresh = append(fresh, span)
			}
		}
		if len(fresh) > 0 {
			from, names[s.String()] = append(from, s), fresh
		}
	}
	if len(from) < 2 {
		return say.Answer{}, false
	}
	slices.SortStableFunc(from, func(a, b evidence.Sentence) int {
		if a.Source.Paragraph != b.Source.Paragraph {
			return 0
		}
		return a.Span.Start - b.Span.Start
	})
	return sayList(snapshot, r, from, names), true
}

// listsBy is how much worse than the best sentence one may be that lists what is asked for.
const listsBy = 0.25

// severalNamed asks for several things by name.
var severalNamed = pattern.Compile(`哪些|哪几[^年月天]`)

// enumerates says that a text lists several things.
var enumerates = pattern.Compile(`[^、]{2,}、[^、]{2,}、|(包括|包含|涵盖|分别是|分别为|有)[^，。；]{2,}、`)

// listingFirst puts a sentence that lists first where things are asked for by 哪些 or 哪几
// and the best one lists none.
func listingFirst(r asking.Reading, sentences []evidence.Sentence, read bool) {
	if !severalNamed.MatchString(hanzi.Fold(r.Raw)) || len(sentences) == 0 || enumerates.MatchString(sentences[0].String()) {
		return
	}
	for i, s := range sentences[:min(evidence.HeldTried, len(sentences))] {
		if s.Score < sentences[0].Score-listsBy {
			return
		}
		if s.Support(read) >= scales.Bound && s.Coverage >= sentences[0].Coverage && s.Head >= sentences[0].Head && enumerates.MatchString(s.String()) {
			evidence.PutFirst(sentences, i)
			return
		}
	}
}

// namesOf are the names in a sentence that end in one of tails: the run of nouns up
// to it, of two runes more at least, with a name in it.
func namesOf(snapshot *retrieval.Snapshot, s evidence.Sentence, tails []string) []hanzi.Span {
	words := snapshot.Words(s.String())
	var out []hanzi.Span
	for i, w := range words {
		tail := tailOf(w.Text, tails)
		if tail == 0 || i+1 < len(words) && words[i+1].Start == w.End && tailOf(words[i+1].Text, tails) > 0 {
			continue
		}
		first := i
		for first > 0 && words[first-1].End == words[first].Start && w.End-words[first-1].Start <= longestListed && wording.MayBeInName(words[first-1]) {
			first--
		}
		if n := len(out); n > 0 && words[first].Start < out[n-1].End-s.Span.Start { // 苏州大学 + 机电工程学院
			out = out[:n-1]
		}
		if w.End-words[first].Start >= tail+2 && slices.ContainsFunc(words[first:i+1], func(w index.Word) bool { return wording.IsProper(w) && !genericListed[w.Text] }) {
			out = append(out, hanzi.Span{Start: s.Span.Start + words[first].Start, End: s.Span.Start + w.End})
		}
	}
	return out
}

// tailOf is how many runes of a word's end one of tails is; 0 for none.
func tailOf(word string, tails []string) int {
	for _, tail := range tails {
		if strings.HasSuffix(word, tail) {
			return len([]rune(tail))
		}
	}
	return 0
}

// sayList says the names, then the sentences, in the order of the text.
func sayList(snapshot *retrieval.Snapshot, r asking.Reading, from []evidence.Sentence, names map[string][]hanzi.Span) say.Answer {
	w := say.NewComposer(snapshot, r.Lang)
	for i, s := range from {
		n := w.Cite(s.Source, s.Span)
		for j, span := range names[s.String()] {
			if i+j > 0 {
				w.Write("、")
			}
			w.Quote(s.Source, span, n)
		}
		w.Write(fmt.Sprintf(" [%d]", n))
	}
	for i, s := range from {
		w.Write("\n")
		w.Quote(s.Source, say.Shorten(r, s), i+1)
		w.Write(fmt.Sprintf(" [%d]", i+1))
	}
	return w.Done()
}
