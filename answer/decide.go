package answer

import (
	"context"

	"youju/answer/asking"
	"youju/answer/derive"
	"youju/answer/evidence"
	"youju/answer/say"
	"youju/answer/scales"
	"youju/answer/weigh"
	"youju/retrieval"
)

// decide picks what is said: a name beside the text, a figure, printed or worked
// out, or a sentence.
func (a *Answerer) decide(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, want evidence.Wanted, hits []retrieval.Hit) (say.Answer, error) {
	if r.Asks == asking.Credit {
		if answer, ok := credited(snapshot, r, hits); ok {
			return answer, nil
		}
	}
	sentences := evidence.Weigh(snapshot, r, want, hits)
	if len(sentences) == 0 {
		return say.Nothing(r.Lang), nil
	}
	if answer, ok := overLedger(snapshot, r, sentences); ok {
		return answer, nil
	}
	read, err := evidence.Read(ctx, a.reader, r, sentences)
	if err != nil {
		return say.Answer{}, err
	}
	found := figuresFound(snapshot, r, sentences, read)
	if answer, ok, err := workedOut(ctx, snapshot, r, hits, sentences, found); ok || err != nil {
		return answer, err
	}
	figure := len(found) > 0 && (!r.Bare || found[0].Named())
	if len(found) > 0 && !figure && r.Implied != "" { // 富祥 投资额
		things := r.ThingsAsked(snapshot)
		figure = found[0].OfMeasure(r, read != nil) || len(things) == 0 && found[0].Measures() || len(things) > 0 && found[0].Holds(things)
		if len(things) > 0 && !figure {
			lacks := r.Lang.Say("answer.lacks-figure")
			if missing := found[0].Sentence.Missing; missing != "" {
				lacks = r.Lang.Say("answer.lacks-named", r.Shown(missing))
			}
			return say.NearestFigure(snapshot, r, found[0], lacks), nil
		}
	}
	office := false
	if !figure {
		read.Reread(r, sentences)
		evidence.PastOpening(r, sentences)
		evidence.InPlaceFirst(r, sentences, read != nil)
		evidence.HeldFirst(snapshot, r, sentences)
		evidence.NotOthersFirst(r, sentences)
		evidence.WonFirst(r, sentences)
		evidence.RankFirst(r, sentences)
		evidence.DocumentFirst(r, sentences)
		evidence.GroupFirst(r, sentences)
		evidence.OwnFirst(r, sentences)
		evidence.KindSaidFirst(r, sentences)
		kindNamedFirst(snapshot, r, sentences)
		office = evidence.OfficeFirst(snapshot, r, sentences) || evidence.NativeFirst(r, sentences) || evidence.ShownFirst(r, sentences) || evidence.WhereFirst(snapshot, r, sentences) || evidence.SetInFirst(snapshot, r, sentences) || evidence.AfterWhomFirst(r, sentences)
	}
	if a.tell != nil {
		a.tell(onTheScales(r, found, sentences, figure))
	}
	if figure {
		best, err := a.sayBest(ctx, snapshot, r, found, read != nil)
		if s, ok := weigh.Vaguely(r, sentences, read != nil); ok && err == nil && (best.Refused || weigh.OnlyTold(r, found[0], s)) {
			best = say.SentenceAnswer(snapshot, r, s)
		}
		return best, err
	}
	return a.sayWords(snapshot, r, sentences, read != nil, office), nil
}

// overLedger answers from the whole ledger: which of a kind has most, in which year something
// was most, or what a figure is of; or which of several things of one passage has most.
func overLedger(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) (say.Answer, bool) {
	if answer, ok := most(snapshot, r); ok {
		return answer, true
	}
	if answer, ok := mostYear(snapshot, r); ok {
		return answer, true
	}
	if answer, ok := whatFigureIs(snapshot, r, sentences); ok {
		return answer, true
	}
	return mostOfRows(snapshot, r, sentences)
}

// sayWords says a list or a sentence, or what is nearest where none has the support; office
// says that the best names somebody with the office that was asked for, or where they are from, or shows that it names the like.
func (a *Answerer) sayWords(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence, read, office bool) say.Answer {
	weigh.OfThenFirst(r, sentences, read)
	if !office {
		weigh.OfMonthFirst(r, sentences, read)
	}
	support := sentences[0].Support(read)
	var said say.Answer
	several := false
	if support >= listBound {
		said, several = listAnswer(snapshot, r, sentences)
	}
	if !several {
		listingFirst(r, sentences, read)
		supported := support >= scales.Bound || office && support >= officeBound
		said = decideSentence(snapshot, r, sentences[0], a.regardless || supported)
	}
	said.Support = support
	return said
}

// figuresFound are the figures that may answer, likeliest first; none for a question that
// asks for words.
func figuresFound(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence, read evidence.Readings) []weigh.Candidate {
	if !r.Asks.Numeric() && !r.Bare {
		return nil
	}
	found := weigh.Candidates(snapshot, r, sentences, read)
	weigh.SupportedFirst(found, read != nil)
	return found
}

// sayBest says the best of the figures found, if it counts what was asked for and has
// the support.
func (a *Answerer) sayBest(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate, read bool) (say.Answer, error) {
	weigh.FittestFirst(snapshot, r, found, read)
	other, err := weigh.OtherCounted(ctx, snapshot, r, found, read)
	if err != nil {
		return say.Answer{}, err
	}
	support := found[0].Support(read)
	premise, err := weigh.PremiseOf(ctx, snapshot, r, found[0])
	if err != nil {
		return say.Answer{}, err
	}
	said := decideFigure(snapshot, r, found, premise, a.regardless || support >= scales.Bound, other)
	said.Support = support
	return said, nil
}

// officeBound is the support that a sentence needs that names somebody with an office
// where that was asked for.
const officeBound = 0.2

// saidInWords are the kinds of figures that a sentence may say without one.
var saidInWords = map[asking.Kind]bool{asking.Date: true, asking.Year: true, asking.Quantity: true}

func decideSentence(snapshot *retrieval.Snapshot, r asking.Reading, best evidence.Sentence, supported bool) say.Answer {
	lack := weigh.SentenceLacks(snapshot, r, best, supported)
	switch {
	case lack != "":
		return say.NearestSentence(snapshot, r, best, lack)
	case !r.Asks.Numeric() && best.Missing == "":
		return whichAnswer(snapshot, r, best)
	case !saidInWords[r.Asks] || best.Missing != "" || !weigh.SaysVaguely(r, best):
		return say.NearestSentence(snapshot, r, best, r.Lang.Say("answer.nothing"))
	}
	return say.SentenceAnswer(snapshot, r, best)
}

// decideFigure says the best of the figures found, or what the articles lack; other
// is what the question counts where the best one counts something else, and premise what it wrongly takes that for.
func decideFigure(snapshot *retrieval.Snapshot, r asking.Reading, found []weigh.Candidate, premise *weigh.Premise, supported bool, other string) say.Answer {
	if lack := weigh.FigureLacks(snapshot, r, found[0], other, supported); lack != "" {
		if premise != nil && !premise.Elsewhere() {
			lack = r.Lang.Say("answer.lacks-named", r.Shown(premise.Name))
		}
		return say.NearestFigure(snapshot, r, found[0], lack)
	}
	also := say.Also{Twins: derive.Twins(snapshot, r, found), Claimed: weigh.ClaimedOf(r, found), Premise: premise}
	return otherWay(r, derive.OtherWay(r, found[0]), say.FigureAnswer(snapshot, r, found[0], also))
}
