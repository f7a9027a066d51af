package embed

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestATextAllocatesNothingButItsVector(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the model")
	}
	e := openForTest(t)
	for _, n := range []int{2, 32, questionTokens, questionTokens + 1, MaxTokens} {
		ids := someTokens(n)
		encode := func() {
			if _, err := e.EncodeTokens(ids); err != nil {
				t.Fatal(err)
			}
		}
		least := math.Inf(1) // sync.Pool may forget a scratch now and then, and does so on purpose under the race detector
		for range 5 {
			least = min(least, testing.AllocsPerRun(1, encode))
		}
		if least > 1 {
			t.Errorf("%d tokens: %v allocations", n, least)
		}
	}
}

func TestALongQuestionAllocatesNoMoreThanAShortOne(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the model")
	}
	e := openForTest(t)
	count := func(question string) float64 {
		return testing.AllocsPerRun(3, func() {
			if _, err := e.EmbedQuery(t.Context(), question); err != nil {
				t.Fatal(err)
			}
		})
	}
	const runes = questionTokens - 30 // with QueryPrefix
	if short, long := count("谁"), count(strings.Repeat("谁", runes)); long > short {
		t.Errorf("%v allocations for one character, %v for %d", short, long, runes)
	}
}

func TestTheEncoderIsSafeForConcurrentUse(t *testing.T) {
	e := openForTest(t)
	lengths := []int{3, 40, questionTokens, 200, MaxTokens}
	var alone [][]float32
	for _, n := range lengths {
		vector, err := e.EncodeTokens(someTokens(n))
		if err != nil {
			t.Fatal(err)
		}
		alone = append(alone, vector)
	}
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := range 2 * len(lengths) {
				which := (worker + i) % len(lengths)
				vector, err := e.EncodeTokens(someTokens(lengths[which]))
				if err != nil || !slices.Equal(vector, alone[which]) {
					t.Errorf("%d tokens beside others: error %v, or another vector", lengths[which], err)
				}
			}
		})
	}
	group.Wait()
}
