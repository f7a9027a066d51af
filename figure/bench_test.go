package figure_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"youju/figure"
)

// newsParagraphs are real paragraphs from beside the repository; the benchmark
// is skipped without them.
func newsParagraphs(b *testing.B, most int) []string {
	b.Helper()
	file, err := os.Open("../../shared/load/devzone_news.jsonl")
	if err != nil {
		b.Skipf("the news are not beside the repository: %v", err)
	}
	defer func() { _ = file.Close() }()
	var out []string
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() && len(out) < most {
		var article map[string]any
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			b.Fatalf("read the news: %v", err)
		}
		if text, ok := article["text"].(string); ok {
			out = append(out, text)
		}
	}
	return out
}

func BenchmarkFind(b *testing.B) {
	texts := newsParagraphs(b, 300)
	runes := 0
	for _, t := range texts {
		runes += len([]rune(t))
	}
	for b.Loop() {
		for _, t := range texts {
			figure.Find(t)
		}
	}
	b.ReportMetric(float64(runes)*float64(b.N)/b.Elapsed().Seconds(), "runes/s")
}
