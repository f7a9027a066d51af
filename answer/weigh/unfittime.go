package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
)

// ofElsewhen is what is left of the fit of a figure, where a time is asked for, that is no day or of something else.
func (c Candidate) ofElsewhen(r asking.Reading, asked string) float64 {
	switch {
	case r.Claim == nil && c.repeatsYear(r):
		return repeatedFit
	case r.Claim == nil && birthAsked.MatchString(asked) && c.Figure.Until != (figure.When{}):
		return bornFit
	case r.Claim == nil && birthAsked.MatchString(asked) && !birthSaid.MatchString(hanzi.Fold(c.Sentence.String())) && !opens(c.Sentence.Text[max(0, c.Figure.Start-1):c.Figure.Start]):
		return bornFit
	case r.Claim == nil && notYet.MatchString(c.behindSentence(notYetRunes)) && !notYetAsked.MatchString(asked):
		return notYetFit
	case (r.Asks == asking.Date || r.Asks == asking.Year) && c.stamped():
		return stampFit
	case r.Asks == asking.Date && c.numbersEdition():
		return stampFit
	case r.Asks == asking.Date && c.Figure.When.Day == 0 && c.Figure.When.Clock == "" && (c.Figure.When.Month == 0 && dayAsked.MatchString(asked) || dateAsked.MatchString(asked)):
		return yearFit
	case r.Asks == asking.Date && c.outOfHours(asked):
		return hoursFit
	case r.Asks == asking.Date && c.Figure.When.Clock == "" && asking.AsksClock(asked):
		return dayFit
	case r.Asks == asking.Date && c.Figure.When.Month == 0 && objectBefore.MatchString(c.before()):
		return objectFit
	case r.Claim == nil && meantBefore.MatchString(c.before()) != meantAsked.MatchString(asked):
		return meantFit
	case r.Asks == asking.Date && c.dateline():
		return datelineFit
	case r.Asks == asking.Date && r.Claim == nil && (saying.MatchString(c.Behind(8)) || c.tells()) && !tellingAsked.MatchString(asked):
		return toldFit
	case firstAsked.MatchString(asked) && dateBefore.MatchString(c.before()) || lastAsked.MatchString(asked) && dateBehind.MatchString(c.Behind(8)):
		return laterFit
	case r.Claim == nil && c.otherBeginning(asked):
		return foundedFit
	case (r.Asks == asking.Date || r.Asks == asking.Year) && since.MatchString(c.Behind(16)) && !begins(asked, c.Behind(16)):
		return sinceFit
	}
	return 1
}

// repeatsYear says that a date is but a year that the question itself names: when in 2023 is asked for.
func (c Candidate) repeatsYear(r asking.Reading) bool {
	when := c.Figure.When
	return r.Asks == asking.Date && when == (figure.When{Year: when.Year}) && c.Figure.Until == (figure.When{}) && slices.Contains(r.Years, when.Year)
}

// tells says that a date that begins its sentence, or has a part of the day behind it, is the day on which somebody told of another one behind it: 6月1日，书展确认档期，
// 为8月2日.
func (c Candidate) tells() bool {
	behind := c.behindSentence(toldRunes)
	return toldOf.MatchString(behind) && (!strings.HasPrefix(behind, ",") || leads(c.Sentence.Text, c.Clause, c.Figure))
}

// toldOf is what follows such a day, and toldRunes how far the other one may be.
var toldOf = pattern.Compile(`^(上午|下午|晚间?)?,[^。;!?]{0,16}(宣布|确认|官宣|透露|通知|定档)[^。;!?]{0,24}?(\d{1,2}月\d{1,2}[日号]|\d{4}年|[^\d]\d{1,2}日)`)

const toldRunes = 60

// Something was meant to happen at another time than it did: 原定于5月1日开馆，推迟至6月1日.
var (
	meantBefore = pattern.Compile(`原(定|拟|计划|本计划|先计划)[^,。;]{0,10}$`)
	meantAsked  = pattern.Compile(`原(定|拟|本?计划|先计划|来计划)`)
)

// begins says that a question asks since when, or for the beginning that is said
// behind a date: 成立 in 2001年成立以来.
func begins(asked, behind string) bool {
	word := sinceAsked.FindString(asked)
	return word != "" && (len([]rune(word)) == 1 || word == "开始" || strings.Contains(behind, word))
}

