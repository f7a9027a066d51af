package asking

import (
	"strings"

	"youju/answer/pattern"
	"youju/hanzi"
)

// NamedPremise is what a question for something else takes for granted that it is, in the question's own
// characters: 苏州杰出人才奖 in 拿的是苏州杰出人才奖吧，多少钱. Empty where there is none.
func (r Reading) NamedPremise() string {
	folded := hanzi.Fold(r.Raw)
	at := premiseSaid.FindStringSubmatchIndex(folded)
	if at == nil || r.Claim != nil || !openAsked.MatchString(folded[:at[2]]+" "+folded[at[1]:]) {
		return ""
	}
	start := len([]rune(folded[:at[2]]))
	name := string([]rune(r.Raw)[start : start+len([]rune(folded[at[2]:at[3]]))])
	return strings.Trim(name, `“”"「」《》`)
}

var premiseSaid = pattern.Compile(`(?:是|得了?|获得?了?|拿到?了?)([^,。?!;是得获拿]{4,20})(?:对吧|是吧|对吗|没错吧|吧)(?:[,。?!;]|$)`)
