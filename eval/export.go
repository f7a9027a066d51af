package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/news"
)

// Rated is an answer that people have judged, with the question and what was said
// before it.
type Rated struct {
	Question     string
	History      []asking.Turn
	Answer       say.Answer // with its Marks
	Right, Wrong int        // how many held it to be so
}

// Exported counts what became of the answers that were rated.
type Exported struct {
	Right, Wrong int // written
	Gone         int // right, but a passage that they cite is not among the articles any more
}

// WrongFile is where the answers stand that were not held to be right.
const WrongFile = "wrong.jsonl"

// exportedPassage is a line of corpus.jsonl.
type exportedPassage struct {
	ID    string `json:"_id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// exportedQuery is a line of queries.jsonl, in the form that ReadQueries reads.
type exportedQuery struct {
	ID   string       `json:"_id"`
	Text string       `json:"text"`
	Gold exportedGold `json:"metadata"`
}

type exportedGold struct {
	Answers    []string        `json:"answers"`
	Numeric    bool            `json:"numeric"`
	Answerable bool            `json:"answerable"`
	Standalone bool            `json:"standalone"`
	History    []asking.Turn   `json:"history,omitempty"`
	Quote      string          `json:"quote,omitempty"`
	More       []exportedQuote `json:"more,omitempty"`
	Op         string          `json:"op,omitempty"`
	Value      string          `json:"value,omitempty"`
	Unit       string          `json:"unit,omitempty"`
}

type exportedQuote struct {
	Quote string `json:"quote"`
}

// wrongAnswer is a line of WrongFile.
type wrongAnswer struct {
	ID      string        `json:"_id"`
	Text    string        `json:"text"`
	History []asking.Turn `json:"history,omitempty"`
	Right   int           `json:"right"`
	Wrong   int           `json:"wrong"`
	Answer  say.Answer    `json:"answer"`
}

// Export writes answers that people have rated as a BEIR folder, which must not be
// there or be empty: the articles as corpus.jsonl, the questions that more held to
// be answered right than wrong with what was answered as queries.jsonl, the passages
// that were cited as qrels/test.tsv, and the others as wrong.jsonl.
func Export(dir string, articles []news.Article, rated []Rated) (Exported, error) {
	var done Exported
	if left, err := os.ReadDir(dir); err == nil && len(left) > 0 {
		return done, fmt.Errorf("the folder %s is not empty", dir)
	}
	if err := os.MkdirAll(filepath.Join(dir, "qrels"), 0o750); err != nil {
		return done, fmt.Errorf("make the folder: %w", err)
	}
	passages := passagesOf(articles)
	known := map[string]bool{}
	for _, p := range passages {
		known[p.ID] = true
	}
	var queries []exportedQuery
	var wrong []wrongAnswer
	grades := []string{"query-id\tcorpus-id\tscore"}
	for i, r := range rated {
		id := fmt.Sprintf("rated-%04d", i+1)
		switch {
		case r.Right <= r.Wrong:
			wrong = append(wrong, wrongAnswer{id, r.Question, r.History, r.Right, r.Wrong, r.Answer})
			continue
		case slices.ContainsFunc(r.Answer.Citations, func(c say.Citation) bool { return !known[c.Paragraph] }):
			done.Gone++
			continue
		}
		queries = append(queries, exportedQuery{id, r.Question, r.gold()})
		grades = append(grades, r.grades(id)...)
	}
	done.Right, done.Wrong = len(queries), len(wrong)
	return done, errors.Join(writeLines(CorpusFile(dir), passages), writeLines(filepath.Join(dir, "queries.jsonl"), queries),
		writeLines(filepath.Join(dir, WrongFile), wrong),
		os.WriteFile(filepath.Join(dir, "qrels", "test.tsv"), []byte(strings.Join(grades, "\n")+"\n"), 0o600))
}

func passagesOf(articles []news.Article) (all []exportedPassage) {
	for _, a := range articles {
		for _, p := range a.Paragraphs {
			all = append(all, exportedPassage{p.ID, a.Title, p.Text})
		}
		for _, n := range a.Notes {
			all = append(all, exportedPassage{n.ID, a.Title, n.Text})
		}
	}
	return all
}

// gold is what a right answer says of its question. What was not answered is held
// to be not in the articles.
func (r Rated) gold() exportedGold {
	a := r.Answer
	g := exportedGold{Answers: []string{}, Answerable: !a.Refused, Standalone: len(r.History) == 0, History: r.History}
	if a.Refused {
		return g
	}
	for i, c := range a.Citations {
		if i == 0 {
			g.Quote = c.Quote
		} else {
			g.More = append(g.More, exportedQuote{c.Quote})
		}
	}
	switch d, derived := firstDerived(a); {
	case derived:
		g.Answers, g.Numeric, g.Op, g.Value, g.Unit = []string{d.Text}, true, d.Op, d.Value, d.Unit
	case firstIsAsked(a):
		g.Answers, g.Numeric = []string{a.Figures[0].Text}, true
	default:
		g.Answers = []string{strings.TrimSpace(bracketed.ReplaceAllString(a.Text, ""))}
	}
	return g
}

// firstDerived is the figure that was worked out as the answer: the first that does
// not only count articles.
func firstDerived(a say.Answer) (say.Derived, bool) {
	if len(a.Derived) == 0 || a.Derived[0].Op == "count" {
		return say.Derived{}, false
	}
	return a.Derived[0], true
}

var (
	bracketed = regexp.MustCompile(`\s*\[\d+\]`)
	// saidAlone is what follows a figure that is the answer, and not a part of a sentence.
	saidAlone = regexp.MustCompile(`^(（[^）]*）|\([^)]*\))?\s*\[\d+\]`)
)

// firstIsAsked says that the answer is its first figure.
func firstIsAsked(a say.Answer) bool {
	text := []rune(a.Text)
	for _, m := range a.Marks {
		if m.Figure == 0 && len(a.Figures) > 0 && m.End <= len(text) && saidAlone.MatchString(string(text[m.End:])) {
			return true
		}
	}
	return false
}

// grades judge the passages that were cited, for a question that can be understood
// by itself.
func (r Rated) grades(id string) (lines []string) {
	if len(r.History) > 0 || r.Answer.Refused {
		return nil
	}
	seen := map[string]bool{}
	for _, c := range r.Answer.Citations {
		if !seen[c.Paragraph] {
			seen[c.Paragraph] = true
			lines = append(lines, id+"\t"+c.Paragraph+"\t1")
		}
	}
	return lines
}

// writeLines writes a line of JSON for each.
func writeLines[T any](path string, lines []T) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("write the question set: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	out := bufio.NewWriter(f)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, line := range lines {
		if err := encoder.Encode(line); err != nil {
			return fmt.Errorf("write the question set: %w", err)
		}
	}
	return out.Flush()
}
