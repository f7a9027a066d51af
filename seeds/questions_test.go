package seeds

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

type question struct {
	ID       string `json:"_id"`
	Text     string `json:"text"`
	Metadata struct {
		Answers    []string   `json:"answers"`
		AllOf      [][]string `json:"all_of"`
		Answerable bool       `json:"answerable"`
		Op         string     `json:"op"`
		Operands   []string   `json:"operands"`
		evidence
		More []evidence `json:"more"`
	} `json:"metadata"`
}

// evidence points to one paragraph or note by a string that only it holds.
type evidence struct {
	Article string `json:"article"`
	Quote   string `json:"quote"`
}

func (e evidence) text(t *testing.T) string {
	t.Helper()
	var found []string
	for _, s := range lines(item(t, e.Article))[1:] {
		if strings.Contains(s, e.Quote) {
			found = append(found, s)
		}
	}
	if len(found) != 1 || e.Quote == "" {
		t.Errorf("%q stands in %d lines of %s, want 1", e.Quote, len(found), e.Article)
	}
	return strings.Join(found, "\n")
}

func questions(t *testing.T) []question {
	t.Helper()
	f, err := os.Open("../testdata/seedqa/queries.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []question
	for dec := json.NewDecoder(f); dec.More(); {
		var q question
		if err := dec.Decode(&q); err != nil {
			t.Fatalf("question %d: %v", len(all)+1, err)
		}
		all = append(all, q)
	}
	return all
}

// TestQuestionsAreFair keeps the question set true to the articles: whatever a
// question counts as right must stand in the paragraph it names.
func TestQuestionsAreFair(t *testing.T) {
	unanswerable := 0
	ids := map[string]bool{}
	for _, q := range questions(t) {
		if ids[q.ID] || q.Text == "" {
			t.Errorf("%s: used twice, or empty", q.ID)
		}
		ids[q.ID] = true
		if !q.Metadata.Answerable {
			unanswerable++
			if len(q.Metadata.Answers) > 0 {
				t.Errorf("%s is unanswerable, with answers", q.ID)
			}
			continue
		}
		checkEvidence(t, q)
	}
	if len(ids) < 220 || unanswerable < 40 {
		t.Errorf("%d questions, %d of them unanswerable, want at least 220 and 40", len(ids), unanswerable)
	}
}

func checkEvidence(t *testing.T, q question) {
	t.Helper()
	gold := q.Metadata.text(t)
	for _, e := range q.Metadata.More {
		gold += "\n" + e.text(t)
	}
	must := q.Metadata.Answers
	if q.Metadata.Op != "" {
		must = q.Metadata.Operands
	}
	if len(must) == 0 {
		t.Errorf("%s has nothing that counts as right", q.ID)
	}
	for _, s := range must {
		if !strings.Contains(gold, s) {
			t.Errorf("%s: %s is not in its gold paragraph", q.ID, s)
		}
	}
	for _, group := range q.Metadata.AllOf {
		if !slices.ContainsFunc(group, func(s string) bool { return strings.Contains(gold, s) }) {
			t.Errorf("%s: none of %v is in its gold paragraph", q.ID, group)
		}
	}
}
