package asking

import "youju/answer/pattern"

// divisionFirst begins with a division of the country by its name.
var divisionFirst = pattern.Compile(`^(?:\d{4}年)?(\p{Han}{1,4}?([区县市镇乡]))`)

// DivisionFirst is the name of a division of the country that a text begins with, which no list of places may have,
// and the level that it ends in: 芝罘区, 区; empty where it begins with none.
func DivisionFirst(text string) (name, level string) {
	if m := divisionFirst.FindStringSubmatch(text); m != nil {
		return m[1], m[2]
	}
	return "", ""
}
