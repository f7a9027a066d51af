package retrieval

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"youju/retrieval/index"
	"youju/store"
)

// loadFile is a collection of news that is not part of the repository.
const loadFile = "../../shared/load/crud_news_20k.jsonl"

// BenchmarkOpenAgain opens 10 000 passages that were indexed before, as a process
// does: the store, the file, the articles, the index, the vectors. Their vectors
// have the size of the built-in model's and are made up, since making them would
// take most of an hour. It reports when questions can be asked and, apart, when the
// ledger is there too.
func BenchmarkOpenAgain(b *testing.B) {
	path := firstLines(b, loadFile, 6750)
	e, dir := newStub(), b.TempDir()
	e.dims = 512
	process := func(b *testing.B, wait bool) *Corpus {
		kept, err := store.Open(context.Background(), filepath.Join(dir, store.FileName), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		c := open(Options{Embedder: e, Store: kept, Collection: "load", Mark: "a benchmark", Warn: func(err error) { b.Error(err) }}, index.NewTokenizer)
		articles, problems := c.Read(context.Background(), path)
		if len(problems) > 0 {
			b.Fatal(problems)
		}
		if err := c.Replace(context.Background(), articles); err != nil {
			b.Fatal(err)
		}
		if wait {
			c.Snapshot().Ledger()
		}
		b.StopTimer()
		c.Close()
		if err := kept.Close(); err != nil {
			b.Fatal(err)
		}
		return c
	}
	c := process(b, true)
	passages := len(c.Snapshot().passages)
	e.newly()
	for _, wait := range []bool{false, true} {
		name := map[bool]string{false: "questions", true: "ledger"}[wait]
		b.Run(name, func(b *testing.B) {
			for range b.N {
				b.StartTimer()
				process(b, wait)
			}
			b.ReportMetric(float64(passages), "passages")
		})
	}
	if n := e.newly(); n > 0 {
		b.Errorf("%d texts were embedded again", n)
	}
}

// firstLines copies the first lines of a file into one of their own.
func firstLines(b *testing.B, from string, n int) string {
	b.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		b.Skipf("the load set is not at hand: %v", err)
	}
	end := 0
	for range n {
		next := bytes.IndexByte(data[end:], '\n')
		if next < 0 {
			break
		}
		end += next + 1
	}
	path := filepath.Join(b.TempDir(), "load.jsonl")
	if err := os.WriteFile(path, data[:end], 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}
