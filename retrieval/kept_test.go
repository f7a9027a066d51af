package retrieval

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"youju/news"
	"youju/retrieval/index"
	"youju/store"
)

func TestNothingIsEmbeddedTwice(t *testing.T) {
	e, dir := newStub(), t.TempDir()
	c, closeBoth := openedFor(t, e, dir)
	for _, step := range []struct {
		name     string
		anew     bool // by another process
		articles []news.Article
		want     int
	}{
		{"at first", false, []news.Article{kunshan, guangzhou}, kunshanTexts + guangzhouTexts},
		{"again", false, []news.Article{kunshan, guangzhou}, 0},
		{"one more", false, []news.Article{kunshan, guangzhou, zhengzhou}, zhengzhouTexts},
		{"fewer", false, []news.Article{zhengzhou}, 0},
		{"those that were away", false, []news.Article{kunshan, zhengzhou}, 0},
		{"by another process", true, []news.Article{kunshan, guangzhou, zhengzhou}, 0},
		{"a known text elsewhere", false, []news.Article{article("转载", zhengzhou.Paragraphs[0].Text)}, 0},
		{"one text twice", false, []news.Article{article("甲", "新的文字"), article("乙", "新的文字")}, 1},
		{"by a third process", true, []news.Article{article("丙", "新的文字")}, 0},
	} {
		if step.anew {
			closeBoth()
			c, closeBoth = openedFor(t, e, dir)
		}
		replace(t, c, step.articles...)
		if got := e.newly(); got != step.want {
			t.Errorf("%s: %d texts were embedded, want %d", step.name, got, step.want)
		}
	}
	closeBoth()
}

