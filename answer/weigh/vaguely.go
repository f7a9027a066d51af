package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/hanzi"
)

// vagueTime is a time without a number: 预计年底投产.
var vagueTime = pattern.Compile(`年[底末初中]|[本上下今明]个?月[底末初]?|月[底末]|明年|后年|近期|近日|日前|春节|国庆|五一|暑假|寒假|入夏|开春`)

// A time that only the date of its article tells: 去年, 昨天; not where something is compared with it.
var (
	relativeYear = pattern.Compile(`(^|[^比较与同跟和及])(今年|去年|前年|明年|后年|上年)`)
	relativeTime = pattern.Compile(`(^|[^比较与同跟和及])(今年|去年|前年|明年|后年|上年|[本上下今]个?月|[本上下]周|昨[天日晚]|今[天日早晚]|前天|明[天日晚])`)
)

// ageTime is a time that somebody's age tells: 自十八岁起.
var ageTime = pattern.Compile(`(^|[,;。自从在于])[\d一二三四五六七八九十]{1,3}岁(时|起|开始|那年|那一年|就|便)`)

// byDeed is a time that something else tells: 自新区成立后, 当列车进站时.
var byDeed = pattern.Compile(`(^|[,;。])([自从][^,。;有己身我由动行主愿来去事]\p{Han}{1,14}[后来起],|当[^,。;地天日年时月]\p{Han}{2,14}时[,候])`)

// askingWhen are the words that ask for a time, and those of no meaning at the end of a question.
var askingWhen = pattern.Compile(`(是|在)?(什么时候|什么时间|何时|哪一?[天日年])的?|[?。了呢啊]`)

// toldByDeed says that something else tells a time, which is not what the time is asked of: 大桥通车时 of 大桥什么时候通车.
func toldByDeed(r asking.Reading, said string) bool {
	deed := []rune(askingWhen.ReplaceAllString(hanzi.Fold(r.Raw), ""))
	return slices.ContainsFunc(byDeed.FindAllString(said, -1), func(other string) bool {
		return !strings.Contains(other, string(deed[max(0, len(deed)-2):]))
	})
}

// OnlyTold says that a time is that of a report, or of when somebody said it, and its sentence says much less of the question than
// another.
func OnlyTold(r asking.Reading, c Candidate, other evidence.Sentence) bool {
	return r.Asks == asking.Date && c.Features.Fit <= toldFit && c.Sentence.Coverage <= other.Coverage-asClear
}

const (
	vaguelyCoverage    = 0.6 // is the share of the question's words that a sentence must hold which answers when something is so without a date
	byDeedCoverage     = 0.7 // is that share where something else tells the time
	relativelyCoverage = 0.8 // is that share where the time is one that many sentences name
)

// afterDeed is what happened before such a time, or goes on since: 建成后，今年已供水.
var afterDeed = pattern.Compile(`[后前时来],[^。;]*$`)

// saysRelative says that a text has such a time, and none that is since something else.
func saysRelative(text string, time *pattern.Regexp) bool {
	at := time.FindStringIndex(text)
	return at != nil && !afterDeed.MatchString(text[:at[1]])
}

// timeSaid says that a sentence that holds so much of the question says when something is so, in words.
func timeSaid(r asking.Reading, s evidence.Sentence) bool {
	said := hanzi.Fold(s.String())
	switch {
	case r.Asks == asking.Date && (s.Coverage >= vaguelyCoverage && vagueTime.MatchString(said) || s.Coverage >= byDeedCoverage && toldByDeed(r, said)):
		return true
	case r.Asks != asking.Date && r.Asks != asking.Year || s.Coverage < relativelyCoverage:
		return false
	case ageTime.MatchString(said):
		return true
	case r.Asks == asking.Date:
		return saysRelative(said, relativeTime)
	}
	return saysRelative(said, relativeYear)
}

// Vaguely is the best sentence, where it says when something is so and gives no date.
func Vaguely(r asking.Reading, sentences []evidence.Sentence, read bool) (evidence.Sentence, bool) {
	if r.Claim != nil {
		return evidence.Sentence{}, false
	}
	for _, s := range sentences[:min(evidence.HeldTried, len(sentences))] {
		if s.Missing == "" && s.Support(read) >= scales.Bound && timeSaid(r, s) && otherThen(r, s) == "" {
			return s, true
		}
	}
	return evidence.Sentence{}, false
}

// vagueAmount says how many or how much without a number.
var vagueAmount = pattern.Compile(`许多|众多|大量|大批|全部|所有|一半|半数|过半|大半|[多少无][数]|若干|不少|没有|唯一|[数几上成][十百千万亿]|[十百千万]余|多[名位个家人次项种]|几[名位个家人次项种天年月]|零|大多|绝大`)

// SaysVaguely says that a sentence in which no figure answers may say how many, or when, in words,
// where that is asked for; of anything else there is no such question.
func SaysVaguely(r asking.Reading, s evidence.Sentence) bool {
	said := hanzi.Fold(s.String())
	switch {
	case s.Read >= evidence.SureOfName:
		return true
	case r.Asks == asking.Quantity:
		return vagueAmount.MatchString(said)
	}
	return timeSaid(r, s)
}
