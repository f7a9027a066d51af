package answer

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// claim is the figure that a question wants confirmed: 是2130家对吧.
type claim struct {
	figure figure.Figure // of the question, offsets in its runes
	asks   asks
	bound  bound
}

// bound says how a claim compares: 超过2000家了吗 wants no equal.
type bound int

const (
	equals bound = iota
	over
	under
)

var (
	confirms  = pattern.Compile(`(吗|吧|么|是吗|对吗|对吧|是吧|对不对|是不是|有没有|没有|了没)[?。!]*$|^是不是|是不是|有没有|是否|[?]$`)
	openAsked = pattern.Compile(`多少|几[^乎何率]|几$|什么|谁|哪|怎|为何|为啥|如何|何[时年月日地人处种者故]|多久|多大|多高|多长|多远|多重|啥|甚么|如何|能不能|能否|可不可以|可否|会不会|行不行|([^不]是|[^不认因]为|叫做?)[?。]*$`)
	overWord  = pattern.Compile(`(超过?|超出|多于|大于|高于|突破|达到?|不止|不少于|至少|满|破)了?$`)
	underWord = pattern.Compile(`(不到|少于|低于|不足|小于|没到|不满|未达到?|没达到?)了?$`)
	changes   = pattern.Compile(`增|涨|升|降|减|跌|提高|下滑|回落`)
)

// readClaim finds the figure that a question wants confirmed: the last that is no
// year, in a question that asks for nothing else.
func readClaim(r reading) (claim, bool) {
	folded := hanzi.Fold(r.raw)
	if !confirms.MatchString(folded) || openAsked.MatchString(folded) {
		return claim{}, false
	}
	for i := len(r.figures) - 1; i >= 0; i-- {
		f := r.figures[i]
		behind := string([]rune(folded)[f.End:])
		if saysMore.MatchString(behind) { // 补贴20万是一次性的吗
			return claim{}, false
		}
		if !claimable(f, behind) {
			continue
		}
		c := claim{figure: f, asks: askFor(f, folded)}
		before := string([]rune(folded)[:f.Start])
		switch {
		case underWord.MatchString(before):
			c.bound = under
		case overWord.MatchString(before):
			c.bound = over
		}
		return c, true
	}
	return claim{}, false
}

// claimable says that a figure of a question is what is to be confirmed: no name,
// no year that only says when, no part of a name (一期).
func claimable(f figure.Figure, behind string) bool {
	switch f.Kind {
	case figure.Identifier, figure.Name:
		return false
	case figure.Date:
		return f.When.Month != 0 || lastWord.MatchString(behind)
	case figure.Count, figure.Rank:
		return f.Unit != "级" || lastWord.MatchString(behind) // 二级旧里改造
	case figure.Ordinal:
		return strings.HasPrefix(f.Text, "第") || strings.HasPrefix(f.Text, "首") && (f.Text != "首次" || lastWord.MatchString(behind))
	}
	return true
}

// saysMore asks whether something else is so of a figure that is taken for granted.
var saysMore = pattern.Compile(`^[^,。?]{0,4}是[^真对这事实不][^,。?]+(吗|吧|么)[?。!]*$`)

// lastWord is what may stand behind what is to be confirmed.
var lastWord = pattern.Compile(`^(的|了)?(吗|吧|么|对吗|对吧|是吧|是吗)?[?。!]*$`)

// askFor is the question that a figure would answer.
func askFor(f figure.Figure, folded string) asks {
	switch f.Kind {
	case figure.Rank, figure.Ordinal:
		return asksRank
	case figure.Date:
		return asksDate
	case figure.Duration:
		return asksDuration
	case figure.Share, figure.Change:
		if changes.MatchString(folded) {
			return asksChange
		}
		return asksShare
	}
	return asksQuantity
}

// without is the question less the figure that it claims.
func (c claim) without(question string) string {
	runes := []rune(question)
	return string(runes[:c.figure.Start]) + " " + string(runes[c.figure.End:])
}

