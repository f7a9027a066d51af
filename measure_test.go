package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/eval"
)

func TestEmbed(t *testing.T) {
	text := `"郑州高新区有多少家企业"`
	got := youju(t, `{"text":`+text+`,"kind":"query"}`+"\n"+`{"text":`+text+`,"kind":"passage"}`+"\n", "embed").succeeded(t)
	lines := decode[struct{ Vector []float64 }](t, got.out)
	if len(lines) != 2 || len(lines[0].Vector) != 512 || len(lines[1].Vector) != 512 {
		t.Fatalf("%d lines for 2 texts: %.200s", len(lines), got.out)
	}
	query, passage := lines[0].Vector, lines[1].Vector
	if n := dot(query, query); math.Abs(n-1) > 1e-5 {
		t.Errorf("the query's vector has length %v", math.Sqrt(n))
	}
	// A query's prefix moves its vector, but not far.
	if near := dot(query, passage); near > 0.9999 || near < 0.5 {
		t.Errorf("cosine of a text as query and as passage: %v", near)
	}
}

func dot(a, b []float64) float64 {
	var sum float64
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func TestEmbedRefusesLines(t *testing.T) {
	for _, line := range []string{`{"text":"外资","kind":"title"}`, `{"text":"外资"}`, `外资`} {
		got := youju(t, `{"text":"外资","kind":"passage"}`+"\n"+line+"\n", "embed")
		if got.code != 1 || !strings.Contains(got.err, "line 2") || strings.Count(got.out, "\n") != 1 {
			t.Errorf("after %s: exit code %d, %s, %d vectors", line, got.code, got.err, strings.Count(got.out, "\n"))
		}
	}
}

func TestEval(t *testing.T) {
	data := t.TempDir()
	reports := decode[eval.Report](t, youju(t, "", "eval", "testdata/common", "--json", "--data", data).succeeded(t).out)
	if len(reports) != 1 || reports[0].Questions != 12 {
		t.Fatalf("reports %+v; 12 questions have their passage there", reports)
	}
	if r := reports[0]; r.Fused.Recall1 < 0.9 || r.Lexical.Recall10 < 0.9 || r.Dense.Recall10 < 0.9 {
		t.Errorf("12 easy questions are answered with %+v", r)
	}
	table := youju(t, "", "eval", "testdata/common", "--data", data).succeeded(t).out
	for _, want := range []string{"12", "recall@1", "nDCG@10", "fused", "lexical", "dense"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %s:\n%s", want, table)
		}
	}
}

// everyNinth question of testdata/seedqa, as a set of its own, and as the lines
// that ask reads.
func everyNinth(t *testing.T) (dir, lines string) {
	t.Helper()
	const set = "testdata/seedqa"
	dir = t.TempDir()
	for _, name := range []string{"corpus.jsonl", "queries.jsonl", "qrels/test.tsv"} {
		text, err := os.ReadFile(filepath.Join(set, name))
		if err != nil {
			t.Fatal(err)
		}
		if name == "queries.jsonl" {
			var kept []byte
			n := 0
			for line := range bytes.Lines(text) {
				if n++; n%9 == 0 {
					kept = append(kept, line...)
					lines += questionOf(t, line)
				}
			}
			text = kept
		}
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, lines
}

func questionOf(t *testing.T, line []byte) string {
	t.Helper()
	var q struct {
		ID       string `json:"_id"`
		Text     string `json:"text"`
		Metadata struct {
			History json.RawMessage `json:"history"`
		} `json:"metadata"`
	}
	if err := json.Unmarshal(line, &q); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(map[string]any{"id": q.ID, "question": q.Text, "history": q.Metadata.History})
	if err != nil {
		t.Fatal(err)
	}
	return string(out) + "\n"
}

// What eval says of answers is what the scorer from outside says of those that ask prints.
func TestEvalIsTheScorer(t *testing.T) {
	answertest.Long(t)
	const scorer = "../shared/qa/score.py"
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("the scorer is not beside the repository:", err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 to run the scorer with:", err)
	}
	dir, lines := everyNinth(t)
	data := t.TempDir()
	answers := filepath.Join(t.TempDir(), "answers.jsonl")
	asked := youju(t, lines, "ask", "--json", "-", "--articles", filepath.Join(dir, "corpus.jsonl"), "--data", data).succeeded(t)
	if err := os.WriteFile(answers, []byte(asked.out), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(python, scorer, dir, answers).Output()
	if err != nil {
		t.Fatal(err)
	}
	theirs := decode[map[string]*float64](t, strings.ReplaceAll(string(text), "\n", "")+"\n")[0]
	measured := decode[struct{ Answers map[string]any }](t, youju(t, "", "eval", dir, "--json", "--data", data).succeeded(t).out)
	if len(theirs) < 15 || len(measured) != 1 {
		t.Fatalf("the scorer says %s", text)
	}
	for name, want := range theirs {
		got, ok := measured[0].Answers[name].(float64)
		if want == nil || !ok || math.Abs(got-*want) > 1e-9 {
			t.Errorf("%s: eval says %v, the scorer %v", name, measured[0].Answers[name], *want)
		}
	}
}

func TestEvalOfAnswers(t *testing.T) {
	answertest.Long(t)
	dir, _ := everyNinth(t)
	data := t.TempDir()
	got := decode[struct {
		Worst     []eval.Failure      `json:"failures"`
		Perturbed *eval.PerturbReport `json:"perturbed"`
	}](t, youju(t, "", "eval", dir, "--json", "--failures", "2", "--perturb", "2", "--sample", "12", "--data", data).succeeded(t).out)[0]
	if got.Perturbed == nil || got.Perturbed.Stale != 0 || got.Perturbed.Questions == 0 || len(got.Worst) > 2 {
		t.Errorf("%d failures, perturbed %+v", len(got.Worst), got.Perturbed)
	}
	table := youju(t, "", "eval", dir, "--failures", "1", "--perturb", "1", "--curve", "--sample", "12", "--data", data).succeeded(t).out
	for _, want := range []string{"12 个问题", "figure0", "unproved", "overref.", "AUC", "改动文章再问", "stale", "digit"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %s:\n%s", want, table)
		}
	}
}

func TestShowFailures(t *testing.T) {
	var out bytes.Buffer
	showMeasures(&out, measured{
		Answers: &eval.AnswerReport{},
		Reasons: map[eval.Reason]int{eval.ReasonRefused: 3, eval.ReasonUnproved: 1},
		Worst: []eval.Failure{{Reason: eval.ReasonUnproved, ID: "q7", Kind: "plain", Question: "增速呢", Before: []string{"外资多少"}, Gold: "20%|两成",
			Said: "30% [1]\n（去年）", Figure: "20%", Refused: true, Rank: 2, Unproved: []string{"the text says 30"}}},
	})
	for _, want := range []string{"unproved 1； refused 3；", "[unproved] q7 plain 命中第 2", "外资多少", "增速呢", "20%|两成", "30% [1]\n       （去年）〔20%〕（拒答）", "the text says 30"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not shown:\n%s", want, out.String())
		}
	}
	out.Reset()
	showMeasures(&out, measured{Answers: &eval.AnswerReport{}})
	if strings.Contains(out.String(), "不对的回答") {
		t.Errorf("failures are shown though there are none:\n%s", out.String())
	}
}
