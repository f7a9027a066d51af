package answer

import (
	"regexp"
	"strings"

	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// askedFor finds the words that ask, behind or before which stands what is asked for.
var askedFor = regexp.MustCompile(`多少|几[^乎何率]|几$|多大|多高|多长|多重|多远|是谁|谁|叫什么|什么|哪[个位家些种一]`)

// joins may stand between what is asked for and the words that ask.
var joins = map[string]bool{"是": true, "有": true, "为": true, "约": true, "达": true, "达到": true, "的": true, "了": true, "到": true, "共": true, "大概": true, "大约": true, "一共": true, "总共": true, "共有": true, "数": true, "叫": true, "名字": true, "都": true, "占": true, "在": true, "和": true, "与": true, "各": true, "分别": true}

// anyThing are nouns that name no metric.
var anyThing = map[string]bool{"钱": true, "资金": true, "数": true, "数量": true, "个": true, "元": true, "人": true, "时候": true, "时间": true, "地方": true, "情况": true, "次": true, "金额": true, "年": true, "日": true, "月": true, "人民币": true}

// head is what a question asks for, or what the one that it leans on does.
func (r reading) head(snapshot *retrieval.Snapshot) wordsAsked {
	thing := head(snapshot, r.asked())
	for i := 0; i < len(r.context) && len(thing) == 0; i++ {
		thing = head(snapshot, r.context[i])
	}
	return thing
}

// head is what a question asks for: the nouns right behind the words that ask
// (多少家独角兽企业), or those right before them (净利润是多少); none for a
// question that names no thing.
func head(snapshot *retrieval.Snapshot, question string) wordsAsked {
	folded := hanzi.Fold(question)
	at := askedFor.FindStringIndex(folded)
	if at == nil {
		return nil
	}
	start, end := len([]rune(folded[:at[0]])), len([]rune(folded[:at[1]]))
	words := snapshot.Words(question)
	var nounsFound []string
	for _, w := range words {
		if w.Start < end {
			continue
		}
		if w.End-w.Start == 1 && len(nounsFound) == 0 && !isNoun(w) { // the unit: 多少家
			continue
		}
		if !isNoun(w) {
			break
		}
		nounsFound = append(nounsFound, w.Text)
	}
	if nounsFound = things(nounsFound); len(nounsFound) == 0 {
		for i := len(words) - 1; i >= 0; i-- {
			w := words[i]
			if w.End > start || joins[w.Text] && len(nounsFound) == 0 {
				continue
			}
			if !isNoun(w) {
				break
			}
			nounsFound = append(nounsFound, w.Text)
		}
		nounsFound = things(nounsFound)
	}
	return wordsAsked(snapshot.QuestionTerms(longForms.Replace(strings.Join(nounsFound, " "))))
}

// isNoun says that a word is a noun, or a verb used as one, and no place.
func isNoun(w index.Word) bool {
	switch {
	case w.Speech == "vn", w.Speech == "an", w.Speech == "l", w.Speech == "x" && w.End-w.Start > 1:
		return true
	case w.Speech == "ns", w.Speech == "nr", w.Speech == "nt":
		return false
	}
	return strings.HasPrefix(w.Speech, "n")
}

func things(words []string) []string {
	var out []string
	for _, w := range words {
		if !anyThing[w] {
			out = append(out, w)
		}
	}
	return out
}

// noHead is what a question that names no thing gets.
const noHead = 0.7

// heldHead is the share of a question's head that a text holds.
func heldHead(snapshot *retrieval.Snapshot, head wordsAsked, text string) float64 {
	if len(head) == 0 {
		return noHead
	}
	terms := termSet(snapshot, text)
	return head.share(func(term string) float64 { return oneOf(terms[term]) })
}
