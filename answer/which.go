package answer

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// whichAsked finds what kind of name is asked for: 高新区 in 哪个高新区.
var whichAsked = pattern.Compile(`哪一?(?:个|家|座|所|处|支|只|款|种|部|位)?(\p{Han}{2,4}?)(?:在|的|里|把|被|是|有|给|和|与|为|将|会|上|[,?。]|了[,?。啊呀呢]*$|$)|(?:在|到|去|位于|落在|落户)哪一?(?:个|座|家)(\p{Han}{1,3}?)(?:了?[,?。啊呀呢]|了?$)`)

// whichAnswer says the sentence that answers; where a kind of name is asked for
// that the sentence leaves out, the name comes first, from where the article says it.
func whichAnswer(snapshot *retrieval.Snapshot, r asking.Reading, s evidence.Sentence) say.Answer {
	kinds := kindsAsked(snapshot, r, s)
	source, span, ok := s.Source, hanzi.Span{}, false
	for i := 0; i < len(kinds) && !ok; i++ {
		source, span, ok = named(snapshot, s.Source, kinds[i])
	}
	said := ok && !asking.AsksHandler(hanzi.Fold(r.Raw)) && strings.Contains(s.String(), string([]rune(source.Text)[span.Start:span.End]))
	if !ok || said || strings.Contains(hanzi.Fold(r.Raw), hanzi.Fold(string([]rune(source.Text)[span.Start:span.End]))) { // nobody asks for what he says
		return say.SentenceAnswer(snapshot, r, s)
	}
	w := say.NewComposer(snapshot, r.Lang)
	n := w.Cite(s.Source, s.Span)
	sentence, _ := hanzi.SentenceAround(source.Text, span)
	m2 := w.Cite(source, sentence)
	w.Write(string([]rune(source.Text)[span.Start:span.End]) + fmt.Sprintf(" [%d]", m2) + r.Lang.Say("answer.colon"))
	w.Quote(s.Source, say.Shorten(r, s), n)
	w.Write(fmt.Sprintf(" [%d]", n))
	return w.Done()
}

// zoneKinds are what zones are called whose names end otherwise: 广州经开区 for 哪个开发区.
var zoneKinds = map[string]bool{"开发区": true, "园区": true, "新区": true, "产业园区": true}

// placeKinds are what the names of places end in, the most telling first.
var placeKinds = []string{"高新区", "经开区", "开发区", "园区", "新区", "市", "县", "省"}

// kindsAsked are the kinds of name that are asked for, likeliest first; none where
// the sentence says one itself.
func kindsAsked(snapshot *retrieval.Snapshot, r asking.Reading, s evidence.Sentence) []string {
	said := s.String()
	var kinds []string
	if evidence.AsksOffice(hanzi.Fold(r.Raw)) {
		return nil
	}
	if m := whichAsked.FindStringSubmatch(hanzi.Fold(r.Raw)); m != nil {
		kinds = append(kinds, m[1]+m[2])
	}
	if len(kinds) > 0 && strings.Contains(hanzi.Fold(said), kinds[0]) || r.Asks == asking.Place && !asking.AsksHandler(hanzi.Fold(r.Raw)) && namesPlace(snapshot, r, said) {
		return nil
	}
	if len(kinds) > 0 && zoneKinds[kinds[0]] || r.Asks == asking.Place {
		kinds = append(kinds, placeKinds...)
	}
	return kinds
}

// namesPlace says that a text names a place that the question does not, and not
// only an institution called after one (天津大学).
func namesPlace(snapshot *retrieval.Snapshot, r asking.Reading, text string) bool {
	words, asked := snapshot.Words(text), hanzi.Fold(r.Raw)
	for i, w := range words {
		if w.Speech == "ns" && !strings.Contains(asked, naming.Place(w.Text).Key) && (i+1 == len(words) || words[i+1].Start > w.End || !strings.HasPrefix(words[i+1].Speech, "n")) {
			return true
		}
	}
	return len(naming.Zones(snapshot, text)) > 0
}

// longestName is how many runes a name may have before its kind: 天津滨海 + 高新区.
const longestName = 6

// named finds the name of a kind that an article says most: the longest run
// before the kind that repeats nearly as often as shorter ones do.
func named(snapshot *retrieval.Snapshot, source retrieval.Source, kind string) (retrieval.Source, hanzi.Span, bool) {
	counts := map[string]int{}
	for _, p := range source.Article.Paragraphs {
		for _, run := range namesEndingIn(snapshot, p.Text, kind) {
			counts[run]++
		}
	}
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	best := ""
	for _, name := range names { // always in one order: which is best depends on it
		if naming.IsEverywhere(strings.TrimSuffix(name, kind)) || notTown.MatchString(name) { // the 中国市 of 中国市场
			continue
		}
		if n := counts[name]; n > counts[best]*2 || n*3 >= counts[best]*2 && len(name) > len(best) {
			best = name
		}
	}
	if best == "" || counts[best] < 2 {
		return source, hanzi.Span{}, false
	}
	for _, p := range source.Article.Paragraphs {
		if i := strings.Index(p.Text, best); i >= 0 {
			start := len([]rune(p.Text[:i]))
			found := retrieval.Source{Article: source.Article, Paragraph: p.ID, Section: p.Section, Text: p.Text}
			return found, hanzi.Span{Start: start, End: start + len([]rune(best))}, true
		}
	}
	return source, hanzi.Span{}, false
}

// notTown is what ends in 市 and is no town: 超市, but 厦门市 and 成都市 are.
var notTown = pattern.Compile(`[超股楼夜早菜闹]市$|^[门上集都]市$|大都市$|(农贸|赶|大)集市$|(临街|沿街)门市$`)

// capital says what a town is and is no part of its name.
var capital = pattern.Compile(`^(首都|首府|省会|省城|故都)$`)

// namesEndingIn lists, for every place where kind ends a word, the runs of Chinese
// characters of two and more before it that begin with a word of a name, with it.
func namesEndingIn(snapshot *retrieval.Snapshot, text, kind string) []string {
	if !strings.Contains(text, kind) {
		return nil
	}
	runes, tail := []rune(text), []rune(kind)
	begins, ends := make([]bool, len(runes)+1), make([]bool, len(runes)+1)
	for _, w := range snapshot.Words(text) {
		begins[w.Start], ends[w.End] = !wording.IsGrammar(w) && !strings.HasPrefix(w.Speech, "v") && !capital.MatchString(w.Text), true
	}
	var out []string
	for end := len(tail); end <= len(runes); end++ {
		if !ends[end] || string(runes[end-len(tail):end]) != kind { // 市民 is no 市
			continue
		}
		start := end - len(tail)
		for n := 1; n <= longestName && start-n >= 0 && hanzi.IsHan(runes[start-n]); n++ {
			if n >= 2 && begins[start-n] {
				out = append(out, string(runes[start-n:end]))
			}
		}
	}
	return out
}
