package derive

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// lendMeasure gives what only one of two phrases says to both, where the other is but a
// name: 减税降费 in 减税降费广州和景德镇谁多, 规上工业 in 南海和江苏规上工业哪个增速快; and what a
// part is of to its whole.
func (f *Formula) lendMeasure(snapshot *retrieval.Snapshot) {
	if m := asking.MetricIn(f.First); f.Op == Share && f.part && m != "" && asking.MetricIn(f.Other) == "" && (naming.Without(snapshot, f.Other) == "" || wholeNamed.FindString(f.Other) == f.Other) {
		f.Other, f.alike = f.Other+m, true // 知识城固投 in 知识城固投占开发区多少
		return
	}
	if f.Op != Difference && f.Op != Sum {
		return
	}
	if m := asking.MetricIn(f.Other); f.Op == Difference && f.Tail == "" && m != "" && strings.HasSuffix(f.Other, m) && asking.MetricIn(f.First) == "" && len(asking.YearParts(f.First))+len(yearWord.FindAllString(f.First, -1)) > 0 {
		f.Tail, f.alike, f.lent = m, true, true // 上半年 in 上半年比去年上半年营收
		return
	}
	if naming.IsEverywhere(f.Other) {
		if m := asking.MetricIn(f.First); m != "" && f.Tail == "" {
			f.Tail, f.alike, f.lent = m, true, true // 民营企业进出口增速比全国
		}
		return
	}
	for _, pair := range [][2]string{{f.First, f.Other}, {f.Other, f.First}} {
		measure := naming.Without(snapshot, pair[0])
		if naming.Without(snapshot, pair[1]) != "" || measure == pair[0] || len([]rune(measure)) < weigh.ShortestMetric {
			continue
		}
		if f.Tail == "" {
			f.Tail, f.alike, f.lent = measure, true, true
		} else if !strings.Contains(f.Tail, measure) {
			f.Tail = measure + strings.TrimPrefix(f.Tail, "的")
		}
		return
	}
}

// thing is what the operand of a phrase counts: 项目 in 谁的项目多, where one or the other of
// two is asked for or each of them, and 考场 in 平均每个考点有多少考场; none where no thing
// is named.
func (f Formula) thing(snapshot *retrieval.Snapshot, phrase string) wording.Terms {
	named := f.Tail
	switch {
	case f.Op == Mean && phrase == f.First:
		return asking.Head(snapshot, f.asked)
	case f.lent:
	case f.Which:
		if head := asking.Head(snapshot, f.Tail+"多少"); len(head) > 0 { // with what the dictionary has not: 瞪羚企业
			return head
		}
		named = strings.Join(wording.Nouns(snapshot, f.Tail), " ")
	case f.Op == List && f.Asks == asking.Quantity:
		return asking.Head(snapshot, f.asked)
	default:
		return nil
	}
	return wording.Terms(snapshot.QuestionTerms(wording.LongForm(named)))
}

// CountsUnlike says that what two figures count is told from others of the kind by words that
// have nothing in common: 新签约项目 and 人才科创项目.
func CountsUnlike(kind, x, y string) bool {
	x, y = kindOf(x, kind), kindOf(y, kind)
	return len([]rune(x)) >= weigh.ShortestMetric && len([]rune(y)) >= weigh.ShortestMetric && wording.Shared(wording.Bigrams(x), y) == 0
}

// kindRunes are as many before what is counted as tell its kind: 潜在独角兽 of 江苏省高新区潜在独角兽企业 shares nothing with 高新技术.
const kindRunes = 4

// kindOf is what stands right before the thing that a metric counts.
func kindOf(metric, thing string) string {
	runes := []rune(strings.TrimSuffix(wording.LongForm(unquoted.Replace(hanzi.Fold(metric))), wording.LongForm(strings.Trim(thing, "的"))))
	return string(runes[max(0, len(runes)-kindRunes):])
}

// unquoted leaves out the marks around a name: 瞪羚企业 of “瞪羚企业”.
var unquoted = strings.NewReplacer("“", "", "”", "", `"`, "", "「", "", "」", "")

// wholeNamed names the whole that things are parts of, by no name of its own.
var wholeNamed = pattern.Compile(`全[国省市区县镇州]|全部|整个`)

// wholeSaid is said of all there is: 进出口总额.
var wholeSaid = pattern.Compile(`总[额量值数]|全[部国省市]|平均`)

// rated are measures that are said in per cent.
var rated = pattern.Compile(`率|占|比|幅|%`)
