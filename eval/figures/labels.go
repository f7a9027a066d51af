// Package figures measures the ledger against figures that people labelled.
// testdata/figures/README.md says what counts as right.
package figures

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"youju/news"
	"youju/retrieval/ledger"
)

// Label is a labelled figure: its place (runes of the passage) and what it means.
// Whose it is, what it measures and when are places in the passage too, so that no
// text is copied; Sample.Read fills in their words.
type Label struct {
	Window
	Value     string  `json:"value"`
	Unit      string  `json:"unit"`
	Kind      string  `json:"kind"`
	EntityAt  *[2]int `json:"entity"`
	MetricAt  *[2]int `json:"metric"`
	PeriodAt  *[2]int `json:"period"`
	Direction string  `json:"direction"`
	subject
}

// subject is the words of a label.
type subject struct {
	Entity, Metric, Period string
}

// Window is a stretch of a passage in which every figure is labelled.
type Window struct {
	Set   string `json:"set"`
	ID    string `json:"passage"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Sample is what was labelled.
type Sample struct {
	Labels  []Label
	Windows []Window
}

// ReadSample reads labels.jsonl and windows.jsonl of a folder.
func ReadSample(dir string) (Sample, error) {
	labels, err := readLines[Label](filepath.Join(dir, "labels.jsonl"), nil)
	if err != nil {
		return Sample{}, err
	}
	windows, err := readLines[Window](filepath.Join(dir, "windows.jsonl"), nil)
	return Sample{labels, windows}, err
}

// readLines reads the lines of a file that wanted, where it is given, accepts: a set has
// many that no window lies in.
func readLines[T any](path string, wanted func(line []byte) bool) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the sample: %w", err)
	}
	defer f.Close()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		if wanted != nil && !wanted(lines.Bytes()) {
			continue
		}
		var one T
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("read the sample: %s, line %d: %w", path, n, err)
		}
		out = append(out, one)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the sample: %s: %w", path, err)
	}
	return out, nil
}

// passage is a line of a set's corpus.
type passage struct {
	ID       string `json:"_id"`
	Title    string `json:"title"`
	Text     string `json:"text"`
	Metadata struct {
		Date string `json:"date"`
	} `json:"metadata"`
}

// Read reads with reader the passages of the sample from the sets under dir, fills
// in the words of its labels, and returns the entries that lie in its windows, in the windows' order.
func (s Sample) Read(dir string, reader *ledger.Reader) (map[Window][]ledger.Entry, error) {
	wanted := map[string]map[string][]Window{}
	for _, w := range s.Windows {
		if wanted[w.Set] == nil {
			wanted[w.Set] = map[string][]Window{}
		}
		wanted[w.Set][w.ID] = append(wanted[w.Set][w.ID], w)
	}
	out := map[Window][]ledger.Entry{}
	for set, ids := range wanted {
		passages, err := readLines[passage](file(dir, set), func(line []byte) bool {
			for id := range ids {
				if bytes.Contains(line, []byte(id)) {
					return true
				}
			}
			return false
		})
		if err != nil {
			return nil, err
		}
		for _, p := range passages {
			windows := ids[p.ID]
			if len(windows) == 0 {
				continue
			}
			s.fill(set, p)
			entries := reader.Read(p.article())
			for _, w := range windows {
				out[w] = inside(w, entries)
			}
		}
	}
	return out, nil
}

// file is where the passages of a set lie: a folder under dir, or a file of passages
// beside it.
func file(dir, set string) string {
	if strings.HasSuffix(set, ".jsonl") {
		return filepath.Join(dir, set)
	}
	return filepath.Join(dir, set, "corpus.jsonl")
}

// fill gives the labels of a passage their words.
func (s Sample) fill(set string, p passage) {
	text := []rune(p.Text)
	words := func(at *[2]int) string {
		if at == nil || at[0] < 0 || at[0] > at[1] || at[1] > len(text) {
			return ""
		}
		return string(text[at[0]:at[1]])
	}
	for i := range s.Labels {
		if l := &s.Labels[i]; l.Set == set && l.ID == p.ID {
			l.Entity, l.Metric, l.Period = words(l.EntityAt), words(l.MetricAt), words(l.PeriodAt)
		}
	}
}

// article is a passage in one paragraph, so that offsets are the passage's.
func (p passage) article() news.Article {
	return news.Article{ID: p.ID, Title: p.Title, Date: p.Metadata.Date, Paragraphs: []news.Paragraph{{ID: p.ID, Text: p.Text}}}
}

func inside(w Window, entries []ledger.Entry) []ledger.Entry {
	var out []ledger.Entry
	for _, e := range entries {
		if e.Start >= w.Start && e.End <= w.End {
			out = append(out, e)
		}
	}
	return out
}
