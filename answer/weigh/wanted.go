package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// wanted is what a question wants of a figure, found out once for all of them.
type wanted struct {
	snapshot   *retrieval.Snapshot
	r          asking.Reading
	folded     string // the question
	words      wording.Terms
	nearest    wording.Terms // those of the latest question
	head       wording.Terms // what is asked for by name
	counted    string        // what it counts: 压路机
	nouns      []string
	written    []string // names that show by their writing
	things     []string
	ofClause   []string // of the clause that asks, where one before it says of what
	measures   []string
	name, kind string // a thing by its name and what it is one of
	part       string // of a year
	level      string
	plain      placeless
	belongings belongings // of the figures of the sentences
}

func want(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) wanted {
	w := wanted{
		snapshot: snapshot, r: r, folded: hanzi.Fold(r.Raw),
		words: r.Words(snapshot), nearest: r.Nearest(snapshot), head: r.Head(snapshot), counted: hanzi.Fold(asking.CountedThing(snapshot, r.Raw)), nouns: r.NounsAsked(snapshot), written: append(naming.Written(r.Asked()), shortModel.FindAllString(hanzi.Fold(r.Asked()), -1)...),
		things: r.ThingsAsked(snapshot), measures: measuresAsked(r), part: r.PartAsked(), level: evidence.LevelAsked(r),
	}
	w.ofClause = r.ThingsOfClause(snapshot)
	w.name, w.kind = kindNamed(snapshot, r)
	w.plain = withoutPlace(snapshot, r, w.words)
	w.belongings = belongingsOf(snapshot, w.words, sentences)
	return w
}

// weigh fills in what speaks for a figure by itself and against it.
func (w wanted) weigh(c *Candidate) {
	c.weigh(w.snapshot, w.r, w.words, w.nearest)
	c.Features.Apart = w.anothers(*c)
	c.Features.Rival = c.rival(w.snapshot, w.words, w.belongings)
	c.Features.Plain = wording.AllOrNothing(c.plain(w.snapshot, w.plain))
	c.Features.Written = c.holdsWritten(w.written)
	if c.governs {
		c.Features.Clause *= governedCredit
	}
	c.Features.Head = wording.HeldShare(w.snapshot, w.head, c.UpToClause())
	c.Features.Narrow = wording.AllOrNothing(w.opposite(*c) || w.otherPart(*c) || converted(w.r, *c))
}

// hardlyApart is what speaks against a figure that stands nearer to something else than to what the question names, where the ledger
// has it for nobody else: of 53 that were the best one of all 46 were right, and one of a question without an answer.
const hardlyApart = 0.4

// anothers is how much speaks against a figure since what the question names belongs to another one, 0…1.
func (w wanted) anothers(c Candidate) float64 {
	switch back := refersBack.FindStringSubmatch(c.before()); {
	case back != nil && w.saysAll(c, back[1]) && !c.contrasted(): // 这些项目总投资 of 154个优质项目
		return 0
	case c.contrasted() || c.otherMeasure(w.measures, w.belongings) || c.another(w.name, w.kind):
		return 1
	case !c.apart(w.snapshot, w.thingsFor(c), w.counted, w.belongings) && !c.namedLater(w.things) && (c.endsOwner(w.things) || !c.ofAnother(w.snapshot, w.folded, w.belongings)):
		return 0
	case c.Features.Entity > 0 || c.Entry.Entity == "":
		return hardlyApart
	}
	return 1
}

// saysAll says that a figure's sentence names all that the question does, of which one ends as what it refers back to.
func (w wanted) saysAll(c Candidate, kind string) bool {
	sentence := hanzi.Fold(c.Sentence.String())
	return slices.ContainsFunc(w.things, func(thing string) bool { return strings.HasSuffix(thing, kind) }) &&
		!slices.ContainsFunc(w.things, func(thing string) bool { return !strings.Contains(sentence, thing) })
}

// thingsFor are the things that a figure must be of: those of the clause that asks, where its sentence says one of
// them, since a clause before only says when that was: 青禾队击败白塔队，赵林得了多少分.
func (w wanted) thingsFor(c Candidate) []string {
	sentence := hanzi.Fold(c.Sentence.String())
	if slices.ContainsFunc(w.ofClause, func(thing string) bool { return strings.Contains(sentence, thing) }) {
		return slices.DeleteFunc(slices.Clone(w.things), func(thing string) bool { return !slices.Contains(w.ofClause, thing) })
	}
	return w.things
}

// opposite says that the figure is of the opposite of what is asked for, or of what did not happen.
func (w wanted) opposite(c Candidate) bool {
	return contrary(w.folded, c.before()) || contraryDeed(w.r, c) || evidence.Negated(w.nouns, w.folded, c.Said()) != "" ||
		denied(w.folded, c.leading()) || OneWay(w.folded, c.Said()) != ""
}

// otherPart says that the figure is of one of several where the question asks for all or for another.
func (w wanted) otherPart(c Candidate) bool {
	return ofEach(w.r, c) || c.OfOtherPart(w.part) || c.OfOtherLevel(w.level) || ofOtherHalf(w.r, c) || c.otherModel(w.folded) || c.otherCode(w.folded) || ofOtherList(w.r, c) || otherLetter(w.snapshot, w.r, c) != ""
}

// shortModel is a model of a letter and a digit, which may stand for something else too: Q3 of a car, and of a year.
var shortModel = pattern.Compile(`\b[a-z]\d\b`)
