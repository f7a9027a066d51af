package main

import (
	vm "github.com/VictoriaMetrics/metrics"

	"youju/retrieval"
)

// newRegistry holds what /metrics shows: the program, the process, and the size
// of the collection.
func newRegistry(corpus *retrieval.Corpus) *vm.Set {
	set := vm.NewSet()
	size := func(name string, of func(*retrieval.Snapshot) int) {
		set.NewGauge(name, func() float64 { return float64(of(corpus.Snapshot())) })
	}
	size("youju_index_articles", func(s *retrieval.Snapshot) int { return len(s.Articles()) })
	size("youju_index_paragraphs", func(s *retrieval.Snapshot) (n int) {
		for _, a := range s.Articles() {
			n += len(a.Paragraphs)
		}
		return n
	})
	size("youju_index_complete", func(s *retrieval.Snapshot) int { // 0: words alone decide what is found
		if s.Complete() {
			return 1
		}
		return 0
	})
	set.RegisterMetricsWriter(vm.WriteProcessMetrics)
	return set
}
