package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/hanzi"
)

// LevelAsked is the one level that a question names; "" for none.
func LevelAsked(r asking.Reading) string {
	asked := asking.LevelsIn(zonesOfLevel.ReplaceAllString(hanzi.Fold(r.Raw), ""))
	if len(asked) != 1 || strings.HasSuffix(asked[0], "以上") {
		return ""
	}
	return asked[0]
}

// LevelBeside is the level that tells one phrase from another that says but another one: 省级 of
// 省级绿色园区 beside 国家级绿色园区; "" for none.
func LevelBeside(r asking.Reading, phrase, other string) string {
	if asking.WithoutLevels(phrase) != asking.WithoutLevels(other) {
		return ""
	}
	return LevelAsked(r)
}

// zonesOfLevel are zones that are told by their level.
var zonesOfLevel = pattern.Compile(`(国家|省)级` + naming.ZoneKinds)

// OfOthers says that a question names men alone and a sentence women alone, or the other way round (男单冠军 of 女单冠军), or
// that the sentence is of another kind.
func OfOthers(r asking.Reading, s Sentence) bool {
	asked, said := hanzi.Fold(r.Raw), hanzi.Fold(s.String())
	own, _ := asking.ContraryBetween(sexOnly(asked), sexOnly(said))
	return own != "" || OfOtherKind(asked, said) || atOther(asked, said)
}

// sexOnly are the words of a text that say of men or women what they play or are first in.
func sexOnly(text string) string { return strings.Join(sexes.FindAllString(text, -1), "") }

var sexes = pattern.Compile(`(博士|硕士)(论文|学位|毕业|生)|男?[男女](子(单|双|团|组|队|足|篮|排|网|乒|手|水|冰|曲|举|跳|体|[\d一二三四五六八十百千])|单|双|团|排|篮|足|乒|曲|队|主角|一号)`)

// NotOthersFirst moves the first of the likeliest sentences before the others that is not of women where men are asked
// for, or the other way round, nor of another kind.
func NotOthersFirst(r asking.Reading, sentences []Sentence) {
	if OfOthers(r, sentences[0]) {
		head := sentences[0].Head
		putSentenceFirst(sentences, func(s Sentence) bool { return s.Head >= head && !OfOthers(r, s) })
	}
}

// Negated is the first of a question's nouns that a text only speaks of as what is not
// one: 制造业 of 非制造业, both folded; "" for none.
func Negated(nouns []string, asked, text string) string {
	for _, noun := range nouns {
		not := "非" + noun
		if strings.Contains(text, not) && !strings.Contains(asked, not) && !strings.Contains(strings.ReplaceAll(text, not, ""), noun) {
			return noun
		}
	}
	return ""
}
