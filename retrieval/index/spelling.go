package index

import (
	"strings"
	"sync"

	"youju/figure"
	"youju/hanzi"
)

// Respelling is a stretch of a question, [Start, End) in runes, that sounds like a
// word of the collection but is none: 郑洲 for 郑州, zhengzhou.
type Respelling struct {
	Start, End int
	Word       string // folded, as the collection has it
}

// speller finds the words of a collection by their sound. It is filled at its
// first use, which takes about a microsecond a word.
type speller struct {
	once    sync.Once
	bySound map[string][]string
}

// Words are looked up from two to four runes; Latin ones from four letters.
const (
	shortestSpelled = 2
	longestSpelled  = 4
	shortestLatin   = 4
)

// Respell returns what in a question sounds like a word of the collection but is
// spelled otherwise, in order. What the collection holds is left alone.
func (x *Index) Respell(question string) []Respelling {
	folded := hanzi.FoldRunes([]rune(question))
	words := x.tokens.Words(folded)
	known, border := x.knownRunes(folded, words)
	var out []Respelling
	for _, w := range words {
		if len(w.Text) >= shortestLatin && w.Text[0] < 0x80 && x.frequency(w.Text) == 0 {
			if best := x.sounding(fuzzy(w.Text), nil); best != "" {
				out = append(out, Respelling{w.Start, w.End, best})
			}
		}
	}
	for i := 0; i+shortestSpelled <= len(folded); i++ {
		for n := longestSpelled; n >= shortestSpelled; n-- {
			if i+n > len(folded) || !border[i] || !border[i+n] || !respellable(folded[i:i+n], known[i:i+n]) || x.holds(folded[i:i+n]) || countsIn(folded[:i], folded[i:i+n]) {
				continue
			}
			best := x.sounding(sound(folded[i:i+n]), folded[i:i+n])
			if best == "" && n == shortestSpelled {
				best = x.nameSounding(folded, i)
			}
			if best != "" && !x.tornFrom(folded, i, i+n, []rune(best)) {
				out = append(out, Respelling{i, i + n, best})
				i += n - 1
				break
			}
		}
	}
	return out
}

// holds says that the collection has each pair of neighbours of a run: 湖北圣 of 湖北圣果酒庄.
func (x *Index) holds(run []rune) bool {
	for i := 1; i < len(run); i++ {
		if x.frequency(string(run[i-1:i+1])) == 0 {
			return false
		}
	}
	return true
}

// countsIn says that a run is the unit that a question counts in: 台次 of 多少台次, which is no 台词.
func countsIn(before, run []rune) bool {
	if asked := string(before); !strings.HasSuffix(asked, "多少") && !strings.HasSuffix(asked, "几") {
		return false
	}
	found := figure.Find("1" + string(run))
	return len(found) > 0 && found[0].Start == 0 && found[0].End == 1+len(run)
}

// knownRunes marks the runes of words that the collection or the dictionary
// holds, and where words begin and end.
func (x *Index) knownRunes(folded []rune, words []Word) (known, border []bool) {
	known, border = make([]bool, len(folded)), make([]bool, len(folded)+1)
	for i, w := range words {
		border[w.Start], border[w.End] = true, true
		if w.End-w.Start >= 2 && (w.Speech != unknownSpeech || x.frequency(w.Text) > 0 || onlyAsk[w.Text]) {
			for at := w.Start; at < w.End; at++ {
				known[at] = true
			}
		}
		counted := i > 0 && (onlyAsk[words[i-1].Text] && w.Speech == "q" || strings.HasPrefix(words[i-1].Text, "第")) // 名是 of 多少名是学生 is no word, 第一棒 no 第一版
		if w.End-w.Start == 1 && (grammatical[w.Text] || isGrammar(w) || counted) {
			known[w.Start] = true
		}
	}
	return known, border
}

// onlyAsk are words of questions that articles need not hold.
var onlyAsk = map[string]bool{"多少": true, "什么": true, "哪个": true, "几个": true, "怎么": true, "如何": true, "为什么": true, "时候": true, "哪里": true, "哪些": true, "是否": true, "请问": true}

// grammatical are characters that stand by themselves between words.
var grammatical = map[string]bool{"是": true, "的": true, "了": true, "在": true, "有": true, "和": true, "与": true, "及": true, "被": true, "把": true, "为": true, "从": true, "到": true, "于": true, "以": true, "就": true, "也": true, "都": true, "还": true, "不": true, "没": true, "叫": true, "哪": true, "谁": true, "多": true, "几": true, "时": true}

