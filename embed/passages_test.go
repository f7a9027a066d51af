package embed

import (
	"testing"

	"pgregory.net/rapid"
)

func TestBatchesHoldEachTextOnceTheLongestFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := make([][]int32, rapid.IntRange(0, 60).Draw(t, "texts"))
		for i := range ids {
			ids[i] = make([]int32, rapid.IntRange(2, MaxTokens).Draw(t, "tokens"))
		}
		seen, before := make(map[int]bool), MaxTokens
		for _, batch := range batchByLength(ids) {
			tokens := 0
			for _, text := range batch {
				if seen[text] || len(ids[text]) > before {
					t.Fatalf("text %d, of %d tokens, after one of %d", text, len(ids[text]), before)
				}
				seen[text], before = true, len(ids[text])
				tokens += before
			}
			if len(batch) == 0 || tokens > MaxTokens {
				t.Fatalf("a batch of %d texts and %d tokens", len(batch), tokens)
			}
		}
		if len(seen) != len(ids) {
			t.Fatalf("%d of %d texts are in batches", len(seen), len(ids))
		}
	})
}
