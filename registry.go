package main

import (
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"youju/retrieval"
)

// newRegistry holds what /metrics shows: the program, the process, and the size
// of the collection.
func newRegistry(corpus *retrieval.Corpus) *prometheus.Registry {
	r := prometheus.NewRegistry()
	size := func(name, help string, of func(*retrieval.Snapshot) int) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return float64(of(corpus.Snapshot())) })
	}
	r.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		size("youju_index_articles", "Articles that are served.", func(s *retrieval.Snapshot) int { return len(s.Articles()) }),
		size("youju_index_paragraphs", "Paragraphs that can be found.", func(s *retrieval.Snapshot) (n int) {
			for _, a := range s.Articles() {
				n += len(a.Paragraphs)
			}
			return n
		}),
	)
	return r
}
