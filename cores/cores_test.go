package cores_test

import (
	"runtime"
	"sync/atomic"
	"testing"

	"youju/cores"
)

func TestEachIsCalledOnce(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	for _, n := range []int{0, 1, 2, 3, 26, 27, 400, 1001} {
		calls := make([]atomic.Int32, n)
		cores.Each(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Fatalf("of %d, %d was called %d times", n, i, got)
			}
		}
	}
}

func TestAPanicReachesTheCaller(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	for _, broken := range []int{0, 7, 499} {
		func() {
			defer func() {
				if got := recover(); got != "broken" {
					t.Errorf("got %v where %d breaks", got, broken)
				}
			}()
			cores.Each(500, func(i int) {
				if i == broken {
					panic("broken")
				}
			})
		}()
	}
}
