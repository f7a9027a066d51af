package weigh

import (
	"strings"

	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
)

// workMeant stands for a work that was named before.
var workMeant = pattern.Compile(`影片|[该本此这]部?[片剧书作]|电影|小说|歌曲|专辑|游戏|节目|作品`)

// meansWork says that the figure's clause speaks of the work of its paragraph that a thing names.
func (c Candidate) meansWork(thing string) bool {
	return strings.Contains(hanzi.Fold(c.Sentence.Source.Text), "《"+thing+"》") && workMeant.MatchString(c.Said())
}

// thingMeant stands for a thing that was named before: 该项目, 项目投产后.
var thingMeant = pattern.Compile(`(该|此|这[个家项]?)(项目|企业|公司|工程|活动|集团)|^(项目|企业|公司|工程|活动|集团)([^、和与的等]|$)`)

// meansThing says that the figure's sentence speaks of a thing that the paragraph names before it.
func (c Candidate) meansThing(thing string) bool {
	meant := thingMeant.FindStringSubmatch(hanzi.Fold(c.Sentence.String()))
	before := hanzi.Fold(string(c.Sentence.Text[:c.Sentence.Span.Start]))
	at := strings.LastIndex(before, thing)
	if meant == nil || at < 0 {
		return false
	}
	owner := owners[meant[2]+meant[3]] // another one named since is meant: 青禾集团向云岭公司投资
	return !owner || !namedOwner.MatchString(before[at+len(thing):])
}

// owners are things of which one may own another, and namedOwner is one by its name: 云岭公司.
var (
	owners     = map[string]bool{"企业": true, "公司": true, "集团": true}
	namedOwner = pattern.Compile(`[^\P{Han}该此这个家的]{2}(企业|公司|集团)`)
)

// subjectSaid is how often a paragraph says a thing that it is about.
const subjectSaid = 4

// ofSubject says that a paragraph is about a thing, and the figure's sentence of nobody else.
func (c Candidate) ofSubject(snapshot *retrieval.Snapshot, thing string) bool {
	if strings.Count(hanzi.Fold(c.Sentence.Source.Text), thing) < subjectSaid {
		return false
	}
	owner := hanzi.Fold(c.Entry.Entity)
	return owner == "" || !strings.Contains(c.SaidBefore(), owner) || !namesOwner(snapshot.Words(owner))
}
