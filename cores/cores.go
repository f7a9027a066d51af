// Package cores shares work among the cores.
package cores

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls work for 0 to n-1, on all cores, in about that order. Where it panics, so
// does Each: in a goroutine of its own a panic would end the program.
func Each(n int, work func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	step := min(n/(portions*workers+1)+1, mostAtOnce)
	var next atomic.Int64
	var broken atomic.Pointer[any]
	run := func() {
		defer func() {
			if p := recover(); p != nil {
				broken.Store(&p)
			}
		}()
		for to := int(next.Add(int64(step))); to-step < n; to = int(next.Add(int64(step))) {
			for i := to - step; i < min(to, n); i++ {
				work(i)
			}
		}
	}
	var others sync.WaitGroup
	for range workers - 1 {
		others.Go(run)
	}
	run()
	others.Wait()
	if p := broken.Load(); p != nil {
		panic(*p)
	}
}

// Where there is much to do it is little at a time, so that it is not fetched one by one:
// about so many portions for each core, and no more at once, so that the cores end together.
const (
	portions   = 8
	mostAtOnce = 16
)