var (
	since      = pattern.Compile(`以来|起,|^起`)
	founded    = pattern.Compile(`成立|创[立办建设]|设[立置]|组建`)
	launched   = pattern.Compile(`启动`)
	sinceThen  = pattern.Compile(`(成立|创[立办建设]|设[立置]|组建|启动)[之以]?[后来]`)
	birthAsked = pattern.Compile(`出生|诞生|生日`)
	birthSaid  = pattern.Compile(`(出|诞|降)生|生(日|于|人|,|。|;|\)|、)`)
	sinceAsked = pattern.Compile(`成立|创[立办建设]|建[立成]|设[立置]|组建|启动|开始|起|自|从`)
)

// otherBeginning says that when something was founded or launched is asked for, and the
// figure's clause speaks of nothing of the kind. 成立后什么时候上市 asks for neither.
func (c Candidate) otherBeginning(asked string) bool {
	asked = sinceThen.ReplaceAllString(asked, "")
	said := c.Said() + c.behindSentence(sinceRunes)
	return slices.ContainsFunc([]*pattern.Regexp{founded, launched}, func(begun *pattern.Regexp) bool {
		return begun.MatchString(asked) && !begun.MatchString(said)
	})
}

// dayAsked asks for more than a year, dateAsked for more than a month.
var (
	dayAsked  = pattern.Compile(`哪[一几]?[天日]|几[日号月点]|何[日月]|哪个?月`)
	dateAsked = pattern.Compile(`(几|哪个?)月(份)?的?(几|哪一?)[日号天]`)
)

// numbersEdition says that a year is a part of the name that stands behind it: 2023上海书展.
func (c Candidate) numbersEdition() bool {
	behind := c.Behind(1)
	return len(c.Figure.Text) == 4 && c.Figure.When.Year != 0 && strings.Trim(c.Figure.Text, "0123456789") == "" && behind != "" && hanzi.IsHan([]rune(behind)[0])
}

// objectBefore ends in what is done with the thing whose year stands behind it.
var objectBefore = pattern.Compile(`(发布|公布|发表|通报|印发|公示|披露|宣布|举办|举行|召开|开展|完成|启动)了?《?$`)

// sent ends a dateline: 8月16日电, 16日讯.
var sent = pattern.Compile(`^(上午|下午|晚)?(专?电|讯|消息|报道)`)

// stamp follows a date that begins a paragraph and only says when it was put there:
// Jan 31, 2023 ..., 2023-08-09 07:07，正文.
var stamp = pattern.Compile(`^ ?(\.\.|…|—|·|\||-\d\d?-|/\d\d?/|,? ?(正文|来源))`)

// Between these, or before them, stands when a reporter was told: 记者16日从集团获悉; 16日，记者从集团获悉.
var (
	learnedThen = pattern.Compile(`^,\p{Han}{0,6}记者(从[^,。;]{1,12})?(获悉|了解到|得知)`)
	reporter    = pattern.Compile(`记者.{0,3}$`)
	learned     = pattern.Compile(`^(上午|下午|晚间?)?(从|在|获悉|了解|自|向)`)
)

// saying follows a day on which somebody said what the sentence says, and tellingAsked asks
// for such a day: 1月31日确认布林肯的访华日期.
var (
	saying       = pattern.Compile(`^(上午|中午|下午|傍晚|晚间?|凌晨|早间)?(对\p{Han}{1,4})?(说|表示|宣布|确认|透露|称|指出|证实|回应|介绍|告诉|强调|通报)`)
	tellingAsked = pattern.Compile(`说|表示|宣布|确认|透露|称|指出|证实|回应|介绍|告诉|强调|通报|声明|讲话|发言|消息|报道|公布|发布`)
)

// dateline says that a date is only that of a report.
func (c Candidate) dateline() bool {
	behind := c.Behind(4)
	return sent.MatchString(behind) || learned.MatchString(behind) && reporter.MatchString(c.before()) || learnedThen.MatchString(c.behindSentence(learnedRunes))
}

// stamped says that a date begins its paragraph and is of the text itself.
func (c Candidate) stamped() bool {
	text := c.Sentence.Text
	behind := hanzi.Fold(string(text[c.Figure.End:min(len(text), c.Figure.End+4)]))
	return stamp.MatchString(behind) && strings.TrimSpace(string(text[:c.Figure.Start])) == ""
}

// Something had not happened before a date, or that is asked for.
var (
	notYet      = pattern.Compile(`^(以前|之前|前),?[^,。;]{0,8}?(没有?|未|尚无|并无|从不)`)
	notYetAsked = pattern.Compile(`没|未|无|以前|之前`)
)

// learnedRunes is how far behind the date a reporter's sources end.
const learnedRunes = 26

// notYetRunes is how far behind the date that is said.
const notYetRunes = 14
