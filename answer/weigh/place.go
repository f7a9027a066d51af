package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// region begins what is said of a part of the country; a market (汽车市场) and what is listed
// at an exchange (已上市) are none, and 大城市 is none that has a name.
var region = pattern.Compile(`^(全[省市区县]|[^\P{Han}全上城]{2,4}([省县]|市([^\p{Han}]|[^\P{Han}场值民面售盈占容况价]|$)))`)

// ofLocal says that the ledger holds the figure to be of some place, and nothing before it in
// its paragraph speaks of the country; in its sentence, where the place itself is the owner and
// nobody in it.
func (c Candidate) ofLocal(snapshot *retrieval.Snapshot) bool {
	from := 0
	if owner := snapshot.Words(c.Entry.Entity); len(owner) == 1 && owner[0].Speech == "ns" {
		from = c.Sentence.Span.Start
	}
	if naming.SaysCountry(hanzi.Fold(string(c.Sentence.Text[from:c.Figure.Start]))) {
		return false
	}
	return slices.ContainsFunc(snapshot.Names(c.Entry.Entity), func(owner string) bool { return !naming.IsEverywhere(owner) })
}

// manyPlaces is how many places a paragraph names that reports on each of them.
const manyPlaces = 5

// mostOwners is how many places may be before a figure that is theirs; more are a list of those that take part.
const mostOwners = 2

// ofPlaceAmongMany says that the figure is said to be of a place in a report on many; a time is in its own clause
// alone, since a story names places too (到达高要，直至23时40分).
func (c Candidate) ofPlaceAmongMany(snapshot *retrieval.Snapshot) bool {
	own := len(placeWords(snapshot, c.before())) > 0
	if bodiesListed.MatchString(c.before()) {
		return false
	}
	if n := len(c.placesOf(snapshot)); n == 0 || n > mostOwners || !own && (c.Figure.Kind == figure.Date || !naming.BeginsWithPlace(snapshot, c.Sentence.String())) {
		return false // 韩国、泰国等10个国家参展, or 聘请上海公司设计
	}
	named := map[string]bool{}
	for _, place := range snapshot.Names(c.Sentence.Source.Text) {
		if !naming.IsEverywhere(place) {
			named[naming.Place(place).Key] = true
		}
	}
	return len(named) >= manyPlaces
}

// otherPlace is the place that a question names where the figure's clause, or the one
// that it leans on, begins with another and its sentence up to the clause's end does not name it; "" for none.
func otherPlace(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) string {
	asked := snapshot.Names(r.Raw)
	var country []string
	if r.Asks == asking.Quantity || r.Asks == asking.Change {
		country = naming.CountryNames(hanzi.Fold(r.Raw))
		asked = append(asked, country...)
	}
	if len(asked) == 0 {
		return ""
	}
	spelled := slices.ContainsFunc(asked, func(name string) bool { return len([]rune(name)) > 1 }) // 德 of 宏德 is none
	local := spelled && c.ofPlaceAmongMany(snapshot) || country != nil && (len(c.placesOf(snapshot)) > 0 || c.ofLocal(snapshot))
	whole := country == nil && (r.Asks == asking.Quantity || r.Asks == asking.Change) && wholeOwner.MatchString(c.before()) && !wholeTitle.MatchString(c.before()) && !wholeSpoken.MatchString(hanzi.Fold(r.Raw))
	if !local && !whole && !slices.ContainsFunc([]string{c.before(), c.justBefore()}, func(own string) bool {
		own = strings.TrimLeft(own, ",，、 ")
		if eventOf.MatchString(own) { // 东京奥运会冠军
			return false
		}
		return naming.BeginsWithPlace(snapshot, own) && !placesListed.MatchString(own) && !bodiesListed.MatchString(own) || country != nil && region.MatchString(own)
	}) {
		return ""
	}
	title := c.Sentence.Source.Article.Title
	if country != nil && naming.BeginsWithPlace(snapshot, c.before()) { // 河南夏粮产量 of an article on all the country's
		title = ""
	}
	said := hanzi.Fold(title + string(c.Sentence.Text[c.Sentence.Span.Start:c.Clause.End]) + c.Entry.Entity)
	if whole {
		said = c.Said()
	}
	place := ""
	for _, name := range asked {
		if naming.IsEverywhere(name) && !naming.SaysCountry(name) {
			continue
		}
		if naming.Says(said, naming.Place(name).Key) || naming.ShortOf(name, said) || naming.SaysCountry(name) && naming.SaysCountry(said) {
			return ""
		}
		if place == "" {
			place = name
		}
	}
	return place
}

// eventOf begins with an event by where it was held, which says nothing of where this is.
var eventOf = pattern.Compile(`^\p{Han}{2,6}?(冬奥|夏奥|奥运|残奥|青奥|大运|亚运|全运|世博|进博|世锦赛|世界杯|锦标赛|公开赛|大师赛)`)

// placesListed begins with places that take part in something: 俄罗斯、加纳、印度等国; bodiesListed with those that
// are only called after one: 东原投资集团等二十家企业.
var (
	placesListed = pattern.Compile(`^\p{Han}{2,8}(、\p{Han}{2,8})+等[^,;]{0,24}(参|出席|加入|派|签|设|形式)`)
	bodiesListed = pattern.Compile(`^[^\P{Han}各类级]{4,14}?(集团|公司|银行|大学|学院|医院|协会|商会)等`)
)

// wholeOwner begins what is said of all the country or the world, which is of no place in it; wholeTitle is what those
// in a place are called (全国重点文物保护单位10处), and wholeSpoken is said of it in a question.
var (
	wholeOwner  = pattern.Compile(`^(全国|全球|全世界|我国)`)
	wholeTitle  = pattern.Compile(`^全[国球](性|重点|文明|劳|百强|千强|先进|优秀|示范|模范|道德|五一|三八|知名|首|唯一|最|第)`)
	wholeSpoken = pattern.Compile(`全国|全球|世界|我国|占|比`)
)

// ofPlaceBy is how much better a figure of another place may be.
const ofPlaceBy = 0.5

// ofPlaceFirst puts the best of the figures first that is of the place that was asked
// for, where the best of all is of another and hardly better.
func ofPlaceFirst(snapshot *retrieval.Snapshot, r asking.Reading, found []Candidate, read bool) {
	if otherPlace(snapshot, r, found[0]) == "" {
		return
	}
	for i, c := range found {
		if c.Score < found[0].Score-ofPlaceBy {
			return
		}
		if c.Supported(read) && otherPlace(snapshot, r, c) == "" {
			evidence.PutFirst(found, i)
			return
		}
	}
}
