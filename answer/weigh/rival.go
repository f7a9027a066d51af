package weigh

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
)

// belongings are, by article, those of a question's words that the ledger gives to the
// figures of the paragraphs that are looked at: whose each is and what it measures.
type belongings map[string][]belonging

type belonging struct {
	entry ledger.Entry
	of    string // entity and metric, folded
	terms map[string]bool
}

// isOf says that they are the candidate's own.
func (b belonging) isOf(c Candidate) bool {
	return b.entry.Start == c.Entry.Start && b.entry.Paragraph == c.Entry.Paragraph
}

func belongingsOf(snapshot *retrieval.Snapshot, asked wording.Terms, sentences []evidence.Sentence) belongings {
	out := belongings{}
	seen := map[string]bool{}
	for _, s := range sentences {
		if seen[s.Source.Paragraph] {
			continue
		}
		seen[s.Source.Paragraph] = true
		for _, e := range snapshot.Ledger().Of(s.Source.Paragraph) {
			if e.Kind != figure.Date && Listed(e.Figure) {
				out[e.Article] = append(out[e.Article], belonging{e, hanzi.Fold(e.Entity + e.Metric), wording.TermsAmong(snapshot, asked, e.Entity+" "+e.Metric)})
			}
		}
	}
	return out
}

// rival is the share of the question's words that belong to other figures of the
// candidate's article and neither to it nor to its clause: 城市更新 of the question,
// where 583亿元 is the investment in 知识城 and 125% the growth of 城市更新.
func (c Candidate) rival(snapshot *retrieval.Snapshot, asked wording.Terms, all belongings) float64 {
	clause := c.ClauseTerms(snapshot, asked)
	own := wording.TermsAmong(snapshot, asked, c.Entry.Entity+" "+c.Entry.Metric)
	return asked.Share(func(term string) float64 {
		if own[term] || c.Sentence.Titled[term] || clause(term) >= leanCredit {
			return 0
		}
		for _, b := range all[c.Entry.Article] {
			if b.terms[term] && !b.isOf(c) {
				return 1
			}
		}
		return 0
	})
}

// apart says that a thing which the question names belongs to another figure of the
// article and is not said in this one's sentence. The ledger gives dates to nobody.
func (c Candidate) apart(snapshot *retrieval.Snapshot, things []string, counted string, all belongings) bool {
	if len(things) == 0 || c.Figure.Kind == figure.Date || c.alone(counted, all) {
		return false
	}
	sentence := hanzi.Fold(c.Sentence.String()) + "\n" + hanzi.Fold(c.Entry.Entity+c.Entry.Metric) + "\n" + hanzi.Fold(c.Sentence.Source.Article.Title)
	if c.Entry.Entity == "" { // its subject is that of the sentence before
		sentence += "\n" + c.sentenceBefore()
	}
	sentence = wording.LongForm(sentence)
	for _, thing := range things {
		long := wording.LongForm(thing)
		if strings.Contains(sentence, long) || wording.MostlyIn(sentence, long) || c.meansWork(thing) || c.meansThing(thing) || c.counting(snapshot, thing) {
			continue
		}
		belongs := slices.ContainsFunc(all[c.Entry.Article], func(b belonging) bool {
			return strings.Contains(b.of, thing) && !b.isOf(c) && !ofAll.MatchString(b.of) && !c.shares(b, thing)
		})
		if belongs && !c.ofSubject(snapshot, thing) {
			return true
		}
	}
	return false
}

// shares says that a thing stands before the figure's own owner in another's, or before what begins as that does:
// 公司副总刘青 is 刘青, and 白塔交易所原油A5 has 原油B7 beside it.
func (c Candidate) shares(b belonging, thing string) bool {
	owner := []rune(hanzi.Fold(c.Entry.Entity))
	return len(owner) > 1 && strings.Contains(b.of, thing+string(owner[:2]))
}

// alone says that the figure stands right before what the question counts, as no other of its article does: then the
// rest of the question only says where that was, and of the only 12吨的压路机 need not be said for which road.
func (c Candidate) alone(counted string, all belongings) bool {
	if len([]rune(counted)) < ShortestMetric || !strings.HasPrefix(strings.TrimPrefix(c.Behind(AroundRunes), "的"), counted) {
		return false
	}
	return !slices.ContainsFunc(all[c.Entry.Article], func(b belonging) bool { return strings.Contains(b.of, counted) && !b.isOf(c) })
}

