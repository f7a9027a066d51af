package cores_test

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"youju/cores"
)

// shared are the ways of sharing, and somewhat what is worth it and what is not.
var (
	shared   = []func(n int, work func(i int)){cores.Each, cores.EachShort}
	somewhat = []time.Duration{0, time.Millisecond}
)

func TestEachIsCalledOnce(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	for i, each := range shared {
		for _, takes := range somewhat {
			for _, n := range []int{0, 1, 2, 3, 26, 27, 400} {
				calls := make([]atomic.Int32, n)
				each(n, func(i int) {
					calls[i].Add(1)
					time.Sleep(takes)
				})
				for j := range calls {
					if got := calls[j].Load(); got != 1 {
						t.Fatalf("way %d, of %d that take %v, %d was called %d times", i, n, takes, j, got)
					}
				}
			}
		}
	}
}

func TestAPanicReachesTheCaller(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	for i, each := range shared {
		for _, takes := range somewhat {
			for _, broken := range []int{0, 7, 49} {
				func() {
					defer func() {
						if got := recover(); got != "broken" {
							t.Errorf("way %d: got %v where %d of those that take %v breaks", i, got, broken, takes)
						}
					}()
					each(50, func(i int) {
						if i == broken {
							panic("broken")
						}
						time.Sleep(takes)
					})
				}()
			}
		}
	}
}

func TestLongWorkIsShared(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	for _, each := range shared {
		var three sync.WaitGroup
		three.Add(3)
		each(4, func(i int) {
			if i == 0 {
				time.Sleep(time.Millisecond)
				return
			}
			three.Done()
			three.Wait() // ends only where three are at work
		})
	}
}
