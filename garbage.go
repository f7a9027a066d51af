package main

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// garbagePercent is how much may be allocated beside what is in use before it is
// collected. An index is large and an answer small: Go's own 100 would double the
// program for next to nothing.
const garbagePercent = 50

func collectGarbage(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// leastGarbage is how much may be allocated in any case: over few articles half of what
// is in use would be collected every few dozen answers, which was a tenth of the processor
// time that they took.
const (
	leastGarbage = 48 << 20
	tuneEvery    = 10 * time.Second // articles may become many
)

// tune lets a small collection have leastGarbage.
func tune(ctx context.Context) error {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	set := garbagePercent
	for tick := time.NewTicker(tuneEvery); ; {
		metrics.Read(live)
		if percent := percentFor(live[0].Value.Uint64()); percent != set {
			collectGarbage(percent)
			set = percent
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil
		}
	}
}

// percentFor is for so many bytes in use, 0 where that is not known yet.
func percentFor(live uint64) int {
	if live == 0 {
		return garbagePercent
	}
	return max(garbagePercent, int(leastGarbage*100/live))
}
