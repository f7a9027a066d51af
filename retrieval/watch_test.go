package retrieval

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"youju/news"
)

// diary is a log that may be read while it is written.
type diary struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (d *diary) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.text.Write(p)
}

func (d *diary) String() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.text.String()
}

// watched is a corpus that watches a folder until the test ends.
type watched struct {
	*Corpus
	dir string
	log *diary
}

// watch fills a corpus with what dir holds, calls between, and then watches.
func watch(t *testing.T, e Embedder, dir string, between func()) watched {
	t.Helper()
	w := watched{opened(t, e, t.TempDir()), dir, &diary{}}
	articles, problems := news.Read(t.Context(), dir)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	replace(t, w.Corpus, articles...)
	between()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.Watch(ctx, []string{dir}, 5*time.Millisecond, slog.New(slog.NewTextHandler(w.log, nil)))
	}()
	t.Cleanup(func() {
		cancel()
		<-ended
	})
	return w
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(60 * time.Second); !holds(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it never happened: %s", what)
		}
	}
}

func (w watched) serves(text string) bool {
	for _, a := range w.Snapshot().Articles() {
		for _, p := range a.Paragraphs {
			if strings.Contains(p.Text, text) {
				return true
			}
		}
	}
	return false
}

func (w watched) said(parts ...string) bool {
	for line := range strings.Lines(w.log.String()) {
		all := true
		for _, part := range parts {
			all = all && strings.Contains(line, part)
		}
		if all {
			return true
		}
	}
	return false
}

const (
	zoneA = "---\ntitle: 甲园区的一年\n---\n\n甲园区去年引进了一百五十四个项目，总投资很大。\n"
	zoneB = "---\ntitle: 乙园区的一年\n---\n\n乙园区去年办理了三百件企业的事情，评价很好。\n"
)

func TestWatchFollowsTheFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", zoneA)
	w := watch(t, newStub(), dir, func() {})

	write(t, dir, "b.md", zoneB)
	eventually(t, "b.md is served", func() bool { return w.serves("三百件") && w.serves("一百五十四个") })
	eventually(t, "the log says so", func() bool { return w.said("level=INFO", "articles=2", "added=1", "removed=0") })

	write(t, dir, "b.md", strings.Replace(zoneB, "三百件", "五千件", 1))
	eventually(t, "b.md is served as changed", func() bool { return w.serves("五千件") && !w.serves("三百件") })
	eventually(t, "the log says so", func() bool { return w.said("level=INFO", "articles=2", "added=1", "removed=1") })

	write(t, dir, "bad.md", "\x00\x01\x02\x00\xff")
	eventually(t, "bad.md is reported", func() bool { return w.said("level=WARN", "bad.md") })
	if !w.serves("一百五十四个") || !w.serves("五千件") {
		t.Error("a bad file took the others with it")
	}

	if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
		t.Fatal(err)
	}
	eventually(t, "a.md is gone", func() bool { return !w.serves("一百五十四个") && w.serves("五千件") })
	eventually(t, "the log says so", func() bool { return w.said("level=INFO", "articles=1", "added=0", "removed=1") })
}

func TestWatchSeesWhatChangedBeforeItsFirstLook(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", zoneA)
	w := watch(t, newStub(), dir, func() { write(t, dir, "b.md", zoneB) })
	eventually(t, "b.md is served", func() bool { return w.serves("三百件") })
}

func TestWatchFollowsLinks(t *testing.T) {
	files, parent := t.TempDir(), t.TempDir()
	target := t.TempDir()
	write(t, files, "a.md", zoneA)
	write(t, target, "b.md", zoneB)
	link := filepath.Join(parent, "articles")
	if err := os.Symlink(files, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := os.Symlink(filepath.Join(target, "b.md"), filepath.Join(files, "b.md")); err != nil {
		t.Fatal(err)
	}
	w := watch(t, newStub(), link, func() {})
	eventually(t, "both are served", func() bool { return w.serves("一百五十四个") && w.serves("三百件") })
	time.Sleep(20 * time.Millisecond) // past the first look, which reads in any case
	write(t, target, "b.md", strings.Replace(zoneB, "三百件", "五千零一件", 1))
	eventually(t, "the link's target is served as changed", func() bool { return w.serves("五千零一件") })
	write(t, files, "a.md", strings.Replace(zoneA, "甲园区去年", "甲园区前几年", 1))
	eventually(t, "the linked folder is served as changed", func() bool { return w.serves("甲园区前几年") })
}

func TestWatchTriesAgain(t *testing.T) {
	dir, e := t.TempDir(), newStub()
	write(t, dir, "a.md", zoneA)
	w := watch(t, e, dir, func() {
		e.setSpoil(func(string, []float32) ([]float32, error) { return nil, errors.New("the encoder is down") })
	})
	write(t, dir, "b.md", zoneB)
	eventually(t, "the failure is logged", func() bool { return w.said("level=ERROR", "the encoder is down") })
	if !w.serves("一百五十四个") || w.serves("三百件") {
		t.Error("the old collection does not serve on")
	}
	e.setSpoil(nil)
	eventually(t, "it is taken in after all", func() bool { return w.serves("三百件") })
}

func TestNothingChangedNothingSaid(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", zoneA)
	w := watch(t, newStub(), dir, func() {})
	old := w.Snapshot()
	time.Sleep(60 * time.Millisecond)
	if err := os.Chtimes(filepath.Join(dir, "a.md"), time.Time{}, time.Now().Add(time.Hour)); err != nil { // the same text
		t.Fatal(err)
	}
	time.Sleep(60 * time.Millisecond)
	if w.log.String() != "" || w.Snapshot() != old {
		t.Errorf("the log says %s", w.log)
	}
}
