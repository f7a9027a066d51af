package weigh

import (
	"cmp"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// FigureLacks is what the articles lack, in the question's language, where the best figure is
// no answer; "" where it is one. other is what the question counts where the figure counts
// something else; supported says that it is likely to answer at all.
func FigureLacks(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate, other string, supported bool) string {
	place := cmp.Or(otherZone(snapshot, r, c), otherPlace(snapshot, r, c))
	year, otherYear := OtherYear(r, c)
	span, owner := spanUnsaid(snapshot, r, c), otherOwner(snapshot, r, c)
	then := cmp.Or(otherNumber(r, c.Sentence.String()), sequelUnsaid(r, c.Sentence.Source.Article), modelUnsaid(r, c.Sentence.String(), c.Sentence.Source.Article), otherPart(r, c), otherScope(r, c), otherLevel(r, c), otherDay(snapshot, r, c.Sentence), otherLetter(snapshot, r, c))
	switch {
	case c.Sentence.Missing != "":
		return r.Lang.Say("answer.lacks-named", r.Shown(c.Sentence.Missing))
	case place != "":
		return r.Lang.Say("answer.lacks-named", r.Shown(place))
	case otherYear:
		return r.Lang.Say("answer.lacks", yearAsked(r, year))
	case other != "" && supported:
		return r.Lang.Say("answer.lacks-named", r.Shown(other))
	case span != "":
		return r.Lang.Say("answer.lacks-named", r.Shown(span))
	case owner != "":
		return r.Lang.Say("answer.lacks-named", r.Shown(owner))
	case then != "":
		return r.Lang.Say("answer.lacks", r.Shown(then))
	case !supported || ofElse(r, c) || ofMoreOrLess(snapshot, r, c) || notThen(snapshot, r, c) || notSo(r, c):
		return r.Lang.Say("answer.lacks-figure")
	}
	return ""
}

// ofElse says that the figure is of another kind or measure than was asked for, or that it can
// neither confirm nor correct what the question claims.
func ofElse(r asking.Reading, c Candidate) bool {
	return c.Features.Fit <= scales.PoorFit || r.Asks == asking.Quantity && c.Features.Held == 1 || measuresElse(r, c) || r.Claim != nil && r.Claim.Undecided(c.Figure)
}

// ofMoreOrLess says that the figure counts more than was asked for, or a part of it.
func ofMoreOrLess(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) bool {
	return ofOneDay(r, c) || ofSeveral(r, c) || paidEach(r, c) || oneListed(snapshot, r, c) || ofMore(snapshot, r, c) || ofOtherList(r, c)
}

// notThen says that a time is not that of what the question asks the time of.
func notThen(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) bool {
	return otherPremise(r, c) || outlived(snapshot, r, c) || c.ofOtherObject(snapshot, r)
}

// notSo says that the figure is of the opposite of what happened, or only of what was aimed at.
func notSo(r asking.Reading, c Candidate) bool {
	return onlyTried(r, c) || r.Claim == nil && contrary(hanzi.Fold(r.Raw), c.before()) || contraryDeed(r, c) || onlyAimed(r, c) || c.ofOtherKind(r)
}

// SentenceLacks is what the articles lack, in the question's language, where the best sentence
// is no answer; "" where it may be one.
func SentenceLacks(snapshot *retrieval.Snapshot, r asking.Reading, best evidence.Sentence, supported bool) string {
	then := cmp.Or(otherThen(r, best), r.Shown(otherDay(snapshot, r, best)), r.Shown(evidence.RankUnsaid(r, best)))
	unsaid := evidence.ComparedUnsaid(snapshot, r, best)
	switch {
	case supported && evidence.TellsAfterWhom(r, best):
		return ""
	case unsaid != "" && supported:
		return r.Lang.Say("answer.lacks-then", r.Shown(unsaid))
	case then != "":
		return r.Lang.Say("answer.lacks-then", then)
	case !supported || onlyAsks(best) || ofNoSuch(r, best) || evidence.OfOthers(r, best) || evidence.Unwon(r, best) || evidence.Foretold(r, best) || evidence.Nobody(r, best) || evidence.NoCompany(r, best) || evidence.NoNames(r, best) || evidence.Unmarried(r, best) || evidence.Roleless(snapshot, r, best) || evidence.Unmeasured(r, best):
		return r.Lang.Say("answer.nothing")
	}
	return ""
}

// ofNoSuch says that one of a kind is asked for (乘的是哪架飞机) of which the sentence's article says nothing, and the reader
// sees no answer.
func ofNoSuch(r asking.Reading, s evidence.Sentence) bool {
	return s.Headless && s.Read < 0 && kindAsked.MatchString(hanzi.Fold(r.Raw))
}

var kindAsked = pattern.Compile(`哪一?[架艘辆列座栋幢条支本首部款台枚]`)

// onlyAsks says that a sentence asks itself, and that the reader is not sure of an answer in it: 谁将问鼎男单冠军？
func onlyAsks(s evidence.Sentence) bool {
	said := strings.TrimRight(hanzi.Fold(s.String()), "”」』\"' ")
	return strings.HasSuffix(said, "?") && asking.AsksItself(said) && s.Read < evidence.SureOfName
}

// lacksShort is the Latin short form of a question (GDP) of which neither it nor what it is
// short for stands in what the figure is of; "" for none.
func lacksShort(r asking.Reading, c Candidate) string {
	said := wording.LongForm(hanzi.Fold(c.Sentence.String() + c.sentenceBefore() + c.Entry.Metric + c.Sentence.Source.Article.Title))
	if total := grossAsked.FindString(wording.LongForm(hanzi.Fold(r.Raw))); total != "" && !strings.Contains(said, total) { // 工业总产值 is no 生产总值
		return total
	}
	for _, short := range evidence.LatinShorts(hanzi.Fold(r.Raw)) {
		if long := wording.LongForm(short); long != short && !strings.Contains(said, long) {
			return strings.ToUpper(short)
		}
	}
	return ""
}

var grossAsked = pattern.Compile(`生产总值`)

// spanUnsaid is the span of time that a question asks for by its name (有效期几年) where the figure's paragraph says
// nothing of it; "" where it does.
func spanUnsaid(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) string {
	asked := hanzi.Fold(r.Raw)
	at := howLong.FindStringIndex(asked)
	if r.Asks != asking.Duration || r.Claim != nil || at == nil {
		return ""
	}
	to := len([]rune(asked[:at[0]]))
	for _, w := range snapshot.Words(asked) {
		if w.End != to || !spanNamed.MatchString(w.Text) {
			continue
		}
		stem := strings.TrimRight(w.Text, "期限龄")
		if said := hanzi.Fold(c.Sentence.Source.Text); stem != "" && !strings.Contains(said, stem) {
			return w.Text
		}
	}
	return ""
}

var (
	howLong   = pattern.Compile(`(是|有|为|要)?(多久|多长|几[个年月天周]|多少[个年月天周])`)
	spanNamed = pattern.Compile(`.[期限龄]$`)
)
