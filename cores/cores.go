// Package cores shares work among the cores.
package cores

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Each calls work for 0 to n-1, on all cores, in about that order. Where it panics, so
// does Each: in a goroutine of its own a panic would end the program.
func Each(n int, work func(i int)) { share(0, n, work) }

// worthSharing is how long work must take for another core to be woken for it, which takes
// some 20 µs of processor time.
const worthSharing = 60 * time.Microsecond

// EachShort is Each for calls that may take next to no time: where the first shows that
// they do, one core makes them all.
func EachShort(n int, work func(i int)) {
	if n == 0 {
		return
	}
	begin := time.Now()
	work(0)
	if time.Since(begin)*time.Duration(n-1) > worthSharing {
		share(1, n, work)
		return
	}
	for i := 1; i < n; i++ {
		work(i)
	}
}

// Where there is much to do it is little at a time, so that it is not fetched one by one:
// about so many portions for each core, and no more at once, so that the cores end together.
const (
	portions   = 8
	mostAtOnce = 16
)

func share(from, n int, work func(i int)) {
	workers := min(n-from, runtime.GOMAXPROCS(0))
	step := min((n-from)/(portions*workers+1)+1, mostAtOnce)
	var next atomic.Int64
	next.Store(int64(from))
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
