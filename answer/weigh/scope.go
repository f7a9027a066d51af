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
	if whole := wholeAsked.FindStringSubmatch(asked); whole != nil && r.Asks == asking.Share {
		switch {
		case strings.Contains(before, whole[1]):
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

var (
	amongAsked = pattern.Compile(`在([\p{Han}\d]{2,12}?)(?:之?[中内里])?(?:排|居|位|列|名次)`) // 在西部12省市中排第几
	wholeAsked = pattern.Compile(`占(?:了|到|据)?(\p{Han}{2,5}?[国省市区县州])`)              // 占河南省多少
	wholeSaid  = pattern.Compile(`占(?:了|到|据)?\p{Han}{1,5}?[国省市区县州]`)
	scopeAsked = pattern.Compile(`全[国省市区县球]|世界`)
	partScope  = pattern.Compile(`全[国省市区县]`)
	thanScope  = pattern.Compile(`比(全[国省市区县球])`)
	scopeSaid  = pattern.Compile(`([国省市区县球界])(内|里|范围内)?的?$`)
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

// smallerScope is said of a part of the country.
var smallerScope = pattern.Compile(`全[省市县区]`)

// worldwide end what is said of the whole world.
var worldwide = map[string]bool{"球": true, "界": true}
