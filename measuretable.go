package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"youju/eval"
)

// measured is what the command prints; the fields of retrieval stand at the top.
type measured struct {
	eval.Report
	Answers   *eval.AnswerReport  `json:"answers,omitempty"`
	Reasons   map[eval.Reason]int `json:"reasons,omitempty"`
	Worst     []eval.Failure      `json:"failures,omitempty"`
	Curve     *eval.Curve         `json:"curve,omitempty"`
	Perturbed *eval.PerturbReport `json:"perturbed,omitempty"`
}

// showMeasures prints tables for a person.
func showMeasures(out io.Writer, m measured) {
	showRetrieval(out, m.Report)
	if m.Answers != nil {
		showAnswers(out, m.Answers)
		showFailures(out, m)
	}
	if m.Curve != nil {
		showCurve(out, m.Curve)
	}
	if m.Perturbed != nil {
		showPerturbed(out, m.Perturbed)
	}
}

func showRetrieval(out io.Writer, r eval.Report) {
	fmt.Fprintf(out, "检索：%d 个问题\n%-16s %9s %9s %9s %9s %9s\n", r.Questions, "", "recall@1", "recall@5", "recall@10", "MRR@10", "nDCG@10")
	for _, row := range []struct {
		name string
		m    eval.Metrics
	}{{"fused", r.Fused}, {"lexical", r.Lexical}, {"dense", r.Dense}} {
		fmt.Fprintf(out, "%-16s %9.4f %9.4f %9.4f %9.4f %9.4f\n", row.name, row.m.Recall1, row.m.Recall5, row.m.Recall10, row.m.MRR10, row.m.NDCG10)
	}
}

// measures are the columns of the table of answers.
var measures = []struct {
	name string
	of   func(*eval.Scores) eval.Mean
}{
	{"right", func(s *eval.Scores) eval.Mean { return s.Right }},
	{"figure0", func(s *eval.Scores) eval.Mean { return s.Figure0 }},
	{"derived", func(s *eval.Scores) eval.Mean { return s.Derived }},
	{"contains", func(s *eval.Scores) eval.Mean { return s.Contains }},
	{"cited", func(s *eval.Scores) eval.Mean { return s.Citation }},
	{"false", func(s *eval.Scores) eval.Mean { return s.FalseAnswers }},
	{"overref.", func(s *eval.Scores) eval.Mean { return s.OverRefusal }},
}

func showAnswers(out io.Writer, r *eval.AnswerReport) {
	fmt.Fprintf(out, "\n回答：%d 个问题，每秒 %.1f 个\n%-16s %6s", r.Questions, r.PerSecond, "", "n")
	for _, m := range measures {
		fmt.Fprintf(out, " %9s", m.name)
	}
	fmt.Fprintf(out, " %7s %9s\n", "length", "unproved")
	showScores(out, "all", &r.Scores)
	if r.Standalone != nil {
		showScores(out, "standalone", r.Standalone)
	}
	if len(r.Kinds) < 2 {
		return
	}
	for _, kind := range slices.Sorted(maps.Keys(r.Kinds)) {
		showScores(out, kind, r.Kinds[kind])
	}
}

func showScores(out io.Writer, name string, s *eval.Scores) {
	fmt.Fprintf(out, "%-16s %6d", name, s.Questions)
	for _, m := range measures {
		if mean := m.of(s); mean.N > 0 {
			fmt.Fprintf(out, " %9.4f", mean.Value())
		} else {
			fmt.Fprintf(out, " %9s", "–")
		}
	}
	fmt.Fprintf(out, " %7.1f %9d\n", s.Length.Value(), s.Unproved)
}

func showFailures(out io.Writer, m measured) {
	if len(m.Reasons) == 0 {
		return
	}
	fmt.Fprint(out, "\n不对的回答：")
	for _, reason := range eval.Reasons() {
		if n := m.Reasons[reason]; n > 0 {
			fmt.Fprintf(out, " %s %d；", reason, n)
		}
	}
	fmt.Fprintln(out)
	for _, f := range m.Worst {
		fmt.Fprintf(out, "\n[%s] %s %s 命中第 %d\n", f.Reason, f.ID, f.Kind, f.Rank)
		for _, before := range f.Before {
			fmt.Fprintln(out, "  前  ", before)
		}
		fmt.Fprintf(out, "  问   %s\n  应答 %s\n  说了 %s〔%s〕", f.Question, f.Gold, indented(f.Said), f.Figure)
		if f.Refused {
			fmt.Fprint(out, "（拒答）")
		}
		fmt.Fprintln(out)
		for _, u := range f.Unproved {
			fmt.Fprintln(out, "  无据", u)
		}
	}
}

func showPerturbed(out io.Writer, r *eval.PerturbReport) {
	fmt.Fprintf(out, "\n改动文章再问：%d 个问题\n%-16s", r.Questions, "")
	for _, outcome := range eval.Outcomes() {
		fmt.Fprintf(out, " %9s", outcome)
	}
	fmt.Fprintln(out)
	for _, kind := range eval.ChangeKinds() {
		fmt.Fprintf(out, "%-16s", kind)
		for _, outcome := range eval.Outcomes() {
			fmt.Fprintf(out, " %9d", r.Counts[kind][outcome])
		}
		fmt.Fprintln(out)
	}
	for _, c := range r.Cases {
		fmt.Fprintf(out, "\n[%s] %s %s：%s → %s\n  问   %s\n  原来 %s\n  现在 %s\n", c.Outcome, c.Kind, c.ID, c.Old, c.New, c.Question, indented(c.Said), indented(c.Says))
		for _, u := range c.Unproved {
			fmt.Fprintln(out, "  无据", u)
		}
	}
}

// indented keeps the lines of an answer together in a list.
func indented(text string) string { return strings.ReplaceAll(text, "\n", "\n       ") }

func showCurve(out io.Writer, c *eval.Curve) {
	fmt.Fprintf(out, "\n误答与误拒：%d 个有答案，%d 个没有，AUC %.3f\n%-16s %9s %9s %9s %9s\n", c.Answerable, c.Unanswerable, c.AUC, "", "overref.", "false", "right", "threshold")
	for _, allowed := range []float64{0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5} {
		p := c.At(allowed)
		fmt.Fprintf(out, "≤ %-14.2f %9.4f %9.4f %9.4f %9.4f\n", allowed, p.OverRefusal, p.FalseAnswers, p.Right, p.Threshold)
	}
}
