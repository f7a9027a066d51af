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
