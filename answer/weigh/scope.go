package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/hanzi"
)

// Scopes are the wholes that a share or a rank is of, by the character that their names end in.
const Scopes = "国省市区县球界"

// shortAdverb is how many runes a clause has at most that only says where.
const shortAdverb = 9

// Scoped says whether a share or rank is of the whole that the question names: 1
// for the same (占全省, 占河南省), -1 for another one, 0 where nothing is named.
func Scoped(r asking.Reading, c Candidate) float64 {
	if r.Asks != asking.Share && r.Asks != asking.Rank {
		return 0
	}
	asked := hanzi.Fold(r.Raw)
	before := c.before()
	if from := ClauseBefore(c.Sentence, c.Clause.Start); c.Clause.Start-from <= shortAdverb { // 全球范围内，占比为32%
		before = hanzi.Fold(string(c.Sentence.Text[from:c.Clause.Start])) + before
	}
	for _, ending := range Scopes {
		scope := string(ending)
		if !strings.Contains(asked, "全"+scope) && !strings.Contains(asked, "占"+scope) {
			continue
		}
		if strings.Contains(before, scope) {
			return 1
		}
		return -1
	}
	if whole := wholeNamed(asked); whole != "" && r.Asks == asking.Share {
		switch {
		case strings.Contains(before, whole):
			return 1
		case wholeSaid.MatchString(before):
			return -1
		}
	}
	if among := amongAsked.FindStringSubmatch(asked); among != nil && r.Asks == asking.Rank {
		switch {
		case strings.Contains(before, among[1]):
			return 1
		case scopeAsked.MatchString(before):
			return -1
		}
	}
	return 0
}

// wholeNamed is the whole that a question names for a share: 河南省 in 占河南省多少, 河南 in 在整个河南占几成; "" for none.
func wholeNamed(asked string) string {
	for _, named := range []*pattern.Regexp{wholeAsked, wholeWithin, wholeInAll} {
		if m := named.FindStringSubmatch(asked); m != nil {
			return m[1] + strings.Join(m[2:], "")
		}
	}
	return ""
}

var (
	amongAsked  = pattern.Compile(`在([\p{Han}\d]{2,12}?)(?:之?[中内里])?(?:排|居|位|列|名次)`) // 在西部12省市中排第几
	wholeAsked  = pattern.Compile(`占(?:了|到|据)?(\p{Han}{2,5}?[国省市区县州])`)              // 占河南省多少
	wholeWithin = pattern.Compile(`[在占](?:了|到|据)?(?:整个|全)(\p{Han}{2,5}?)(?:全[国省市区县])?(?:[里中内]|范围内)?的?(?:所?占|比重|比例|份额|几|多|百分)|在(\p{Han}{2,5}?)(?:[里中内]|范围内)?所?占(?:了|到)?(?:几|多|百分|比)`)
	wholeInAll  = pattern.Compile(`在(?:整个|全)(\p{Han}{2,3}?)的[^,，]{2,14}(?:里头?|中|当中)所?占`)
	wholeSaid   = pattern.Compile(`占(?:了|到|据)?\p{Han}{1,5}?[国省市区县州]`)
	scopeAsked  = pattern.Compile(`全[国省市区县球]|世界`)
	partScope   = pattern.Compile(`全[国省市区县]`)
	thanScope   = pattern.Compile(`比(全[国省市区县球])`)
	scopeSaid   = pattern.Compile(`([国省市区县球界])(内|里|范围内)?的?$`)
)

// otherScope is the whole that the question names where the share or rank is said to
// be of another one: 全国 where it says 居广州市第一; "" for none.
func otherScope(r asking.Reading, c Candidate) string {
	asked := scopeAsked.FindString(hanzi.Fold(r.Raw))
	before := c.before()
	said := scopeSaid.FindStringSubmatch(before)
	if r.Asks == asking.Share && r.Claim == nil && asked == "全国" && smallerScope.MatchString(c.Said()) && !naming.SaysCountry(hanzi.Fold(string(c.Sentence.Text[c.Sentence.Span.Start:c.Clause.End]))) {
		return asked
	}
	if than := thanScope.FindStringSubmatch(hanzi.Fold(r.Raw)); than != nil { // 比全国低多少
		if said := thanScope.FindStringSubmatch(c.before()); said != nil && said[1] != than[1] {
			return than[1]
		}
	}
	if r.Claim == nil && (r.Asks == asking.Share || r.Asks == asking.Quantity) && partScope.MatchString(asked) && partScope.MatchString(c.Said()) && !strings.Contains(c.Said(), asked) {
		return asked // 占全市 where 占全省 is asked for
	}
	if r.Asks == asking.Rank && r.Claim == nil {
		in, of := rankedIn.FindStringSubmatch(hanzi.Fold(r.Raw)), rankedAmong.FindAllStringSubmatch(before, -1)
		if in != nil && len(of) > 0 && !strings.Contains(before, in[1]) {
			last := of[len(of)-1][1]
			if part := []rune(in[1]); part[0] != '全' || !strings.HasSuffix(last, string(part[1:])) { // 全省 is 江苏省 there
				return in[1]
			}
		}
	}
	if naming.ZoneSuffix(before) != "" || asked != "" && strings.Contains(before, asked) { // among zones, 全国百强县
		return ""
	}
	if r.Asks != asking.Rank && r.Asks != asking.Share || r.Claim != nil || asked == "" || said == nil {
		return ""
	}
	if worldwide[said[1]] && (asked == "全球" || asked == "世界") || strings.HasSuffix(asked, said[1]) {
		return ""
	}
	return asked
}

// rankedIn is among whom a question asks for a place in an order, and rankedAmong among whom a text gives one: 在全国所有高新区里排第几,
// 在江苏省内县域国家高新区里名列第一.
var (
	rankedIn    = pattern.Compile(`在(全[国省市球]|\p{Han}{2,4}[省市州])[^,，。?]{0,14}(?:排|居|位列|名列|名次|第几)`)
	rankedAmong = pattern.Compile(`在(\p{Han}{2,4}?[省市州])`)
)

// smallerScope is said of a part of the country.
var smallerScope = pattern.Compile(`全[省市县区]`)

// worldwide end what is said of the whole world.
var worldwide = map[string]bool{"球": true, "界": true}

// scopedBy is how much better a share or a rank of another whole may be.
const scopedBy = 1

// scopedFirst puts a share or a rank of the whole that the question names before one of another, of one sentence: 在东原省所占比重为14.45%
// before 占江湾市36.12% for 占全省多少.
func scopedFirst(found []Candidate, read bool) {
	best := found[0]
	if best.Features.Scope >= 0 {
		return
	}
	nearlyBestFirst(found, read, scopedBy, func(c Candidate) bool {
		return c.Features.Scope > 0 && c.Sentence.Is(best.Sentence) && c.Features.Fit >= best.Features.Fit
	})
}
