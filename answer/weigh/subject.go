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
