package eval_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"youju/answer/asking"
	"youju/eval"
)

func set(t *testing.T, queries, qrels string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "qrels"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"queries.jsonl": queries, "qrels/test.tsv": qrels} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	twoQueries = `{"_id": "q1", "text": "外资多少？", "metadata": {"answers": ["1元"], "numeric": true, "kind": "plain", "history": [{"question": "谁？", "answer": "甲。"}]}}` + "\n" + `{"_id": "q2", "text": "谁？"}` + "\n"
	threeRels  = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t3\nq2\td1\t0\n"
)

func TestReadQueries(t *testing.T) {
	want := []eval.Query{
		{ID: "q1", Text: "外资多少？", Relevant: map[string]int{"d1": 1, "d2": 3},
			Gold: eval.Gold{Answers: []string{"1元"}, Numeric: true, Kind: "plain", History: []asking.Turn{{Question: "谁？", Answer: "甲。"}}}},
		{ID: "q2", Text: "谁？"}, // judged with 0: nothing is right
	}
	crlf := strings.NewReplacer("\n", "\r\n")
	for name, dir := range map[string]string{
		"as written":       set(t, twoQueries, threeRels),
		"CRLF":             set(t, crlf.Replace(twoQueries), crlf.Replace(threeRels)),
		"blank lines":      set(t, "\n"+strings.ReplaceAll(twoQueries, "\n", "\n\n"), threeRels+"\n\n"),
		"no last new line": set(t, strings.TrimSpace(twoQueries), strings.TrimSpace(threeRels)),
	} {
		if got, err := eval.ReadQueries(dir); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestReadQueriesErrorsNameTheirPlace(t *testing.T) {
	cases := []struct{ name, queries, qrels, want string }{
		{"broken JSON", twoQueries + "{\"_id\": \n", threeRels, "queries.jsonl, line 3"},
		{"a list", "[]\n", threeRels, "queries.jsonl, line 1"},
		{"a cell is missing", twoQueries, threeRels + "q2\td9\n", "test.tsv, line 5"},
		{"the score is a word", twoQueries, threeRels + "q2\td9\tgood\n", "test.tsv, line 5"},
		{"a line of 5 MB", twoQueries + strings.Repeat("x", 5<<20), threeRels, "queries.jsonl, line 3"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := eval.ReadQueries(set(t, c.queries, c.qrels))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s in it", err, c.want)
			}
		})
	}
	if _, err := eval.ReadQueries(t.TempDir()); err == nil || !strings.Contains(err.Error(), "test.tsv") {
		t.Errorf("an empty folder: %v", err)
	}
}
