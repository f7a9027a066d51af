package weigh

import (
	"context"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/scales"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// A figure may count something else than was asked for where its clause and the
// ledger hold at most slightHead of the thing's words: how much they mean the same
// decides then. Of the development sets' right answers the lowest cosine was 0.73,
// of questions without an answer the highest 0.57.
const (
	slightHead  = 0.4
	otherCosine = 0.6  // below it is of something else
	alikeCosine = 0.7  // from here it is of the thing, in another word
	sureOfCount = 0.65 // of the reader, -1…1: then the thing may be said in any words
	AroundRunes = 14   // beside the figure, where what it counts is looked for
	longestNoun = 14   // runes behind the figure that what it counts may have

)

// compareThing looks at what the question counts and the figure does not name: a
// word for the same counts as the word itself. It returns the thing where the figure
// counts something else: 院士 where it counts 高层次人才.
func compareThing(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, c *Candidate) (other string, err error) {
	thing := ""
	switch {
	case c.Features.Metric >= 1 && c.Figure.Kind == figure.Amount: // 金饰消费需求达476吨 for 金饰消费了多少黄金
	case r.Asks != asking.Quantity || c.Features.Head > slightHead || c.Features.Read >= sureOfCount && c.Features.Fit >= scales.WholeFit:
	case r.Claim != nil && r.Claim.Bound == asking.Equals && r.Claim.Holds(c.Figure): // the same number is of the same
	case r.Claim != nil:
		thing = r.Claim.Thing(snapshot, r.Raw)
	default:
		thing = asking.CountedThing(snapshot, r.Raw)
	}
	if bodies[thing] && bodySaid.MatchString(c.Said()+c.Entry.Metric) { // 细胞相关企业 for 公司
		return "", nil
	}
	if of := wording.UnitImplied(hanzi.Fold(thing)); extents[of] && likeness.Units(of, c.Figure.Unit) { // 7.9公里绿道 for 全长
		return "", nil
	}
	if behind := beforeCount.FindStringSubmatch(c.behindSentence(sharedRunes)); thing != "" && behind != nil && strings.HasPrefix(behind[1], thing) { // 380组,2万余个自行车停车位
		return "", nil
	}
	if r.Unit == "岁" || asking.AsksNumber(hanzi.Fold(r.Raw)) { // 视力几岁才提高 counts no 视力
		return "", nil
	}
	if unit, ok := figure.Unit(thing); len([]rune(thing)) < 2 || ok && unit == c.Figure.Unit || c.repeats(thing) {
		return "", nil
	}
	alike, err := snapshot.Alike(ctx, thing, c.counts())
	switch {
	case err != nil:
		return "", err
	case alike < otherCosine && c.leavesOut(snapshot, thing):
		return "", nil
	case alike < otherCosine:
		return thing, nil
	case alike >= alikeCosine:
		c.Features.Head, c.Features.Headless = 1, 0
		if nouns := r.NounsAsked(snapshot); c.Features.Unsaid > 0 && slices.Contains(nouns, thing) {
			c.Features.Unsaid -= 1 / float64(len(nouns))
		}
	}
	return "", nil
}

// bodies are what companies and the like are called, one for the other.
var (
	bodies   = map[string]bool{"公司": true, "企业": true, "单位": true, "厂家": true, "机构": true, "商家": true}
	bodySaid = pattern.Compile(`公司|企业|单位|厂家|机构|商家`)
)

// sharedRunes are how far behind a figure a second one with what both count may end.
const sharedRunes = 20

// beforeCount is what stands behind a figure and another one next to it.
var beforeCount = pattern.Compile(`^[,、][约近超共]?[\d.]+[万亿千百]?[多余]?[个组家项处条名人](.+)`)

// extents are units of how far something reaches, which only what reaches needs to be named for.
var extents = map[string]bool{"公里": true, "平方公里": true, wording.SpeedUnit: true}

// compareNoun looks at a figure whose sentence names what the question counts but
// that stands before another noun: 设立50个联系点 for 多少个干部.
func compareNoun(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) (other string, err error) {
	if r.Asks != asking.Quantity || r.Claim != nil || c.Features.Head <= slightHead { // compareThing looked
		return "", nil
	}
	thing, noun := asking.CountedThing(snapshot, r.Raw), c.noun(snapshot)
	if len([]rune(thing)) < 2 || len([]rune(noun)) < 2 || wording.Shared(wording.Bigrams(thing), noun) > 0 || c.repeats(thing) || c.standsBehind(thing) {
		return "", nil
	}
	if first := snapshot.Words(noun)[0].Text; strings.Contains(c.Said(), thing+first) || strings.Contains(c.Behind(longestNoun), thing) { // 3家企业入选独角兽企业, 11支党建工作指导员队伍
		return "", nil
	}
	alike, err := snapshot.Alike(ctx, thing, []string{noun})
	if err != nil || alike >= otherCosine {
		return "", err
	}
	return thing, nil
}

// compareModifier looks at a figure of things of the kind that is asked for that are
// told from others of it by another word: 新签约的项目 for 多少个开工项目.
func compareModifier(ctx context.Context, snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) (other string, err error) {
	if r.Asks != asking.Quantity || r.Claim != nil {
		return "", nil
	}
	thing := snapshot.Words(asking.CountedThing(snapshot, r.Raw))
	if len(thing) == 1 { // 开工项目几个
		thing = told(snapshot.Words(r.Raw), thing[0])
	}
	if len(thing) > 1 && wording.IsNoun(thing[0]) && thing[1].Speech == "v" { // 企业拿到贷款
		thing = append(slices.Clone(thing[1:]), thing[0])
	}
	if len(thing) < 2 {
		return "", nil
	}
	said, head := hanzi.Fold(c.Sentence.String()), thing[len(thing)-1].Text
	asked := ""
	for _, w := range thing[:len(thing)-1] {
		if strings.Contains(said, w.Text) || strings.Contains(head, w.Text) {
			return "", nil
		}
		asked += w.Text
	}
	var mods []string
	metric := hanzi.Fold(c.Entry.Metric)
	for _, w := range snapshot.Words(metric) {
		if w.Text != head && w.End-w.Start > 1 && (wording.IsNoun(w) || w.Speech == "v") {
			mods = append(mods, w.Text)
		}
	}
	if !strings.HasSuffix(metric, head) || len(mods) == 0 || len([]rune(asked)) < 2 {
		return "", nil
	}
	alike, err := snapshot.Alike(ctx, asked, mods)
	if err != nil || alike >= otherCosine {
		return "", err
	}
	return asked + head, nil
}

// told is a noun of a question with the verb before it that tells which ones are meant.
func told(words []index.Word, noun index.Word) []index.Word {
	i := slices.IndexFunc(words, func(w index.Word) bool { return w.Text == noun.Text })
	if i < 1 || words[i-1].End != words[i].Start || !strings.HasPrefix(words[i-1].Speech, "v") || words[i-1].End-words[i-1].Start < 2 {
		return nil
	}
	return words[i-1 : i+1]
}

// standsBehind says that a figure stands right behind what it counts, whatever follows: 提供岗位约3万个记者从人社局获悉.
func (c Candidate) standsBehind(thing string) bool {
	return strings.HasSuffix(strings.TrimRight(c.before(), "约近超达共有为是"), hanzi.Fold(thing))
}

// repeats says that the figure's sentence says several words as the question does.
func (c Candidate) repeats(words string) bool {
	return len([]rune(words)) > longestDeed && strings.Contains(hanzi.Fold(c.Sentence.String()), hanzi.Fold(words))
}

// leavesOut says that a count has no noun of its own (只有150种被确认), and what is counted stands
// before it in its sentence or the one before.
func (c Candidate) leavesOut(snapshot *retrieval.Snapshot, thing string) bool {
	return (c.Figure.Kind == figure.Count || c.inPieces()) && c.noun(snapshot) == "" && strings.Contains(c.sentenceBefore()+c.SaidBefore(), hanzi.Fold(thing))
}

// inPieces says that 块, which is also of money, counts: 受损的有12块 for 多少块玻璃.
func (c Candidate) inPieces() bool { return strings.HasSuffix(c.Figure.Text, "块") }

// counting says that the figure counts what a question does, by what stands right behind it:
// 6名专家教授 for 几个教授, 10万字小说 for 原著小说有多少字.
func (c Candidate) counting(snapshot *retrieval.Snapshot, thing string) bool {
	noun := hanzi.Fold(c.noun(snapshot))
	if len([]rune(noun)) < 2 || len([]rune(thing)) < 2 {
		return false
	}
	return strings.HasSuffix(noun, thing) || strings.HasSuffix(thing, noun)
}

// noun is what stands right behind a count: 联系点 in 50个联系点; "" for nothing.
func (c Candidate) noun(snapshot *retrieval.Snapshot) string {
	if c.Figure.Kind != figure.Count {
		return ""
	}
	text := string(c.Sentence.Text[c.Clause.Start:c.Clause.End])
	at := c.Figure.End - c.Clause.Start
	run := asking.Behind(snapshot.Words(text), at)
	if len(run) == 0 || run[0].Start != at || run[0].Speech == "v" { // 112家进入公示名单
		return ""
	}
	return asking.TextOf(text, run)
}

// countsBy is how much worse than the best figure, which is of something else, one
// may be that names what is counted, or says what happened.
const countsBy = 0.4

// nearlyBestFirst puts the best figure first that is what is wanted, of those that are hardly worse
// than the best; false where none of these is likely enough.
func nearlyBestFirst(found []Candidate, read bool, by float64, wanted func(Candidate) bool) bool {
	for i, c := range found {
		if c.Score < found[0].Score-by {
			break
		}
		if wanted(c) && c.Supported(read) {
			evidence.PutFirst(found, i)
			return true
		}
	}
	return false
}

// namesCounted says that a figure names what is counted.
func namesCounted(c Candidate) bool { return c.Features.Head >= PartHead }

// saysDeed tells figures whose clause says what happened.
func saysDeed(deed string) func(Candidate) bool {
	return func(c Candidate) bool {
		return strings.Contains(c.Said(), deed) && c.Features.Fit >= scales.WholeFit
	}
}

// counts are the phrases that may say what the figure counts.
func (c Candidate) counts() []string {
	before := string(c.Sentence.Text[max(c.Clause.Start, c.Figure.Start-AroundRunes):c.Figure.Start])
	after := string(c.Sentence.Text[c.Figure.End:min(c.Clause.End, c.Figure.End+AroundRunes)])
	var out []string
	for _, phrase := range []string{c.Entry.Metric, c.Entry.Entity, before, after, before + after} {
		if phrase != "" {
			out = append(out, phrase)
		}
	}
	return out
}
