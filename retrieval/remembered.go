package retrieval

import "sync"

// remembered is what was worked out of texts that were asked about lately: an answer
// asks for the same sentences, clauses and names again and again, and so do the
// questions that are tried below it. What was not asked for since as much as fits was
// worked out is forgotten. It is safe for concurrent use.
type remembered[V any] struct {
	mu         sync.Mutex
	young, old map[string]V
	bytes      int // of the texts of young
}

// rememberedBytes bounds the texts of each generation; sets of their terms take
// about 20 times as much. An answer needs some 30 kB.
const rememberedBytes = 150_000

// of returns what belongs to a key, made by work if it is not known; size is that of
// its text, in bytes.
func (r *remembered[V]) of(key string, size int, work func() V) V {
	if value, known := r.find(key, size); known {
		return value
	}
	value := work()
	r.keep(key, size, value)
	return value
}

// find returns what belongs to a key, if it is known.
func (r *remembered[V]) find(key string, size int) (V, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if value, known := r.young[key]; known {
		return value, true
	}
	value, known := r.old[key]
	if known {
		r.add(key, size, value)
	}
	return value, known
}

func (r *remembered[V]) keep(key string, size int, value V) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.add(key, size, value)
}

func (r *remembered[V]) add(key string, size int, value V) {
	if r.young == nil || r.bytes+size > rememberedBytes {
		r.young, r.old, r.bytes = map[string]V{}, r.young, 0
	}
	r.young[key] = value
	r.bytes += size
}
