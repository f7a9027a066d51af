package asking

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// Claim is the figure that a question wants confirmed: 是2130家对吧.
type Claim struct {
	Figure figure.Figure // of the question, offsets in its runes
	Asks   Kind
	Bound  Bound
}

// Bound says how a claim compares: 超过2000家了吗 wants no equal.
type Bound int

const (
	Equals Bound = iota
	Over
	Under
)

var (
	confirms  = pattern.Compile(`(吗|吧|么|是吗|对吗|对吧|是吧|对不对|是不是|有没有|没有|了没)[?。!]*$|^是不是|是不是|有没有|是否|[?]$`)
	openAsked = pattern.Compile(`多少|几[^乎何率]|几$|什么|谁|哪|怎|为何|为啥|如何|何[时年月日地人处种者故]|多[久大高长远重快宽深厚薄轻]|啥|甚么|如何|何在|几何|能不能|能否|可不可以|可否|会不会|行不行|([^不]是|[^不认因]为|叫做?)[?。]*$`)
	exchanges = pattern.Compile(`呢[?。!]*$`) // 首届呢 asks the same of another
	overWord  = pattern.Compile(`(超过?|超出|多于|大于|高于|突破|达到?|不止|不少于|至少|满|破)了?$`)
	underWord = pattern.Compile(`(不到|少于|低于|不足|小于|没到|不满|未达到?|没达到?)了?$`)
	changes   = pattern.Compile(`增|涨|升|降|减|跌|提高|下滑|回落|裁员`)
)

// NamesChange says that a folded text has a word of a change.
func NamesChange(folded string) bool { return changes.MatchString(folded) }

// readClaim finds the figure that a question wants confirmed: the last that is no
// year, in a question that asks for nothing else.
func readClaim(r Reading) (Claim, bool) {
	folded := hanzi.Fold(r.Raw)
	if !confirms.MatchString(folded) || openAsked.MatchString(folded) || exchanges.MatchString(folded) {
		return Claim{}, false
	}
	for i := len(r.Figures) - 1; i >= 0; i-- {
		f := r.Figures[i]
		behind := string([]rune(folded)[f.End:])
		if saysMore.MatchString(behind) { // 补贴20万是一次性的吗
			return Claim{}, false
		}
		if !claimable(f, behind) {
			continue
		}
		c := Claim{Figure: f, Asks: askFor(f, folded)}
		before := string([]rune(folded)[:f.Start])
		switch {
		case underWord.MatchString(before):
			c.Bound = Under
		case overWord.MatchString(before):
			c.Bound = Over
		}
		return c, true
	}
	return Claim{}, false
}

// Sector is numbered and is no place in an order: 第三产业.
const Sector = "产业"

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
		if strings.HasPrefix(behind, Sector) { // 第二产业的比重?
			return false
		}
		return strings.HasPrefix(f.Text, "第") || strings.HasPrefix(f.Text, "首") && (f.Text != "首次" || lastWord.MatchString(behind))
	}
	return true
}

// saysMore asks whether something else is so of a figure that is taken for granted.
var saysMore = pattern.Compile(`^[^,。?]{0,4}是[^真对这事实不][^,。?]+(吗|吧|么)[?。!]*$`)

// lastWord is what may stand behind what is to be confirmed.
var lastWord = pattern.Compile(`^(的|了)?(吗|吧|么|对吗|对吧|是吧|是吗)?[?。!]*$`)

// askFor is the question that a figure would answer.
func askFor(f figure.Figure, folded string) Kind {
	switch f.Kind {
	case figure.Rank, figure.Ordinal:
		return Rank
	case figure.Date:
		return Date
	case figure.Duration:
		return Duration
	case figure.Share, figure.Change:
		if NamesChange(folded) {
			return Change
		}
		return Share
	}
	return Quantity
}

// without is the question less the figure that it claims.
func (c Claim) without(question string) string {
	runes := []rune(question)
	return string(runes[:c.Figure.Start]) + " " + string(runes[c.Figure.End:])
}

// Holds says that a figure of the articles bears the claim out.
func (c Claim) Holds(f figure.Figure) bool {
	switch {
	case c.Figure.Kind == figure.Date:
		return f.Kind == figure.Date && likeness.Covers(f.When, c.Figure.When)
	case c.Bound == Over && likeness.SideOf(f.Qualifier) == likeness.Below: // 近30家 are not 30
		return f.Value.GreaterThan(c.Figure.Value)
	case c.Bound == Over:
		return f.Value.GreaterThanOrEqual(c.Figure.Value)
	case c.Bound == Under:
		return f.Value.LessThan(c.Figure.Value)
	case strings.HasPrefix(c.Figure.Text, "前") && likeness.Ranks(c.Figure) && likeness.Ranks(f): // the second is one of the first three
		return f.Value.LessThanOrEqual(c.Figure.Value)
	case likeness.SideOf(c.Figure.Qualifier) != likeness.Exactly && likeness.Bears(c.Figure, f.Value): // 三千多家 of 3159家, 近四成 of 39.14%
		return true
	}
	return f.Value.Equal(c.Figure.Value) || c.Figure.Value.GreaterThan(f.Value) && c.Figure.Value.LessThanOrEqual(f.High)
}

// Undecided says that a figure leaves open whether a bound is passed, or whether it is as
// many: 超30家 whether it is more than 35, and whether it is 50.
func (c Claim) Undecided(f figure.Figure) bool {
	if c.Bound == Equals && likeness.SideOf(f.Qualifier) == likeness.Above {
		return c.Figure.Value.GreaterThan(f.Value) && c.Figure.Value.LessThan(f.Value.Mul(two)) && likeness.SideOf(c.Figure.Qualifier) == likeness.Exactly
	}
	return c.Bound != Equals && !c.Figure.Value.Equal(f.Value) && likeness.SideOf(f.Qualifier) != likeness.Exactly && likeness.Bears(f, c.Figure.Value)
}

var two = decimal.NewFromInt(2)

const farThing = 6 // runes before a claimed figure at which what it is of may end

// Thing is what the claimed figure is said to count or to be: the nouns behind it or
// those before it.
func (c Claim) Thing(snapshot *retrieval.Snapshot, question string) string {
	words := snapshot.Words(question)
	thing := Behind(words, c.Figure.End)
	for to := c.Figure.Start; len(thing) == 0 && to > c.Figure.Start-farThing; to-- { // 细胞企业有没有超过30家
		thing = before(words, to)
	}
	return boundEnd.ReplaceAllString(TextOf(question, thing), "")
}

// boundEnd ends what is said before a claimed figure and is no thing: 中小企业突破.
var boundEnd = pattern.Compile(`(突破|超过?|超出|达到?|超|破|增至|升至)$`)