// respellable says that a run may be a misspelling: nothing of a short one is
// known, and not all of a longer one (景德 in 景德振).
func respellable(run []rune, known []bool) bool {
	unknown := 0
	for i, r := range run {
		if !hanzi.IsHan(r) {
			return false
		}
		if !known[i] {
			unknown++
		}
	}
	return unknown == len(run) || len(run) > shortestSpelled && unknown > 0
}

// sounding is the word of a sound that shares most characters with what was
// written, the commoner first; at least half of them must be the same, and all but
// one of three or more.
func (x *Index) sounding(key string, written []rune) string {
	x.speller.once.Do(x.fillSpeller)
	best, most := "", 0
	for _, word := range x.speller.bySound[key] {
		if written != nil && x.tokens.grammar(word) {
			continue // 本着 is not what 本泽马 was meant for
		}
		same := 0
		for i, r := range []rune(word) {
			if i < len(written) && written[i] == r {
				same++
			}
		}
		if written != nil && (2*same < len(written) || len(written) > shortestSpelled && same < len(written)-1) {
			continue
		}
		if n := same*1_000_000 + x.frequency(word); n > most {
			best, most = word, n
		}
	}
	return best
}

// nameSounding is what sounds like the two characters at a place of a question where the collection, which need not know
// it for a word, has that together with the character behind: 泽璟 of 泽璟制药 for 泽景制药. "" where that is none or more than one.
func (x *Index) nameSounding(question []rune, at int) string {
	if at+2 >= len(question) || !hanzi.IsHan(question[at+2]) {
		return ""
	}
	best := ""
	for _, last := range readPinyin().alike(question[at+1]) {
		if x.frequency(string([]rune{last, question[at+2]})) == 0 {
			continue
		}
		for _, first := range readPinyin().alike(question[at]) {
			name := string([]rune{first, last})
			twice := question[at] == question[at+1] && first == last // 杉杉 for 衫衫
			if first != question[at] && last != question[at+1] && !twice || x.frequency(name) == 0 {
				continue
			}
			if best != "" {
				return ""
			}
			best = name
		}
	}
	return best
}

func (x *Index) fillSpeller() {
	bySound := map[string][]string{}
	for t := range x.lexicon.ends {
		term := x.lexicon.term(t)
		runes := []rune(term)
		if len(runes) < shortestSpelled || len(runes) > longestSpelled || !hanzi.IsHan(runes[0]) || !x.tokens.knows(runes) {
			continue
		}
		key := sound(runes)
		bySound[key] = append(bySound[key], term)
	}
	x.speller.bySound = bySound
}

// sound is how a run is read, without tones and with the endings and beginnings
// that are mistaken for each other made one (zhen, zheng).
func sound(runes []rune) string {
	return fuzzy(readPinyin().commonest(runes))
}

var merged = strings.NewReplacer("zh", "z", "ch", "c", "sh", "s", "ng", "n")

func fuzzy(latin string) string { return merged.Replace(latin) }

// tornFrom says that the passages hold the runes from start to end of a question together with
// those around them, and a word in their place not: 型政府 of 旧型政府, for which 新政府 was taken.
func (x *Index) tornFrom(question []rune, start, end int, word []rune) bool {
	torn := func(written, taken []rune) bool {
		return x.frequency(string(written)) > 0 && x.frequency(string(taken)) == 0
	}
	return start > 0 && torn(question[start-1:start+1], []rune{question[start-1], word[0]}) ||
		end < len(question) && torn(question[end-1:end+1], []rune{word[len(word)-1], question[end]})
}

// frequency is the number of passages that hold a term.
func (x *Index) frequency(term string) int { return len(x.lexicon.find(term)) }

// grammar says that the dictionary holds a word to be one of grammar.
func (t *Tokenizer) grammar(word string) bool {
	words := t.Words([]rune(word))
	return len(words) == 1 && isGrammar(words[0])
}

// isGrammar says that a word is one of grammar, or a number.
func isGrammar(w Word) bool { return w.Speech != "" && strings.Contains("pcdurym", w.Speech[:1]) }

// knows says that a run is one word of the dictionary.
func (t *Tokenizer) knows(run []rune) bool {
	words := t.Words(run)
	return len(words) == 1 && words[0].Speech != unknownSpeech
}
