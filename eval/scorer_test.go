package eval_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"youju/answer/say"
	"youju/eval"
	"youju/retrieval"
)

// scorer is the scorer that answers are judged with from outside. Our rules must
// give its figures on the same answers.
const scorer = "../../shared/qa/score.py"

func python(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("the scorer is not beside the repository:", err)
	}
	path, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 to run the scorer with:", err)
	}
	return path
}

// asked is a question with its answer, for both scorers.
type asked struct {
	query    eval.Query
	metadata map[string]any
	answer   say.Answer
}

// byScorer runs the scorer, and returns what it says of each question: each is a
// kind of its own.
func byScorer(t *testing.T, all []asked) map[string]map[string]*float64 {
	t.Helper()
	dir := t.TempDir()
	var queries, qrels, answers bytes.Buffer
	qrels.WriteString("query-id\tcorpus-id\tscore\n")
	for _, a := range all {
		a.metadata["kind"] = a.query.ID
		line(t, &queries, map[string]any{"_id": a.query.ID, "text": a.query.Text, "metadata": a.metadata})
		for id, grade := range a.query.Relevant {
			fmt.Fprintf(&qrels, "%s\t%s\t%d\n", a.query.ID, id, grade)
		}
		line(t, &answers, struct {
			ID string `json:"id"`
			say.Answer
		}{a.query.ID, a.answer})
	}
	if err := os.Mkdir(filepath.Join(dir, "qrels"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"queries.jsonl": queries.Bytes(), "qrels/test.tsv": qrels.Bytes(), "answers.jsonl": answers.Bytes()} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var problems bytes.Buffer
	command := exec.Command(python(t), scorer, dir, filepath.Join(dir, "answers.jsonl"), "--by", "kind")
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		t.Fatalf("the scorer: %v\n%s", err, problems.Bytes())
	}
	scores := map[string]map[string]*float64{}
	for _, text := range strings.Split(string(out), "\n") {
		if kind, object, ok := strings.Cut(text, " {"); ok {
			var s map[string]*float64
			if err := json.Unmarshal([]byte("{"+object), &s); err != nil {
				t.Fatal(err)
			}
			scores[kind] = s
		}
	}
	return scores
}

func line(t *testing.T, out *bytes.Buffer, v any) {
	t.Helper()
	encoder := json.NewEncoder(out)
	if err := encoder.Encode(v); err != nil {
		t.Fatal(err)
	}
}

// agree compares our scores of each question with the scorer's.
func agree(t *testing.T, s *retrieval.Snapshot, all []asked) {
	t.Helper()
	theirs := byScorer(t, all)
	bad := 0
	for _, a := range all {
		data, err := json.Marshal(eval.Sum([]eval.Verdict{eval.Judge(s, a.query, a.answer)}).Scores)
		if err != nil {
			t.Fatal(err)
		}
		var ours map[string]*float64
		if err := json.Unmarshal(data, &ours); err != nil {
			t.Fatal(err)
		}
		if len(theirs[a.query.ID]) == 0 {
			t.Fatalf("the scorer says nothing of %s", a.query.ID)
		}
		for name, want := range theirs[a.query.ID] {
			got, ok := ours[name]
			if ok && (got == nil) == (want == nil) && (got == nil || math.Abs(*got-*want) < 1e-9) {
				continue
			}
			if bad++; bad <= 10 {
				t.Errorf("%s %s: ours %v, the scorer's %v\ngold %v\nsaid %q\nfigures %+v", a.query.ID, name, show(got), show(want), a.metadata, a.answer.Text, a.answer.Figures)
			}
		}
	}
	if bad > 10 {
		t.Errorf("and %d more", bad-10)
	}
}

func show(v *float64) string {
	if v == nil {
		return "null"
	}
	return fmt.Sprint(*v)
}

// pieces make golds and answers that are hard to judge.
var pieces = []string{
	"120", "12", "1", "0", "1,200", "1,20", "3.5", ".", ",", "，", "。", "%", "％", "‰", "百分点", "个百分点", "百分之", "万", "萬", "亿", "億", "千", "百", "十",
	"一", "二", "两", "兩", "三十", "〇", "零", "点", "五", "家", "元", "年", "月", "[1]", "[12]", " ", "　", "\n", "·", "-", "/", ":", "书店", "書店", "GDP", "gdp", "ｇ", "²", "①", "Ⅳ",
	"约", "没有找到", "未提及", "不知道", "甲县", "１２０", "５", "½", "℃", "㎡", "é", "e\u0301", "👍", "0.5", "2020年", "一百二十", "1.5万", "15000",
}

func drawText(t *rapid.T, name string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, most).Draw(t, name), "")
}

// drawAsked draws a question and an answer that often holds its gold.
func drawAsked(t *rapid.T, n int) asked {
	var a asked
	a.query = eval.Query{ID: fmt.Sprint("q", n), Text: "多少？", Relevant: map[string]int{}}
	answers := []string{}
	for i := range rapid.IntRange(0, 3).Draw(t, "golds") {
		answers = append(answers, drawText(t, fmt.Sprint("gold", i), 3))
	}
	a.metadata = map[string]any{"answers": answers, "numeric": rapid.Bool().Draw(t, "numeric")}
	switch rapid.IntRange(0, 5).Draw(t, "form") {
	case 0:
		a.metadata["answerable"] = false
	case 1:
		a.metadata["all_of"] = [][]string{{drawText(t, "part", 2), drawText(t, "other", 2)}, {drawText(t, "second", 2)}}
	}
	data, _ := json.Marshal(a.metadata)
	_ = json.Unmarshal(data, &a.query.Gold)
	said := drawText(t, "before", 3)
	if len(answers) > 0 && rapid.Bool().Draw(t, "holds") {
		said += answers[0]
	}
	a.answer = say.Answer{Text: said + drawText(t, "after", 3), Refused: rapid.IntRange(0, 5).Draw(t, "refused") == 0, Hits: []say.Hit{}}
	if rapid.Bool().Draw(t, "figure") {
		text := drawText(t, "figure's", 3)
		if len(answers) > 0 && rapid.Bool().Draw(t, "right") {
			text = answers[0]
		}
		a.answer.Figures = []say.Figure{{Text: text}}
	}
	for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a#1", "a#2", "b", "c"}), 0, 4, rapid.ID).Draw(t, "hits") {
		a.answer.Hits = append(a.answer.Hits, say.Hit{Paragraph: id})
	}
	for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d"}), 0, 2, rapid.ID).Draw(t, "gold passages") {
		a.query.Relevant[id] = 1
	}
	return a
}

// TestRulesAreTheScorers draws thousands of hard questions and answers. One run of
// the scorer judges them all.
func TestRulesAreTheScorers(t *testing.T) {
	python(t)
	s := town(t)
	var all []asked
	rapid.Check(t, func(t *rapid.T) {
		for range 20 {
			all = append(all, drawAsked(t, len(all)))
		}
	})
	agree(t, s, all)
}