// measuresAsked are the measures that a question names, less what they are also said
// without: 投资 of 总投资额.
func measuresAsked(r asking.Reading) []string {
	var out []string
	for _, measure := range asking.MetricsIn(wording.LongForm(hanzi.Fold(r.Asked()))) {
		out = append(out, strings.TrimSuffix(strings.TrimPrefix(measure, "总"), "额"))
	}
	return out
}

// otherMeasure says that a measure which the question names belongs to another figure of
// the article and not to this one: 利润 where it is how much 产值 grew.
func (c Candidate) otherMeasure(measures []string, all belongings) bool {
	if len(measures) == 0 || c.Figure.Kind == figure.Date {
		return false
	}
	own := c.measureSaid()
	for _, measure := range measures {
		if strings.Contains(own, measure) {
			continue
		}
		for _, b := range all[c.Entry.Article] {
			if strings.Contains(wording.LongForm(b.of), measure) && !b.isOf(c) {
				return true
			}
		}
	}
	return false
}

// measureSaid is what says what the figure measures, with long forms for short ones.
func (c Candidate) measureSaid() string {
	before := c.leading()
	if strings.HasPrefix(strings.TrimLeft(before, ",，、 "), amongThem) { // of what the clause before measures
		before = c.justBefore()
	}
	return wording.LongForm(before + hanzi.Fold(c.Entry.Metric+string(c.Sentence.Text[c.Figure.End:c.Clause.End])))
}

// measuresElse says that a question names a measure, and the figure is said to be of another:
// 营业收入 for 利润. What is sold is also said to be income.
func measuresElse(r asking.Reading, c Candidate) bool {
	asked := measuresAsked(r)
	if len(asked) != 1 || r.Claim != nil || r.Asks != asking.Quantity || c.Figure.Kind != figure.Amount {
		return false
	}
	if strings.HasSuffix(asked[0], "投资") && grantBefore.MatchString(c.before()) && !grants.MatchString(hanzi.Fold(r.Raw)) {
		return true
	}
	if earned.MatchString(asked[0]) && otherMoney.MatchString(c.before()) { // 拟融资16亿元 is no 营业收入
		return true
	}
	said := asking.MetricsIn(c.measureSaid())
	return len(said) > 0 && !slices.ContainsFunc(said, func(s string) bool {
		return strings.Contains(s, asked[0]) || strings.Contains(asked[0], strings.TrimPrefix(s, "总")) || sales.MatchString(s) && sales.MatchString(asked[0])
	})
}

// grants are money that somebody is given, which is no investment: 项目资助1亿元.
var (
	grants      = pattern.Compile(`资助|补贴|补助|奖励|奖补|奖金|扶持`)
	grantBefore = pattern.Compile(`(资助|补贴|补助|奖励|奖补|奖金|扶持)(资金|经费|款)?(达到?|为|共|合计)?[约近超]?$`)
)

// earned is what somebody earns or makes, and otherMoney stands before money that is none of it.
var (
	earned     = pattern.Compile(`收入|营收|利润|净利|产值|销售|市值`)
	otherMoney = pattern.Compile(`(融资|募资|募集资金?|贷款|投资|资助|补贴|补助|奖励|罚款|捐款|捐赠|赔偿)(额|总额|资金|款)?(达到?|为|共|合计)?[约近超]?$`)
)

var sales = pattern.Compile(`收入|销售`)

// ofAnother says that the figure's sentence says whose it is, of whom the question
// says nothing, while it names another whose figures stand elsewhere in the article.
func (c Candidate) ofAnother(snapshot *retrieval.Snapshot, asked string, all belongings) bool {
	owner := hanzi.Fold(c.Entry.Entity)
	if len([]rune(owner)) < ShortestMetric || ofAll.MatchString(owner) || strings.Contains(asked, owner) || !strings.Contains(c.SaidBefore(), owner) || c.Figure.Kind == figure.Date {
		return false
	}
	if words := snapshot.Words(owner); !namesOwner(words) || len(words) == 1 && (words[0].Speech == "n" || words[0].Speech == "r") || wording.IsGeneric(owner) || anyOfKind.MatchString(owner) { // 项目, 我们 and 单个企业 may be anybody
		return false
	}
	said := hanzi.Fold(c.Sentence.String() + "\n" + c.Sentence.Source.Article.Title + "\n" + c.Entry.Metric)
	if strings.Contains(c.before(), owner) { // another one may be named elsewhere in the sentence
		said = hanzi.Fold(c.Sentence.Source.Article.Title+"\n"+c.Entry.Metric) + "\n" + c.Said()
	}
	return slices.ContainsFunc(all[c.Entry.Article], func(b belonging) bool {
		return slices.ContainsFunc(ownersIn(b.entry.Entity), func(of string) bool {
			return strings.Contains(asked, of) && !strings.Contains(said, of) && !strings.Contains(owner, of) && !naming.IsEverywhere(of)
		})
	})
}

