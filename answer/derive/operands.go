package derive

import (
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/likeness"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// Operand is a figure that a formula works with.
type Operand struct {
	weigh.Candidate
	own     float64 // share of the words that only this operand's phrase has, in its clause
	against float64 // and of those that only the other's has
}

// apart is how much a figure is its own phrase's and not the other's.
func (o Operand) apart() float64 { return o.own - o.against }

// Bounds of what may be worked with.
const (
	operandChoices = 12  // candidates looked at for each operand
	wholeBound     = 0.3 // of those of a whole, of which a part is taken
	ownBound       = 0.6 // of the words that tell one operand from the other
	apartBound     = 0.4 // of how much both are told apart, together
	operandSupport = 0.2
	yearsKnown     = 0.5 // of what is said of a figure, where only years tell two apart
	operandFit     = 0.5 // of the kind and unit asked for
	strayedSupport = 0.1
	strayedUnsaid  = 0.5
	tellsApart     = 1.5 // weight of those words
	sameParagraph  = 0.2 // for two operands that stand together
	sameArticle    = 0.15
	sameSentence   = 0.25
	ofTotal        = 0.6 // for what a mean is of
	ofOneOwner     = 3   // times both where the second phrase names no other owner
)

// Operands finds the two figures of a formula: those that their phrases ask for
// and that may be set against each other, in unit and in place.
func Operands(ctx context.Context, snapshot *retrieval.Snapshot, hits []retrieval.Hit, f Formula) (first, other Operand, ok bool, err error) {
	f.lendMeasure(snapshot)
	firsts, err := choices(ctx, snapshot, hits, f, f.First, f.Other)
	if err != nil || len(firsts) == 0 {
		return first, other, false, err
	}
	others, err := choices(ctx, snapshot, hits, f, f.Other, f.First)
	if err != nil {
		return first, other, false, err
	}
	together := 1.0
	if naming.Without(snapshot, f.Other) == f.Other { // nothing says that it is of another place
		together = ofOneOwner
	}
	best := -1.0
	for _, x := range firsts {
		for _, y := range others {
			if !comparable(f, x.Candidate, y.Candidate) || x.apart()+y.apart() < apartBound || strayed(x.Candidate, y.Candidate) || oneOwner(f, x.Candidate, y.Candidate) {
				continue
			}
			whole := 0.0
			if f.Op == Mean && weigh.SaysTotal(x.Said()) { // not what one of them is
				whole = ofTotal
			}
			if score := whole + x.Score + y.Score + tellsApart*(x.apart()+y.apart()) + together*beside(x.Candidate, y.Candidate); score > best {
				best, first, other, ok = score, x, y, true
			}
		}
	}
	return first, other, ok, nil
}

// strayed says that two figures are of different articles, and one of them hardly an answer by itself, or
// of an article that does not say half of what was asked about.
func strayed(x, y weigh.Candidate) bool {
	return x.Sentence.Source.Article != y.Sentence.Source.Article &&
		(min(x.Support(false), y.Support(false)) < strayedSupport || max(x.Features.Unsaid, y.Features.Unsaid) >= strayedUnsaid)
}

// oneOwner says that two names are set against each other and the ledger has both figures of one of them: 苏州's list
// of firms of 昆山高新区. A clause that begins with the other name is of that, whatever the ledger has.
func oneOwner(f Formula, x, y weigh.Candidate) bool {
	if f.Op == List || ledger.Key(x.Entry.Entity) != ledger.Key(y.Entry.Entity) {
		return false
	}
	of, first, other := hanzi.Fold(x.Entry.Entity), hanzi.Fold(f.First), hanzi.Fold(f.Other)
	switch {
	case strings.Contains(of, first) == strings.Contains(of, other):
		return false
	case strings.Contains(of, first):
		return !strings.HasPrefix(y.Said(), other)
	}
	return !strings.HasPrefix(x.Said(), first)
}

// beside is what it is worth that two figures stand in one place.
func beside(x, y weigh.Candidate) float64 {
	switch {
	case x.Sentence.Is(y.Sentence):
		return sameSentence + sameParagraph + sameArticle
	case x.Sentence.Source.Paragraph == y.Sentence.Source.Paragraph:
		return sameParagraph + sameArticle
	case x.Sentence.Source.Article == y.Sentence.Source.Article:
		return sameArticle
	}
	return 0
}

// phraseHits is how many of a phrase's own hits stand beside those of the whole
// question, whose words it may need (全省 in 占全市、全省分别多少).
const phraseHits = 4

func withHits(own, asked []retrieval.Hit) []retrieval.Hit {
	own = own[:min(phraseHits, len(own))]
	out := slices.Clone(own)
	for _, h := range asked {
		if !slices.ContainsFunc(own, func(o retrieval.Hit) bool { return o.Paragraph == h.Paragraph }) {
			out = append(out, h)
		}
	}
	return out
}

// choices are the figures that a phrase may mean: its own words must stand
// in their clauses, or in what the ledger knows of them.
func choices(ctx context.Context, snapshot *retrieval.Snapshot, asked []retrieval.Hit, f Formula, phrase, against string) ([]Operand, error) {
	if evidence.OnlyPeriod(phrase) {
		return nil, nil
	}
	p := phraseReading(f, phrase)
	found, err := figuresOf(ctx, snapshot, asked, p)
	if err != nil {
		return nil, err
	}
	found, contrary := ofContrary(snapshot, found, phrase, against)
	found = found[:min(operandChoices, len(found))]
	own, others := onlyIn(snapshot, found, phrase, against), onlyIn(snapshot, found, against, phrase)
	last := onlyIn(snapshot, found, endLike(snapshot, phrase, against), against)
	named := f.named(snapshot, phrase)
	scope := asking.Read(asking.Question{Text: phrase})
	scope.Asks = asking.Share
	years := len(p.Years) == 1 && yearWord.ReplaceAllString(phrase, "") == yearWord.ReplaceAllString(against, "")
	level := evidence.LevelBeside(p, phrase, against)
	var out []Operand
	for _, c := range found {
		scoped := weigh.Scoped(scope, c) > 0
		if !named(c) || c.Sentence.Missing != "" || c.Spoken() < operandSupport && !scoped || c.Features.Fit < operandFit || ofAnother(p, phrase, c) || years && c.Features.Known < yearsKnown {
			continue
		}
		o := Operand{c, ownShare(snapshot, c, own), ownShare(snapshot, c, others)}
		if len(last) > 0 && o.own < ownBound {
			o.own = max(o.own, ownShare(snapshot, c, last))
		}
		if (len(own) == 0 || f.part) && f.alike && wholeNamed.MatchString(phrase) { // 全区固投 is said of nothing smaller
			o.own = 1
		} else if len(own) == 0 && len(others) > 0 { // 网上零售额 beside 实物商品网上零售额
			o.own, o.against = 1-o.against, 0
		}
		if years {
			o.own, o.against = wording.AllOrNothing(c.OfYear(p)), 0
		}
		if level != "" {
			o.own, o.against = wording.AllOrNothing(!c.OfOtherLevel(level) && strings.Contains(c.Said()+hanzi.Fold(c.Entry.Metric), lastNoun(snapshot, phrase))), 0
		}
		if contrary {
			o.own, o.against = 1, 0
		}
		if said, both := ofDivision(snapshot, c, phrase, against); both {
			o.own, o.against = wording.AllOrNothing(said), 0
		}
		if scoped || f.Op == Mean { // those of a mean differ in unit
			o.own, o.against = 1, 0
		}
		if o.own >= ownBound || f.rest && phrase == f.First && o.own >= wholeBound {
			out = append(out, o)
		}
	}
	return meantOnly(p, out), nil
}

// named tells of which figures the thing is that a phrase names. What a mean shares out, money or what is asked for by its unit, may
// be of another name; what it is shared out among must have all of its own.
func (f Formula) named(snapshot *retrieval.Snapshot, phrase string) func(weigh.Candidate) bool {
	thing, unit := f.thing(snapshot, phrase), asking.UnitAsked(f.asked)
	var counted wording.Terms
	if phrase == f.Other {
		counted = snapshot.QuestionTerms(f.counted)
	}
	return func(c weigh.Candidate) bool {
		said := c.UpToClause()
		shared := f.Op == Mean && (likeness.IsCurrency(c.Figure.Unit) || c.Figure.Unit == unit)
		return (len(thing) == 0 || shared || wording.HeldShare(snapshot, thing, said) >= weigh.PartHead) &&
			(len(counted) == 0 || wording.HeldShare(snapshot, counted, said) >= ownBound)
	}
}

// ofContrary are the figures of a phrase that are not of its contrary, nor of what denies it, where the other phrase is that; contrary
// says that it is.
func ofContrary(snapshot *retrieval.Snapshot, found []weigh.Candidate, phrase, against string) (own []weigh.Candidate, contrary bool) {
	one, other := asking.ContraryBetween(phrase, against)
	if one != "" {
		found = slices.DeleteFunc(found, func(c weigh.Candidate) bool { return !c.OfContrary(snapshot, one, other) })
	}
	verb, denied := asking.DeniedBetween(hanzi.Fold(phrase), hanzi.Fold(against))
	if verb != "" {
		found = slices.DeleteFunc(found, func(c weigh.Candidate) bool { return !c.SaysDone(verb, denied) })
	}
	return found, one != "" || verb != ""
}

// figuresOf are the figures that answer a phrase by itself, best first, from its own hits and those of the question.
func figuresOf(ctx context.Context, snapshot *retrieval.Snapshot, asked []retrieval.Hit, p asking.Reading) ([]weigh.Candidate, error) {
	hits, err := snapshot.Search(ctx, p.Text, evidence.MaxHits)
	if err == nil {
		hits, err = evidence.WithYear(ctx, snapshot, p, withHits(hits, asked))
	}
	if err != nil {
		return nil, err
	}
	return weigh.Candidates(snapshot, p, evidence.Weigh(snapshot, p, evidence.Want(snapshot, p), hits), nil), nil
}

// ofAnother says that a figure is of another time than a phrase's reading asks for, of another way, or of one where the phrase
// is of several: 三个项目总投资.
func ofAnother(p asking.Reading, phrase string, c weigh.Candidate) bool {
	several := ""
	if m := severalNamed.FindStringSubmatch(phrase); m != nil {
		several = m[1]
	}
	_, other := weigh.OtherYear(p, c)
	return other || several != "" && !strings.Contains(c.SaidBefore()+c.Said(), several) || c.OfOtherPart(p.PartAsked()) || weigh.OneWay(hanzi.Fold(p.Raw), c.Said()+hanzi.Fold(c.Entry.Metric)) != ""
}

// severalNamed says of how many things together a phrase is.
var severalNamed = pattern.Compile(`^[这那]?((?:[两二三四五六七八九十]|\d+)(?:个|家|座|所|项|大))`)

// meantOnly drops the aims where something came of it, and what came of it in a year where the
// aims are asked for.
func meantOnly(r asking.Reading, choices []Operand) []Operand {
	wanted := evidence.AsksAim(r)
	if len(r.Years) == 0 && wanted {
		return choices
	}
	if len(r.Years) > 0 && r.Asks == asking.Change && !wanted {
		choices = slices.DeleteFunc(choices, func(o Operand) bool { return weigh.Target(o.Candidate) })
	}
	return slices.DeleteFunc(choices, func(o Operand) bool {
		return o.Aim() != wanted && slices.ContainsFunc(choices, func(other Operand) bool {
			return other.Aim() == wanted && (other.Entry.Metric == o.Entry.Metric || weigh.MeasuresSame(other.Entry.Metric, o.Entry.Metric)) && other.Figure.Unit == o.Figure.Unit
		})
	})
}

// phraseReading is the question that asks for one operand.
func phraseReading(f Formula, phrase string) asking.Reading {
	p := asking.Read(asking.Question{Text: phrase + f.Tail})
	p.Asks, p.Money = f.Asks, false
	if p.Asks == asking.Quantity {
		p.Unit, p.Implied = asking.UnitAsked(f.asked), wording.UnitImplied(phrase+f.Tail)
		p.Money = asking.AsksMoney(phrase + f.Tail + f.asked)
		if f.Op == Mean {
			p.Unit, p.Money = "", asking.AsksMoney(phrase)
		}
	}
	return p
}
