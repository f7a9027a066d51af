// Package asking reads a question: what kind of thing it asks for, of what, of which year; what it
// claims; what it leans on of those before it; what several things it asks.
package asking

import (
	"slices"
	"strings"

	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
	"youju/retrieval/index"
)

// Question is what a person asked, with what was said before in that
// conversation, oldest first.
type Question struct {
	Text    string
	History []Turn
	// Language is that of the words around quotes, which stay as they are printed.
	Language lang.Language

	GoesOn bool // the later part of a question that asks several things: it leans on the latest turn
}

// Turn is one earlier question and the answer it got.
type Turn struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
}

// Reading is a question as it was understood.
type Reading struct {
	Written  string          // as it was sent
	Raw      string          // with its spelling put right
	Lang     lang.Language   // of the words of the answer
	Text     string          // what is searched: raw, less a claim's figure, behind what it leans on
	Context  []string        // the questions that a follow-up leans on, latest first
	Led      []string        // those questions as they were asked
	Answered string          // what the last answer said first, a name as a rule, where the question leans on it
	Said     map[string]bool // figures of the last answer, where the question leans on it
	Asks     Kind
	Unit     string          // the unit that the question names, normalised: 家 in 多少家
	Implied  string          // the unit that what is asked for is measured in: 人 for 人口
	Money    bool            // 多少钱
	Figures  []figure.Figure // that stand in the question
	Years    []int           // that it names
	Bases    []int           // and those that it compares with
	Claim    *Claim          // what a question for confirmation says
	Bare     bool            // it only names what is wanted: 广州经开区规上产值
}

// bareQuestion is the most runes of a question that only names what is wanted.
const bareQuestion = 26

// Read understands a question by itself and from what was said before.
func Read(q Question) Reading {
	r := Reading{Raw: strings.TrimSpace(withoutSourceDay(q.Text)), Lang: q.Language}
	r.Context = leansOn(r.Raw, q.History, mostLeanOn)
	if q.GoesOn && len(r.Context) == 0 {
		r.Context = []string{q.History[len(q.History)-1].Question}
	}
	r.Led = leansOn(r.Raw, q.History, mostLed)
	if len(r.Led) == 0 {
		r.Led = slices.Clone(r.Context)
	}
	nearer := r.Raw
	for i, said := range r.Context { // 利润呢 leaves nothing of 产值 in what was asked before
		if metricNoun.MatchString(nearer) {
			r.Context[i] = metricNoun.ReplaceAllString(said, "")
		}
		nearer += " " + r.Context[i]
	}
	r.Text = r.Raw
	for _, said := range r.Context {
		r.Text = said + " " + r.Text
	}
	if len(r.Context) > 0 {
		r.Answered = q.History[len(q.History)-1].answered()
		r.Said = figuresSaid(q.History[len(q.History)-1].Answer)
	}
	r.kind(r.Raw)
	for i := 0; i < len(r.Context) && r.Asks == Text && !q.GoesOn; i++ {
		r.kind(r.Context[i])
		if own := wording.UnitImplied(hanzi.Fold(strings.Join(append([]string{r.Raw}, r.Context[:i]...), " "))); own != "" && r.Asks == Quantity { // 总投资额 after 几个项目
			r.Unit, r.Implied, r.Money = "", own, false
		}
	}
	r.Bare = r.Asks == Text && len([]rune(r.Raw)) <= bareQuestion && !openAsked.MatchString(hanzi.Fold(r.Raw)) && !confirms.MatchString(hanzi.Fold(r.Raw))
	if r.Bare {
		r.Implied = wording.UnitImplied(hanzi.Fold(r.Raw))
	}
	r.Figures = figure.Find(r.Raw)
	if r.Asks == Quantity && r.Unit == "" && !r.Money {
		whole, _ := r.WholeNamed()
		r.Unit = whole.Unit
	}
	if c, ok := readClaim(r); ok {
		r.Claim, r.Asks, r.Unit = &c, c.Asks, c.Figure.Unit
		r.Text = c.without(r.Raw)
		for _, said := range r.Context {
			r.Text = said + " " + r.Text
		}
	}
	r.Years, r.Bases = YearsOf(r.Raw, r.Figures)
	for i := 0; i < len(r.Context) && len(r.Years) == 0; i++ {
		r.Years, _ = YearsOf(r.Context[i], figure.Find(r.Context[i]))
	}
	return r
}