// refersBack begins a clause that is of what was said before.
var refersBack = pattern.Compile(`^[,、 ]*(?:这些|这批|上述|该批|以上)(\p{Han}{2})`)

// ofAll begins what is of all, and no name: 全县, but not 全聚德.
var ofAll = pattern.Compile(`^全(国|球|省|市|县|区|州|旗|镇|乡|村|街|城|校|院|厂|网|线|系|体|部|年|程|员|民|行业|社会|世界|集团|公司|系统)`)

// endsOwner says that the figure's owner is one of the things by a longer name: 白塔队中锋赵林子 of 赵林子.
func (c Candidate) endsOwner(things []string) bool {
	owner := hanzi.Fold(c.Entry.Entity)
	return slices.ContainsFunc(things, func(thing string) bool { return strings.HasSuffix(owner, thing) })
}

// ownersIn are the names of an entity that is one or a list of them: 马先生和翟女士.
func ownersIn(entity string) []string {
	return slices.DeleteFunc(ownerJoint.Split(hanzi.Fold(entity), -1), func(of string) bool { return len([]rune(of)) <= ShortestMetric })
}

var ownerJoint = pattern.Compile(`[、,]|和|与|及`)

// namesOwner says that words may name somebody, which the ledger took for an owner: none that
// end in a verb, an adjective or the like (培育, 问题主要).
func namesOwner(words []index.Word) bool {
	if len(words) == 0 || slices.ContainsFunc(words, func(w index.Word) bool { return w.Text == "“" || w.Text == "\"" }) || len(words) == 1 && strings.HasPrefix(words[0].Speech, "v") {
		return false
	}
	last := words[len(words)-1]
	return last.End-last.Start == 1 || !strings.Contains("vabdz", wording.Class(last.Speech)) || last.Speech == "vn"
}

// kindNamed is a thing that a question names by its kind and a name before it:
// 卫星通信无人机, 项目; "" for none.
func kindNamed(snapshot *retrieval.Snapshot, r asking.Reading) (name, kind string) {
	words := snapshot.Words(r.Asked())
	for i, w := range words {
		if !wording.IsGeneric(w.Text) {
			continue
		}
		for at := i; at > 0 && words[at-1].End == words[at].Start && (wording.IsThing(words[at-1]) && words[at-1].End-words[at-1].Start > 1 || words[at-1].Speech == "b") && !wording.IsGeneric(words[at-1].Text) && naming.ZonePrefix(words[at-1].Text) == ""; at-- {
			name = words[at-1].Text + name
		}
		if len([]rune(name)) >= ShortestMetric {
			return name, w.Text
		}
		name = ""
	}
	return "", ""
}

// another says that the figure belongs to another thing of the kind that a question
// names, by a name that shares nothing with the asked one, which is not in its clause.
func (c Candidate) another(name, kind string) bool {
	if name == "" || wording.Shared(wording.Bigrams(name), c.Said()+hanzi.Fold(c.Entry.Entity+c.Entry.Metric+c.Sentence.Source.Article.Title)) > 0 {
		return false
	}
	own, _, found := strings.Cut(hanzi.Fold(c.Entry.Entity), kind)
	if behind := hanzi.Fold(string(c.Sentence.Text[c.Clause.End:c.Sentence.Span.End])); strings.Contains(behind, name) && !strings.Contains(c.SaidBefore(), name) {
		return true
	}
	if !found && strings.Contains(hanzi.Fold(c.Sentence.String()), name) { // of another thing in the same list
		return strings.Contains(c.Said(), kind)
	}
	return found && len([]rune(own)) >= ShortestMetric && !anyOfKind.MatchString(own)
}

// anyOfKind begins what names no thing of a kind, but any or all: 单个企业.
var anyOfKind = pattern.Compile(`^(单|每|各|该|本|这|那|所有|全部|其他|其余|有关|相关|符合|部分|多|数|一批)`)

// Holds says that the figure's clause says each of the things.
func (c Candidate) Holds(things []string) bool {
	clause, before := c.Said(), c.SaidBefore()+hanzi.Fold(c.Entry.Entity)
	return !slices.ContainsFunc(things, func(thing string) bool { return !strings.Contains(clause, thing) && !wording.MostlyIn(before, thing) })
}
