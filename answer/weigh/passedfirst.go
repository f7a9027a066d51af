package weigh

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// How many passed is asked for, or said; and how many tried to, of whom not all did.
var (
	passAsked = pattern.Compile(`(通过|获批|入选|过审|过会|中选|录取|获评)(认定|评审|审核|审批)?了?的?有?(多少|几)|(多少|几)[家个名人项所][^,。?]{0,6}(通过|获批|入选|过审|过会|录取|获评)`)
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
