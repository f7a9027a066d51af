package main

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"youju/answer/asking"
	"youju/answer/say"
)

func TestNoMoreQuestionsAtOnceThanCores(t *testing.T) {
	var now, most atomic.Int64
	busy := make(chan struct{})
	ask := inTurn(func(ctx context.Context, q asking.Question) (say.Answer, error) {
		n := now.Add(1)
		defer now.Add(-1)
		for before := most.Load(); n > before && !most.CompareAndSwap(before, n); before = most.Load() {
		}
		if q.Text == "breaks" {
			panic("broken")
		}
		<-busy
		return say.Answer{Text: q.Text}, nil
	})
	var waiting sync.WaitGroup
	for range 4 * runtime.GOMAXPROCS(0) {
		waiting.Go(func() {
			if a, err := ask(t.Context(), asking.Question{Text: "几台"}); err != nil || a.Text != "几台" {
				t.Errorf("%q, %v", a.Text, err)
			}
		})
	}
	for now.Load() < int64(runtime.GOMAXPROCS(0)) {
		runtime.Gosched()
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ask(ctx, asking.Question{}); !errors.Is(err, context.Canceled) {
		t.Errorf("who no longer waits gets %v", err)
	}
	close(busy)
	waiting.Wait()
	if n := most.Load(); n != int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("%d at once on %d cores", n, runtime.GOMAXPROCS(0))
	}
	for range 2 * runtime.GOMAXPROCS(0) { // a panic gives its turn back
		func() {
			defer func() { _ = recover() }()
			_, _ = ask(t.Context(), asking.Question{Text: "breaks"})
		}()
	}
}
