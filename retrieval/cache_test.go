package retrieval

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"youju/news"
	"youju/retrieval/index"
)

func TestNothingIsEmbeddedTwice(t *testing.T) {
	e, dir := newStub(), t.TempDir()
	c := opened(t, e, dir)
	steps := []struct {
		name     string
		corpus   *Corpus
		articles []news.Article
		want     int
	}{
		{"at first", c, []news.Article{kunshan, guangzhou}, kunshanTexts + guangzhouTexts},
		{"again", c, []news.Article{kunshan, guangzhou}, 0},
		{"one more", c, []news.Article{kunshan, guangzhou, zhengzhou}, zhengzhouTexts},
		{"fewer", c, []news.Article{zhengzhou}, 0},
		{"those that were away", c, []news.Article{kunshan, zhengzhou}, 0},
		{"by another process", opened(t, e, dir), []news.Article{kunshan, guangzhou, zhengzhou}, 0},
		{"a known text elsewhere", c, []news.Article{article("转载", zhengzhou.Paragraphs[0].Text)}, 0},
		{"one text twice", c, []news.Article{article("甲", "新的文字"), article("乙", "新的文字")}, 1},
	}
	for _, step := range steps {
		replace(t, step.corpus, step.articles...)
		if got := e.newly(); got != step.want {
			t.Errorf("%s: %d texts were embedded, want %d", step.name, got, step.want)
		}
	}
}

func TestAnotherModelEmbedsAllAgain(t *testing.T) {
	dir := t.TempDir()
	replace(t, opened(t, newStub(), dir), kunshan)
	other := newStub()
	other.model, other.dims = "stub 2", 8
	replace(t, opened(t, other, dir), kunshan)
	if got := other.newly(); got != kunshanTexts {
		t.Errorf("%d texts were embedded, want %d", got, kunshanTexts)
	}
	first := newStub()
	replace(t, opened(t, first, dir), kunshan)
	if got := first.newly(); got != 0 {
		t.Errorf("the first model's vectors are gone: %d texts were embedded", got)
	}
}

func TestWithoutAFolderNothingIsKept(t *testing.T) {
	e := newStub()
	c := opened(t, e, "")
	replace(t, c, kunshan)
	if got := e.newly(); got != kunshanTexts {
		t.Errorf("%d texts were embedded", got)
	}
}

func TestProgressEndsWithAll(t *testing.T) {
	var calls [][2]int
	c := opened(t, newStub(), t.TempDir())
	c.options.Progress = func(done, total int) { calls = append(calls, [2]int{done, total}) }
	var articles []news.Article
	for i := range 600 {
		articles = append(articles, article("很多", fmt.Sprint("第", i, "段")))
	}
	replace(t, c, articles...)
	if want := [][2]int{{256, 600}, {512, 600}, {600, 600}}; !reflect.DeepEqual(calls, want) {
		t.Errorf("progress %v, want %v", calls, want)
	}
}

// A stop loses no more than the batch that was under way.
func TestABatchIsKeptWhenALaterOneFails(t *testing.T) {
	e, dir := newStub(), t.TempDir()
	var articles []news.Article
	for i := range 300 {
		articles = append(articles, article("很多", fmt.Sprint("第", i, "段")))
	}
	e.setSpoil(func(text string, v []float32) ([]float32, error) {
		if text == "第299段" {
			return nil, context.DeadlineExceeded
		}
		return v, nil
	})
	if err := opened(t, e, dir).Replace(t.Context(), articles); err == nil {
		t.Fatal("no error")
	}
	e.setSpoil(nil)
	e.newly()
	replace(t, opened(t, e, dir), articles...)
	if got := e.newly(); got != 300-256 {
		t.Errorf("%d texts were embedded, want the second batch of %d", got, 300-256)
	}
}

// vectorFile is the one file of vectors in a folder.
func vectorFile(t testing.TB, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "vectors-*.bin"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files of vectors: %v %v", files, err)
	}
	return files[0]
}

func vectorsOf(t testing.TB, e Embedder, dir string, passages []index.Passage) []index.Vectors {
	t.Helper()
	v, err := opened(t, e, dir).vectors(t.Context(), passages)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestDamageIsNeverAVector flips a bit of each byte and cuts at each byte.
func TestDamageIsNeverAVector(t *testing.T) {
	e, dir := newStub(), t.TempDir()
	e.dims = 4
	passages := newSnapshot(e, []news.Article{kunshan, guangzhou}).passages
	want := vectorsOf(t, e, dir, passages)
	path := vectorFile(t, dir)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, damaged []byte) {
		t.Helper()
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		e.newly()
		if got := vectorsOf(t, e, dir, passages); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: other vectors", what)
		}
		if e.newly() == 0 {
			t.Fatalf("%s: it was not noticed", what)
		}
		if got := vectorsOf(t, e, dir, passages); !reflect.DeepEqual(got, want) || e.newly() != 0 {
			t.Fatalf("%s: it was not repaired", what)
		}
	}
	for i := range whole {
		damaged := bytes.Clone(whole)
		damaged[i] ^= 1 << (i % 8)
		try(fmt.Sprintf("bit %d of byte %d flipped", i%8, i), damaged)
		try(fmt.Sprintf("cut at byte %d", i), whole[:i])
		try(fmt.Sprintf("zeros from byte %d", i), append(bytes.Clone(whole[:i]), make([]byte, len(whole)-i)...))
	}
}

// The file may be damaged while a process that wrote it lives on.
func TestALivingProcessRepairsToo(t *testing.T) {
	e, dir := newStub(), t.TempDir()
	c := opened(t, e, dir)
	replace(t, c, kunshan, guangzhou)
	path := vectorFile(t, dir)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[30] ^= 1
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	replace(t, c, kunshan, guangzhou)
	e.newly()
	replace(t, c, kunshan, guangzhou)
	if got := e.newly(); got != 0 {
		t.Errorf("%d texts were embedded after the repair", got)
	}
}

func TestTwoProcessesShareAFolder(t *testing.T) {
	e, dir := newStub(), t.TempDir()
	a, b := opened(t, e, dir), opened(t, e, dir)
	var all []news.Article
	for i := range 10 { // each adds what the other does not know yet
		all = append(all, article("轮流", fmt.Sprint("第", i, "段")))
		replace(t, []*Corpus{a, b}[i%2], all...)
		if got := e.newly(); got != 1 {
			t.Fatalf("step %d: %d texts were embedded, want 1", i, got)
		}
	}
	var group sync.WaitGroup
	for i, c := range []*Corpus{a, b} { // and both at once
		group.Go(func() {
			for j := range 20 {
				if err := c.Replace(context.Background(), []news.Article{article("同时", fmt.Sprint(i, "号第", j, "段"))}); err != nil {
					t.Error(err)
				}
			}
		})
		for j := range 20 {
			all = append(all, article("同时", fmt.Sprint(i, "号第", j, "段")))
		}
	}
	group.Wait()
	e.newly()
	replace(t, opened(t, e, dir), all...)
	if got := e.newly(); got != 0 {
		t.Errorf("%d texts of two writers were lost", got)
	}
}

func TestAFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(Options{Embedder: newStub(), DataDir: filepath.Join(file, "data")}); err == nil {
		t.Error("no error")
	}
}
