package index

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
)

// newsOfLoad are some texts of news that are not part of the repository.
func newsOfLoad(b *testing.B, most int) []string {
	b.Helper()
	file, err := os.Open("../../../shared/load/crud_news_20k.jsonl")
	if err != nil {
		b.Skipf("the load set is not at hand: %v", err)
	}
	defer func() { _ = file.Close() }()
	var out []string
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() && len(out) < most {
		var article struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			b.Fatalf("read the news: %v", err)
		}
		out = append(out, article.Text)
	}
	return out
}

// BenchmarkTerms takes texts of news apart.
func BenchmarkTerms(b *testing.B) {
	t, err := NewTokenizer()
	if err != nil {
		b.Fatal(err)
	}
	texts := newsOfLoad(b, 100)
	runes := 0
	for _, text := range texts {
		runes += len([]rune(text))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			t.Terms(text)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/float64(runes), "ns/rune")
}
