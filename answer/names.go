package answer

import (
	"context"
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval"
)

// everywheres are names that an article need not say to be about them, and a verb that
// the dictionary holds to be a place.
var everywheres = map[string]bool{"中国": true, "全国": true, "我国": true, "世界": true, "国家": true, "大陆": true, "国内": true, "城市": true, "地区": true, "全省": true, "全市": true, "本市": true, "古镇": true, "古城": true, "县城": true, "城区": true, "市区": true, "景区": true, "小镇": true, "王国": true, "半岛": true, "上市": true, "区县": true, "县区": true, "市县": true, "县市": true}

// isEverywhere says that an article need not say a name to be about it.
func isEverywhere(name string) bool { return everywheres[name] }

// name is a place, an institution or a work that a question is about, and what an
// article must say to be about it too.
type name struct{ shown, key string }

// namesAsked are the names that an answer must be about: those of the question,
// or, where it names none, of what it leans on.
func namesAsked(snapshot *retrieval.Snapshot, r reading) []name {
	names := namesIn(snapshot, r.raw)
	for i := 0; i < len(r.context) && len(names) == 0; i++ {
		names = namesIn(snapshot, r.context[i])
	}
	return names
}

// namesIn are the places, zones, institutions and works that a text names.
func namesIn(snapshot *retrieval.Snapshot, text string) []name {
	var names []name
	names = append(names, zonesIn(snapshot, text)...)
	names = append(names, schoolsIn(snapshot, text)...)
	for _, word := range snapshot.Names(text) {
		if len([]rune(word)) == 1 {
			if n, ok := grownName(snapshot, text, word); ok {
				names = append(names, n)
			}
			continue
		}
		if !isEverywhere(word) && !zoned(names, word) && wording.UnitImplied(word) == "" { // 长度 is no place
			names = append(names, placeName(word))
		}
	}
	for _, place := range placesByEnding(snapshot, text) {
		if !isEverywhere(place) && !zoned(names, place) {
			names = append(names, placeName(place))
		}
	}
	for _, written := range writtenIn(text) {
		names = append(names, name{written, written})
	}
	for _, m := range quotedName.FindAllStringSubmatch(hanzi.Fold(text), -1) {
		if !zoned(names, m[1]) {
			names = append(names, name{m[1], m[1]})
		}
	}
	return names
}

// quotedName is a name between quotation marks.
var quotedName = pattern.Compile(`[“"](\p{Han}{2,8})[”"]`)

// zoned says that a word is a part of one of the names.
func zoned(names []name, word string) bool {
	for _, n := range names {
		if strings.Contains(n.shown, word) {
			return true
		}
	}
	return false
}

// nounClasses are the classes of words that may name a place; x is a word that the
// dictionary does not know.
var nounClasses = map[string]bool{"n": true, "x": true, "j": true, "s": true, "f": true}

// mayBeName says that words of a class (speechClass) may name a place.
func mayBeName(class string) bool { return nounClasses[class] }

// namesWritten are names that show by their writing: 《…》 and Latin words.
var namesWritten = pattern.Compile(`《([^《》]{2,20})》|([a-z][a-z0-9-]{2,}(?:\.[0-9]+)?)`)

// writtenIn are the names of a text that show by their writing, folded.
func writtenIn(text string) []string {
	var out []string
	for _, m := range namesWritten.FindAllStringSubmatch(hanzi.Fold(text), -1) {
		if name := strings.TrimSpace(m[1] + m[2]); wording.LongForm(name) == name { // CEO names nobody
			out = append(out, name)
		}
	}
	return out
}

// missingName is the first of names that a folded text does not say; "" for none. question
// is what names them, folded.
func missingName(names []name, question, text string) string {
	for _, n := range names {
		if !says(text, n.key) && !cutFromOthers(question, n.key, text) {
			return n.shown
		}
	}
	return ""
}

// cutFromOthers says that a name of two characters is cut from the names beside it, which
// the text says: 河南 in 大清河南堤坝.
func cutFromOthers(question, name, text string) bool {
	before, behind, found := strings.Cut(question, name)
	q, n, b := []rune(before), []rune(name), []rune(behind)
	if !found || len(q) < 2 || len(n) != 2 || len(b) == 0 {
		return false
	}
	return strings.Contains(text, string(q[len(q)-2:])+string(n[:1])) && strings.Contains(text, string(n[1:])+string(b[:1]))
}

// namedHits is how many hits a name brings that no other hit is about.
const namedHits = 3

// withNamed puts passages of articles that say a name before the hits, where the
// question names it and the article of no hit says it.
func (r reading) withNamed(ctx context.Context, snapshot *retrieval.Snapshot, hits []retrieval.Hit) ([]retrieval.Hit, error) {
	texts := map[*news.Article]string{}
	says := func(h retrieval.Hit, n name) bool {
		if _, known := texts[h.Article]; !known {
			texts[h.Article] = snapshot.ArticleText(h.Article, wording.ArticleText)
		}
		return says(texts[h.Article], n.key)
	}
	for _, n := range namesAsked(snapshot, r) {
		if slices.ContainsFunc(hits[:min(readHits, len(hits))], func(h retrieval.Hit) bool { return says(h, n) }) {
			continue
		}
		found, err := snapshot.SearchHolding(ctx, r.text, n.key, namedHits)
		if err != nil {
			return nil, err
		}
		found = slices.DeleteFunc(found, func(h retrieval.Hit) bool { return !says(h, n) })
		if len(found) > 0 {
			hits = foundFirst(found, hits)
		}
	}
	return hits, nil
}

// says says that a folded text holds a name, or what it is also written as.
func says(text, key string) bool {
	if strings.Contains(text, key) || abbreviated(key, text) {
		return true
	}
	return latin.MatchString(key) && misspelt(key, text)
}

var (
	latin  = pattern.Compile(`^[a-z][a-z0-9 .-]*$`)
	spaced = strings.NewReplacer("-", "", " ", "")
)

// misspelt says that a text writes a Latin name with other hyphens and spaces, or a
// longer one with one letter more, less or other.
func misspelt(key, text string) bool {
	key = spaced.Replace(key)
	if strings.Contains(spaced.Replace(text), key) {
		return true
	}
	if len(key) < shortestMisspelt {
		return false
	}
	for _, word := range wording.LatinWord.FindAllString(text, -1) {
		if oneOff(key, word) {
			return true
		}
	}
	return false
}

// shortestMisspelt is how long a Latin name must be to stand for one that differs.
const shortestMisspelt = 6

// oneOff says that one edit makes a of b.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// abbreviated says that a text holds a name of four characters by one of each half:
// 央行 for 中央银行, 科大 for 科技大学.
func abbreviated(key, text string) bool {
	k := []rune(key)
	if len(k) != 4 {
		return false
	}
	for _, short := range []string{string([]rune{k[0], k[2]}), string([]rune{k[1], k[3]}), string([]rune{k[0], k[3]})} {
		if strings.Contains(text, short) {
			return true
		}
	}
	return false
}
