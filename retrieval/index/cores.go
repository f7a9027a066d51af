package index

import (
	"runtime"
	"sync"
)

// onAllCores does work for 0 to n-1, some of it on each core.
func onAllCores(n int, work func(i int)) {
	cores := runtime.GOMAXPROCS(0)
	var working sync.WaitGroup
	for core := range cores {
		working.Go(func() {
			for i := core; i < n; i += cores {
				work(i)
			}
		})
	}
	working.Wait()
}
