package soak

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"youju/bot/telegramtest"
	"youju/web"
)

// smallDisk is a folder on a disk of 1 MiB.
func smallDisk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("skipped: a disk of 1 MiB needs the right to mount a tmpfs: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Errorf("the small disk stays mounted: %v", err)
		}
	})
	return folder
}

// fill takes all the room that is left on a disk.
func fill(t *testing.T, folder string) (free func()) {
	t.Helper()
	ballast := filepath.Join(folder, "ballast")
	f, err := os.Create(ballast)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 512))
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	f.Close()
	return func() {
		if err := os.Remove(ballast); err != nil {
			t.Error(err)
		}
	}
}

// TestFullDisk: while nothing can be kept nothing is confirmed, readiness says
// why, and when there is room again every question is answered.
func TestFullDisk(t *testing.T) {
	t.Parallel() // it waits, mostly
	disk := smallDisk(t)
	s := telegramtest.New(t)
	p := newProgram(t, s.URL(), nil)
	c := newCrowd(t, s, p, 20, small(t, p)...)
	p.env["YOUJU_DATA"] = disk
	p.start()
	for round := range sized(2, 6) {
		p.ready()
		// Few enough that what is kept of them fits on the disk.
		stop := c.keepAsking(100 * time.Millisecond)
		time.Sleep(time.Second)
		free := fill(t, disk)
		eventually(t, 20*time.Second, "a word on the full disk", func() bool {
			state, err := web.Ready(context.Background(), p.http)
			return err == nil && len(state.Troubles) > 0
		})
		time.Sleep(time.Second)
		stop()
		if round%2 == 1 { // a crash on top of it
			p.kill()
		}
		free()
		if round%2 == 1 {
			p.start()
		}
		c.settled(time.Minute)
	}
	conclude(t, c, p, "a full disk")
}
