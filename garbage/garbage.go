// Package garbage says how much garbage is left lying before it is collected.
package garbage

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// percent is how much may be allocated beside what is in use before it is collected.
// An index is large and an answer small: Go's own 100 would double the program for
// next to nothing.
const percent = 50

// Collect sets what holds for every command, unless GOGC is set.
func Collect() { collectAt(percent) }

func collectAt(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// least is how much may be allocated in any case: over few articles half of what
// is in use would be collected every few dozen answers, which was a tenth of the processor
// time that they took.
const (
	least     = 48 << 20
	tuneEvery = time.Second // articles may become many
)

// Tune lets a program that goes on have at least 48 MiB of garbage, until ctx is done.
func Tune(ctx context.Context) error {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	set := percent
	for tick := time.NewTicker(tuneEvery); ; {
		metrics.Read(live)
		if fit := percentFor(live[0].Value.Uint64()); fit != set {
			collectAt(fit)
			set = fit
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
		return percent
	}
	return max(percent, int(least*100/live))
}
