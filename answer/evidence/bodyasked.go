package evidence

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// companyAsked asks for a company by its name, companySaid is a text that may name one.
var (
	companyAsked = pattern.Compile(`哪一?[家个](公司|企业|厂商?)`)
	companySaid  = pattern.Compile(`公司|集团|企业|厂|银行|股份|有限|科技|控股|实业`)
	regionAlone  = pattern.Compile(`^\p{Han}{1,6}[省市县区州国]$`)
)

// NoCompany says that a company's name is asked for, and a sentence speaks of none and the reader takes a place of it for the answer.
func NoCompany(r asking.Reading, s Sentence) bool {
	if !companyAsked.MatchString(hanzi.Fold(r.Raw)) || companySaid.MatchString(s.String()) || s.Answer.End <= s.Answer.Start || s.Answer.End > len(s.Text) {
		return false
	}
	return regionAlone.MatchString(strings.TrimSpace(string(s.Text[s.Answer.Start:s.Answer.End])))
}

// namesAsked asks for the names of several things, namesSaid is a text that may have them.
var (
	namesAsked = pattern.Compile(`(分别|各|都)叫(什么|啥)|名字(分别|各)(是|叫)(什么|啥)|[两二三四五六七八九十几\d][个家项种座所][^,，。?]{2,12}叫(什么|啥)`)
	namesSaid  = pattern.Compile(`[“”《》「」"、:]|[a-zA-Z]{2}|名为|叫做?|称为|即|分别[是为]|包括`)
)

// NoNames says that the names of several things are asked for, and a sentence has none.
func NoNames(r asking.Reading, s Sentence) bool {
	return namesAsked.MatchString(hanzi.Fold(r.Written)) && !namesSaid.MatchString(hanzi.Fold(s.String()))
}