func TestAnotherModelEmbedsAllAgain(t *testing.T) {
	dir := t.TempDir()
	other := newStub()
	other.model, other.dims = "stub 2", 8
	for _, test := range []struct {
		name string
		e    *stub
		want int
	}{{"the first", newStub(), kunshanTexts}, {"another", other, kunshanTexts}, {"the first again", newStub(), 0}} {
		inTurn(t, test.e, dir, func(c *Corpus) { replace(t, c, kunshan) })
		if got := test.e.newly(); got != test.want {
			t.Errorf("%s: %d texts were embedded, want %d", test.name, got, test.want)
		}
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
	inTurn(t, e, dir, func(c *Corpus) {
		if err := c.Replace(t.Context(), articles); err == nil {
			t.Fatal("no error")
		}
	})
	e.setSpoil(nil)
	e.newly()
	inTurn(t, e, dir, func(c *Corpus) { replace(t, c, articles...) })
	if got := e.newly(); got != 300-256 {
		t.Errorf("%d texts were embedded, want the second batch of %d", got, 300-256)
	}
}

// both is what a snapshot says and holds, to compare it with another's.
func both(t testing.TB, s *Snapshot) string {
	t.Helper()
	var b strings.Builder
	for _, question := range []string{"昆山有多少外资企业", "实际利用外资", "郑州"} {
		hits, err := s.Search(t.Context(), question, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			fmt.Fprintln(&b, h.ID, h.Score, h.Parts, h.Text)
		}
		fmt.Fprintln(&b, s.QuestionTerms(question))
	}
	fmt.Fprintf(&b, "%+v", s.Ledger().All())
	return b.String()
}

// What is taken over, from the process before or from the snapshot before, must
// be what would have been made.
func TestATakenOverIndexIsTheSame(t *testing.T) {
	dir := t.TempDir()
	far := article("远方", "拉萨2023年接待游客3000万人次。", "增长5.2%。")
	steps := [][]news.Article{
		{kunshan, guangzhou, zhengzhou}, {kunshan, guangzhou, zhengzhou}, {zhengzhou, far, kunshan}, {far, kunshan, guangzhou}, {guangzhou}, {}, {kunshan, far},
	}
	living := opened(t, newStub(), "")
	for i, articles := range steps {
		fresh := opened(t, newStub(), "")
		replace(t, fresh, articles...)
		want := both(t, fresh.Snapshot())
		replace(t, living, articles...)
		if got := both(t, living.Snapshot()); got != want {
			t.Errorf("step %d, one process:\n%s\nwant\n%s", i, got, want)
		}
		inTurn(t, newStub(), dir, func(c *Corpus) {
			replace(t, c, articles...)
			if got := both(t, c.Snapshot()); got != want {
				t.Errorf("step %d, a process a step:\n%s\nwant\n%s", i, got, want)
			}
		})
	}
}

// The second process has no tokenizer.
func TestASecondProcessSegmentsNothing(t *testing.T) {
	dir := t.TempDir()
	inTurn(t, newStub(), dir, func(c *Corpus) { replace(t, c, kunshan, guangzhou) })
	kept, err := store.Open(t.Context(), filepath.Join(dir, store.FileName), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	none := func() (*index.Tokenizer, error) { return nil, nil }
	c := open(Options{Embedder: newStub(), Store: kept, Mark: "a test"}, none)
	defer c.Close()
	replace(t, c, kunshan, guangzhou) // a tokenizer that is nil would panic
	if n := len(c.Snapshot().Ledger().All()); n == 0 {
		t.Error("no figures")
	}
}

// TestAClosedCorpusNeedsNoStore: what is replaced after both are closed is served,
// and nobody is warned of a store that is closed.
func TestAClosedCorpusNeedsNoStore(t *testing.T) {
	dir := t.TempDir()
	var c *Corpus
	warned := 0
	inTurn(t, newStub(), dir, func(open *Corpus) {
		c = open
		c.options.Warn = func(error) { warned++ }
		replace(t, c, kunshan)
	})
	replace(t, c, kunshan, guangzhou)
	c.Close()
	if n := len(c.Snapshot().Articles()); n != 2 || warned > 0 {
		t.Errorf("%d articles, %d warnings", n, warned)
	}
}

// Another program may segment otherwise.
func TestAnotherProgramMakesTheIndexAgain(t *testing.T) {
	dir := t.TempDir()
	inTurn(t, newStub(), dir, func(c *Corpus) { replace(t, c, kunshan) })
	inTurn(t, newStub(), dir, func(c *Corpus) {
		c.background.Wait()
		c.options.Mark = "another"
		if e := c.keptIndex(); e.lexicon != nil || e.entries() != nil {
			t.Error("an index of another program was taken")
		}
	})
}

func TestABrokenKeptIndexIsNoIndex(t *testing.T) {
	dir := t.TempDir()
	inTurn(t, newStub(), dir, func(c *Corpus) { replace(t, c, kunshan, guangzhou) })
	inTurn(t, newStub(), dir, func(c *Corpus) {
		data, found, err := c.options.Store.ReadDerived(t.Context(), c.derived(keptIndex))
		if err != nil || !found {
			t.Fatal(found, err)
		}
		if _, _, _, err := readEarlier(data); err != nil {
			t.Fatal(err)
		}
		for i := range data { // a program that writes it wrongly must not break the one that reads it
			if _, _, _, err := readEarlier(data[:i]); err == nil {
				t.Fatalf("cut at %d: no error", i)
			}
			data[i] ^= 0xff
			_, _, _, _ = readEarlier(data) // no panic
			data[i] ^= 0xff
		}
	})
}

func TestAReaderKeepsNothing(t *testing.T) {
	dir := t.TempDir()
	inTurn(t, newStub(), dir, func(c *Corpus) { replace(t, c, kunshan) })
	e := newStub()
	inTurn(t, e, dir, func(writer *Corpus) {
		kept, err := store.OpenReadOnly(t.Context(), filepath.Join(dir, store.FileName), store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer kept.Close()
		beside := open(Options{Embedder: e, Store: kept, Mark: "a test", Warn: func(err error) { t.Error(err) }}, loaded)
		defer beside.Close()
		replace(t, beside, kunshan, zhengzhou)
		if got := e.newly(); got != zhengzhouTexts {
			t.Errorf("%d texts were embedded", got)
		}
		replace(t, writer, zhengzhou)
		if got := e.newly(); got != zhengzhouTexts {
			t.Errorf("the reader kept vectors: %d texts were embedded", got)
		}
	})
}

// A store that cannot be written to costs time, not answers.
func TestAFullDiskStillAnswers(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=400k", "none", dir).CombinedOutput(); err != nil {
		t.Skipf("no file system of a set size can be mounted here: %s", out)
	}
	defer func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("umount: %s", out)
		}
	}()
	kept, err := store.Open(t.Context(), filepath.Join(dir, store.FileName), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	var warned []error
	c := open(Options{Embedder: newStub(), Store: kept, Mark: "a test", Warn: func(err error) { warned = append(warned, err) }}, loaded)
	defer c.Close()
	if err := os.WriteFile(filepath.Join(dir, "ballast"), make([]byte, 1<<20), 0o600); err == nil {
		t.Fatal("the disk is not full")
	}
	articles := []news.Article{kunshan}
	for i := range 300 {
		articles = append(articles, article("很多", fmt.Sprint("第", i, "段")))
	}
	if err := c.Replace(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
	if got := texts(t, c.Snapshot(), "昆山企业"); len(got) == 0 || len(warned) == 0 {
		t.Errorf("found %v, warnings %v", got, warned)
	}
}

func TestAnyChangeOfAnArticleIsAnother(t *testing.T) {
	full := func() news.Article {
		return news.Article{ID: "i", Title: "t", Kind: "k", Sections: []string{"s"}, Source: "o", Date: "d", Author: "a", URL: "u",
			Paragraphs: []news.Paragraph{{ID: "p", Section: "x", Text: "y"}}, Notes: []news.Note{{ID: "n", Kind: "m", Text: "z"}}}
	}
	a := full()
	seen := map[store.Key]string{hashArticle(&a): "unchanged"}
	var walk func(v reflect.Value, name string, root *news.Article)
	walk = func(v reflect.Value, name string, root *news.Article) {
		switch v.Kind() {
		case reflect.String:
			old := v.String()
			v.SetString(old + "!")
			if other, ok := seen[hashArticle(root)]; ok {
				t.Errorf("%s changed and its hash is that of %s", name, other)
			}
			seen[hashArticle(root)] = name
			v.SetString(old)
		case reflect.Slice:
			walk(v.Index(0), name, root)
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i), name+"."+v.Type().Field(i).Name, root)
			}
		default:
			t.Fatalf("%s is of a kind that this test does not know", name)
		}
	}
	walk(reflect.ValueOf(&a).Elem(), "article", &a)
}

