// Package eval measures retrieval and answers on question sets in BEIR form: a
// folder with corpus.jsonl, queries.jsonl and qrels/test.tsv.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"youju/answer/asking"
)

// Query is a question with the passages that are right for it.
type Query struct {
	ID       string
	Text     string
	Relevant map[string]int // by passage id: its grade; empty where none is in the corpus
	Gold     Gold
}

// Gold is what a question's metadata says about its answer. A field that a set
// does not have is empty.
type Gold struct {
	Answers    []string      `json:"answers"`    // any one is right
	AllOf      [][]string    `json:"all_of"`     // one of each group is needed
	Numeric    bool          `json:"numeric"`    // the answer is chiefly a figure
	Answerable *bool         `json:"answerable"` // false: the articles do not say it
	Standalone *bool         `json:"standalone"` // false: the question leans on something outside it
	Kind       string        `json:"kind"`
	History    []asking.Turn `json:"history"` // what was said before, oldest first
	Quote      string        `json:"quote"`   // stands in the gold paragraph
	More       []struct {
		Quote string `json:"quote"`
	} `json:"more"`
	Op    string `json:"op"`    // of a derived figure
	Value string `json:"value"` // of a derived figure, in Unit
	Unit  string `json:"unit"`
}

// answerable says whether the articles hold an answer.
func (q Query) answerable() bool {
	return (q.Gold.Answerable == nil || *q.Gold.Answerable) && len(q.Gold.Answers)+len(q.Gold.AllOf) > 0
}

// standalone says whether a question can be understood by itself.
func (q Query) standalone() bool { return q.Gold.Standalone == nil || *q.Gold.Standalone }

// maxLineBytes bounds a line of queries.jsonl.
const maxLineBytes = 4 << 20

// CorpusFile is where a set's passages stand.
func CorpusFile(dir string) string { return filepath.Join(dir, "corpus.jsonl") }

// ReadQueries reads the questions of a set with their judgements.
func ReadQueries(dir string) ([]Query, error) {
	grades, err := readGrades(filepath.Join(dir, "qrels", "test.tsv"))
	if err != nil {
		return nil, err
	}
	var queries []Query
	path := filepath.Join(dir, "queries.jsonl")
	err = eachLine(path, func(n int, line string) error {
		var q struct {
			ID   string `json:"_id"`
			Text string `json:"text"`
			Gold Gold   `json:"metadata"`
		}
		if err := json.Unmarshal([]byte(line), &q); err != nil {
			return fmt.Errorf("%s, line %d: %w", path, n, err)
		}
		queries = append(queries, Query{ID: q.ID, Text: q.Text, Relevant: grades[q.ID], Gold: q.Gold})
		return nil
	})
	return queries, err
}

// readGrades reads query-id, corpus-id, score; the first line is the heading.
func readGrades(path string) (map[string]map[string]int, error) {
	grades := map[string]map[string]int{}
	err := eachLine(path, func(n int, line string) error {
		if n == 1 {
			return nil
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return fmt.Errorf("%s, line %d: there are %d cells, not 3", path, n, len(cells))
		}
		grade, err := strconv.Atoi(strings.TrimSpace(cells[2]))
		if err != nil {
			return fmt.Errorf("%s, line %d: the score is not a number: %w", path, n, err)
		}
		if grade <= 0 { // judged and not right
			return nil
		}
		if grades[cells[0]] == nil {
			grades[cells[0]] = map[string]int{}
		}
		grades[cells[0]][cells[1]] = grade
		return nil
	})
	return grades, err
}

func eachLine(path string, do func(n int, line string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open the question set: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxLineBytes)
	n := 1
	for ; lines.Scan(); n++ {
		if line := strings.TrimRight(lines.Text(), "\r"); line != "" {
			if err := do(n, line); err != nil {
				return err
			}
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s, line %d: %w", path, n, err)
	}
	return nil
}
