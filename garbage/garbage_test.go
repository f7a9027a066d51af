package garbage

import (
	"context"
	"runtime"
	"runtime/debug"
	"testing"
)

func TestASmallCollectionMayLeaveMoreGarbage(t *testing.T) {
	for live, want := range map[uint64]int{0: 50, 24 << 20: 200, 96 << 20: 50, 1 << 32: 50} {
		if got := percentFor(live); got != want {
			t.Errorf("%d bytes in use: %d %%, want %d", live, got, want)
		}
	}
}

func TestTuneLeavesASmallHeapMoreOfTheCollector(t *testing.T) {
	t.Setenv("GOGC", "")
	defer debug.SetGCPercent(debug.SetGCPercent(percent))
	runtime.GC()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Tune(ctx); err != nil {
		t.Fatal(err)
	}
	if got := debug.SetGCPercent(percent); got <= percent {
		t.Errorf("with a small heap it collects at %d %%", got)
	}
}
