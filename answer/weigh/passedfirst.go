package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
)

// How many passed is asked for, or said; and how many tried to, of whom not all did.
var (
	passAsked = pattern.Compile(`(通过|获批|入选|过审|过会|中选|录取|获评|进入?公示|进入?名单|上榜)(名单|认定|评审|审核|审批)?了?的?有?(多少|几)|(多少|几)[家个名人项所][^,。?]{0,6}(通过|获批|入选|过审|过会|录取|获评)`)
	passSaid  = pattern.Compile(`通过|获批|入选|过审|过会|录取|获评|公示|认定`)
	trySaid   = pattern.Compile(`推荐|申报|申请|报名|参评|送审|送检`)
)

// passedFirst puts those who passed before those who tried, of one sentence: 112家 of 共推荐125家企业申报，其中112家进入公示名单 for 通过了几家.
func passedFirst(r asking.Reading, found []Candidate) {
	best := found[0]
	if said := best.Said(); r.Claim != nil || !passAsked.MatchString(hanzi.Fold(r.Raw)) || !trySaid.MatchString(said) || passSaid.MatchString(said) {
		return
	}
	takenOver(found, func(c Candidate) bool {
		return c.Sentence.Is(best.Sentence) && c.Figure.Unit == best.Figure.Unit && c.Figure.Start > best.Figure.End && passSaid.MatchString(c.Said())
	})
}

// onlyTried says that how many there are of something is asked for, and the figure is of those who tried to become that:
// 125家企业申报高新技术企业 for 有多少家高新技术企业.
func onlyTried(r asking.Reading, c Candidate) bool {
	asked := wording.LongForm(hanzi.Fold(r.Raw))
	if r.Asks != asking.Quantity || r.Claim != nil || trySaid.MatchString(asked) || passSaid.MatchString(asked) {
		return false
	}
	m := triedFor.FindStringSubmatch(wording.LongForm(c.Behind(triedRunes)))
	return m != nil && strings.Contains(asked, m[1])
}

// triedFor stands behind a count of those who tried to become something.
var triedFor = pattern.Compile(`^\p{Han}{0,6}?(?:申报|申请|报名|参评|争创|竞逐|角逐)了?(\p{Han}{4})`)

const triedRunes = 20

// claimedTopFirst puts the very 前三 that a question wants confirmed before another place that bears it out.
func claimedTopFirst(r asking.Reading, found []Candidate) {
	best := found[0]
	if r.Claim == nil || !strings.HasPrefix(r.Claim.Figure.Text, "前") || best.Figure.Text == r.Claim.Figure.Text {
		return
	}
	takenOver(found, func(c Candidate) bool { return c.Sentence.Is(best.Sentence) && c.Figure.Text == r.Claim.Figure.Text })
}