// holds says that a figure of the articles bears the claim out.
func (c claim) holds(f figure.Figure) bool {
	switch {
	case c.figure.Kind == figure.Date:
		return f.Kind == figure.Date && likeness.Covers(f.When, c.figure.When)
	case c.bound == over && likeness.SideOf(f.Qualifier) == likeness.Below: // 近30家 are not 30
		return f.Value.GreaterThan(c.figure.Value)
	case c.bound == over:
		return f.Value.GreaterThanOrEqual(c.figure.Value)
	case c.bound == under:
		return f.Value.LessThan(c.figure.Value)
	case likeness.SideOf(c.figure.Qualifier) != likeness.Exactly && likeness.Bears(c.figure, f.Value): // 三千多家 of 3159家, 近四成 of 39.14%
		return true
	}
	return f.Value.Equal(c.figure.Value) || c.figure.Value.GreaterThan(f.Value) && c.figure.Value.LessThanOrEqual(f.High)
}

// undecided says that a figure leaves open whether a bound is passed, or whether it is as
// many: 超30家 whether it is more than 35, and whether it is 50.
func (c claim) undecided(f figure.Figure) bool {
	if c.bound == equals && likeness.SideOf(f.Qualifier) == likeness.Above {
		return c.figure.Value.GreaterThan(f.Value) && c.figure.Value.LessThan(f.Value.Mul(two)) && likeness.SideOf(c.figure.Qualifier) == likeness.Exactly
	}
	return c.bound != equals && !c.figure.Value.Equal(f.Value) && likeness.SideOf(f.Qualifier) != likeness.Exactly && likeness.Bears(f, c.figure.Value)
}

var two = decimal.NewFromInt(2)

// verdict says whether the claim holds, before the figure that the articles give.
func (w *composer) verdict(r reading, c candidate) {
	claimed := string([]rune(r.raw)[r.claim.figure.Start:r.claim.figure.End])
	holds := r.claim.holds(c.figure)
	switch {
	case holds && r.claim.bound == equals:
		w.say(w.lang.Say("answer.yes"))
	case holds:
		w.say(w.lang.Say("answer.yes-bound"))
	case r.claim.bound == equals:
		w.say(w.lang.Say("answer.not-but", claimed))
	default:
		w.say(w.lang.Say("answer.no-bound"))
	}
}

// claimedOf is the figure of the same article that is what a denied claim says, of
// something else: 20万元 for those that passed, where the claim was of those that did not.
func (r reading) claimedOf(found []candidate) []candidate {
	if r.claim == nil || r.claim.bound != equals || r.claim.asks.date() || r.claim.holds(found[0].figure) {
		return nil
	}
	for _, c := range found[1:] {
		if r.claim.holds(c.figure) && c.sentence.source.Article == found[0].sentence.source.Article && (c.figure.Unit == found[0].figure.Unit || likeness.Units(c.figure.Unit, found[0].figure.Unit)) {
			return []candidate{c}
		}
	}
	return nil
}

// comparedIf asks whether one thing is more than another: 通过率比目标高吗.
var comparedIf = pattern.Compile(`比([^,。?的]{2,8}?)[更还要]?(多|高|大|快|长|好|强|早|少|低|小|慢|短|晚)(吗|么|不|没)`)

// comparedUnsaid is what a question asks to be compared with where the sentence that
// would answer says nothing of it; "" for none.
func (r reading) comparedUnsaid(snapshot *retrieval.Snapshot, best sentence) string {
	m := comparedIf.FindStringSubmatch(hanzi.Fold(r.raw))
	if m == nil || comparedPeriod.MatchString(m[1]) {
		return ""
	}
	said := wording.LongForm(hanzi.Fold(best.source.Text + best.source.Article.Title))
	for _, w := range snapshot.Words(wording.LongForm(m[1])) {
		if wording.IsThing(w) && w.End-w.Start > 1 && !strings.Contains(said, w.Text) {
			return m[1]
		}
	}
	return ""
}