// answered is what an answer says first, without its marker, where it is no figure's; "" for one that says that there is none.
func (t Turn) answered() string {
	first, _, _ := strings.Cut(t.Answer, "\n")
	first, _, _ = strings.Cut(first, " [")
	if len([]rune(first)) > longestAnswered || strings.ContainsAny(first, "。：:.") || len(figure.Find(first)) > 0 {
		return ""
	}
	return first
}

// longestAnswered is how many runes of an answer a follow-up may lean on.
const longestAnswered = 24

// WholeNamed is the figure of which a question asks for a part: 125家 in 125家企业里有多少通过.
func (r Reading) WholeNamed() (figure.Figure, bool) {
	folded := hanzi.FoldRunes([]rune(r.Raw))
	for _, f := range r.Figures {
		if f.Kind == figure.Count && partOfThese.MatchString(string(folded[f.End:])) {
			return f, true
		}
	}
	return figure.Figure{}, false
}

var partOfThese = pattern.Compile(`^\p{Han}{1,8}?(里面?|之?中|当中)[,，]?有?(?:多少|几)`)

// Shown is a phrase that was read from the question in simplified characters, as the
// question writes it where the answer is in traditional ones.
func (r Reading) Shown(phrase string) string {
	if r.Lang != lang.Traditional || phrase == "" {
		return phrase
	}
	at := strings.Index(hanzi.Fold(r.Raw), hanzi.Fold(phrase))
	if at < 0 {
		return phrase
	}
	start := len([]rune(hanzi.Fold(r.Raw)[:at]))
	return string([]rune(r.Raw)[start : start+len([]rune(phrase))])
}

// figuresSaid are the texts of the figures that an answer begins with.
func figuresSaid(answer string) map[string]bool {
	first, _, _ := strings.Cut(answer, "\n")
	said := map[string]bool{}
	for _, f := range figure.Find(first) {
		said[f.Text] = f.Kind != figure.Date
	}
	return said
}

// kind reads what kind of thing a question asks for, and in what unit.
func (r *Reading) kind(question string) {
	folded := withoutSeveral(spaces.ReplaceAllString(hanzi.Fold(question), ""))
	r.Asks = KindOf(folded)
	if AsksProjection(folded) && r.Asks.Numeric() {
		r.Asks = Quantity
	}
	if r.Asks == Share && likeness.IsCount(UnitAsked(folded)) { // 女职员占了多少名
		r.Asks = Quantity
	}
	if m := numbered.FindStringSubmatch(folded); m != nil && r.Asks == Rank {
		r.Unit = m[1] + m[2] + m[3] + m[4]
	}
	if r.Asks == Quantity || r.Asks == Change {
		r.Unit = UnitAsked(folded)
		r.Money = r.Asks == Quantity && ofMoneyIn(folded, r.Unit)
		if r.Unit == "" && !r.Money {
			r.Implied = wording.UnitImplied(folded)
		}
	}
}

// Wordless says that a question holds nothing but words of grammar, exclamations and
// signs, and leans on none: 和, 是吗, an emoji.
func (r Reading) Wordless(snapshot *retrieval.Snapshot) bool {
	if len(r.Context) > 0 || r.Asks != Text {
		return false
	}
	return !slices.ContainsFunc(snapshot.Words(r.Raw), func(w index.Word) bool {
		switch wording.Class(w.Speech) {
		case "u", "y", "c", "p", "e", "o":
			return false
		}
		return !wording.Joins(w.Text)
	})
}
