package retrieval

import "sync"

// remembered are the sets of terms of the texts that were asked about lately: an
// answer asks for the same sentences, clauses and names again and again, and so do
// the questions that are tried below it. It is safe for concurrent use.
type remembered struct {
	mu    sync.Mutex
	sets  map[string]map[string]bool // by text
	bytes int                        // of the texts
}

// rememberedBytes bounds the texts; their sets take about 25 times as much. An
// answer needs some 30 kB.
const rememberedBytes = 200_000

// of returns the set of a text, made by work if it is not known.
func (r *remembered) of(text string, work func() map[string]bool) map[string]bool {
	r.mu.Lock()
	set, known := r.sets[text]
	r.mu.Unlock()
	if known {
		return set
	}
	set = work()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sets == nil || r.bytes+len(text) > rememberedBytes {
		r.sets, r.bytes = map[string]map[string]bool{}, 0
	}
	r.sets[text] = set
	r.bytes += len(text)
	return set
}
