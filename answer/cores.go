package answer

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// onAllCores calls work for 0 to n-1, on all cores. Where it panics, so does
// onAllCores: in a goroutine of its own a panic would end the program.
func onAllCores(n int, work func(i int)) {
	var next atomic.Int64
	var broken atomic.Pointer[any]
	each := func() {
		defer func() {
			if p := recover(); p != nil {
				broken.Store(&p)
			}
		}()
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			work(i)
		}
	}
	var others sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) - 1 {
		others.Go(each)
	}
	each()
	others.Wait()
	if p := broken.Load(); p != nil {
		panic(*p)
	}
}
