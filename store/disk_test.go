package store

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A full disk refuses changes, each with an error; what was acknowledged stays, and
// work goes on when there is room.
func TestAFullDiskLosesNothing(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "none", dir).CombinedOutput(); err != nil {
		t.Skipf("no file system of 1 MiB can be mounted here: %s", out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("umount: %s", out)
		}
	})
	path, ballast := filepath.Join(dir, FileName), filepath.Join(dir, "ballast")
	must(t, os.WriteFile(ballast, make([]byte, 300<<10), 0o600))
	c := newClock()
	s, err := Open(t.Context(), path, Options{Clock: c.Now})
	must(t, err)
	kept := map[int64]bool{}
	refused := 0
	for id := int64(1); id <= 1000 && refused < 20; id++ {
		u := upd(id)
		u.Body = []byte(strings.Repeat("问", 2000))
		if _, err := s.Journal(t.Context(), u); err == nil {
			kept[id] = true
		} else {
			refused++
		}
	}
	if refused == 0 {
		t.Fatal("the disk did not fill")
	}
	holds := func(when string) {
		t.Helper()
		found := map[int64]bool{}
		for _, id := range pendingIDs(t, s) {
			found[id] = true
		}
		for id := range kept {
			if !found[id] {
				t.Errorf("%s: update %d is lost", when, id)
			}
		}
		if len(found) > len(kept) {
			t.Errorf("%s: %d updates, %d were acknowledged", when, len(found), len(kept))
		}
	}
	holds("while it is full")
	if err := s.SaveDerived(t.Context(), Derived{"c", "index", "m"}, make([]byte, 2<<20)); err == nil {
		t.Error("2 MiB fitted into a full disk")
	}
	if err := s.Close(); err != nil {
		t.Log("close:", err) // the log may not fit into the file
	}
	must(t, os.Remove(ballast))
	s = opened(t, path, c)
	holds("after a restart")
	if _, err := s.Journal(t.Context(), upd(5000)); err != nil {
		t.Errorf("there is room and it is refused: %v", err)
	}
	if _, err := s.Finish(t.Context(), Outcome{Update: 5000, State: Answered, Messages: []Message{{Talk: alice, Method: "m"}}}); err != nil {
		t.Error(err)
	}
	if damage, err := s.Check(t.Context()); err != nil || len(damage) > 0 {
		t.Errorf("damage %v, %v", damage, err)
	}
	t.Logf("%d updates acknowledged, %d refused, none lost", len(kept), refused)
}
