package embed

import "runtime"

// spare are things that are costly to make, kept for who needs one next, as many as there are cores. A sync.Pool would
// forget them at every second collection of garbage, which megabytes made anew bring nearer.
type spare[T any] chan T

func newSpare[T any]() spare[T] { return make(spare[T], runtime.GOMAXPROCS(0)) }

// take returns one that was given back, or a new one.
func (s spare[T]) take(make func() T) T {
	select {
	case one := <-s:
		return one
	default:
		return make()
	}
}

func (s spare[T]) giveBack(one T) {
	select {
	case s <- one:
	default:
	}
}