func TestKeptVectorsAreReadAsTheyWere(t *testing.T) {
	v := index.Vectors{Whole: []float32{0.6, -0.8}, Sentences: []index.Compact{{Scale: 0.5, Values: []int8{-128, 127}}, {Scale: 0, Values: []int8{0, -1}}}}
	for _, want := range []index.Vectors{v, {Whole: v.Whole}} {
		data := writeVectors(want)
		if got, err := readVectors(data); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v %v, want %+v", got, err, want)
		}
		for i := range data {
			if _, err := readVectors(data[:i]); err == nil {
				t.Errorf("cut at %d: no error", i)
			}
		}
	}
}

func TestAFailureToKeepIsTold(t *testing.T) {
	dir := t.TempDir()
	kept, err := store.Open(t.Context(), filepath.Join(dir, store.FileName), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var warned []error
	c := open(Options{Embedder: newStub(), Store: kept, Mark: "a test", Warn: func(err error) { warned = append(warned, err) }}, loaded)
	c.start()
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	replace(t, c, kunshan)
	c.Close()
	if !errors.Is(errors.Join(warned...), store.ErrClosed) {
		t.Errorf("warnings %v", warned)
	}
}

// A new model's vectors take long to make: until then the words answer, and what
// they say is what the complete index says of its lexical side.
func TestWordsAnswerUntilThereAreVectors(t *testing.T) {
	dir := t.TempDir()
	inTurn(t, newStub(), dir, func(c *Corpus) { replace(t, c, kunshan, guangzhou) })
	e := newStub()
	e.model = "stub 2"
	inTurn(t, e, dir, func(c *Corpus) {
		articles := []news.Article{kunshan, guangzhou}
		complete, err := c.Begin(t.Context(), articles)
		if err != nil || complete || c.Snapshot().Complete() || e.newly() != 0 {
			t.Fatalf("complete %v, error %v", complete, err)
		}
		if got := texts(t, c.Snapshot(), "实际利用外资"); len(got) == 0 || got[0] != guangzhou.Paragraphs[0].Text {
			t.Errorf("found %v", got)
		}
		ledger := fmt.Sprint(c.Snapshot().Ledger().All())
		replace(t, c, articles...)
		if got := e.newly(); got != kunshanTexts+guangzhouTexts {
			t.Errorf("%d texts were embedded", got)
		}
		if now := fmt.Sprint(c.Snapshot().Ledger().All()); !c.Snapshot().Complete() || now != ledger {
			t.Errorf("the ledger was %s and is %s", ledger, now)
		}
	})
	inTurn(t, e, dir, func(c *Corpus) {
		if complete, err := c.Begin(t.Context(), []news.Article{kunshan, guangzhou}); !complete || err != nil || e.newly() != 0 {
			t.Errorf("complete %v, error %v", complete, err)
		}
		if n, err := c.Tidy(t.Context()); n != 0 || err != nil { // the first model's are young
			t.Errorf("%d vectors were removed, %v", n, err)
		}
	})
}
