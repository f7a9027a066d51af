package retrieval

import (
	"context"
	"errors"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"

	"youju/news"
)

func texts(t testing.TB, s *Snapshot, question string) []string {
	t.Helper()
	hits, err := s.Search(t.Context(), question, 10)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, h := range hits {
		out = append(out, h.Text)
	}
	return out
}

func TestOpenIsEmptyAndReplaceFillsIt(t *testing.T) {
	c, err := Open(Options{Embedder: newStub()})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := Open(Options{}); err == nil {
		t.Error("no error without an encoder")
	}
	s := c.Snapshot()
	if got := texts(t, s, "企业"); len(got) != 0 || len(s.Articles()) != 0 || s.QuestionTerms("企业") != nil || s.Terms("企业") != nil || s.Names("郑州") != nil {
		t.Errorf("an empty collection has %v", got)
	}
	replace(t, c, kunshan, guangzhou)
	if got := texts(t, c.Snapshot(), "实际利用外资"); len(got) != 3 || got[0] != guangzhou.Paragraphs[0].Text {
		t.Errorf("found %v", got)
	}
	replace(t, c)
	if got := texts(t, c.Snapshot(), "实际利用外资"); len(got) != 0 {
		t.Errorf("an emptied collection has %v", got)
	}
}

func TestHitsSayWhereTheyStand(t *testing.T) {
	a := news.Article{Kind: news.KindArticle, Title: "昆山", Date: "2021-01-28",
		Paragraphs: []news.Paragraph{{Text: "企业一百家。", Section: "服务"}},
		Notes:      []news.Note{{Kind: news.NotePhoto, Text: "某某 摄"}}}
	a.Identify()
	c := opened(t, newStub(), "")
	replace(t, c, guangzhou, a)
	s := c.Snapshot()
	hits, err := s.Search(t.Context(), "企业一百家", 1)
	if err != nil || len(hits) != 1 {
		t.Fatalf("%d hits: %v", len(hits), err)
	}
	h := hits[0]
	if h.Article.ID != a.ID || h.Article.Date != "2021-01-28" || h.Section != "服务" || h.Text != "企业一百家。" || h.Paragraph != h.ID || h.Note != "" {
		t.Errorf("hit %+v", h)
	}
	if got, ok := s.Source(h.Paragraph); !ok || got != h.Source {
		t.Errorf("source of the hit's paragraph: %+v", got)
	}
	note, ok := s.Source(a.Notes[0].ID)
	if !ok || note.Text != "某某 摄" || note.Note != news.NotePhoto || note.Article.ID != a.ID {
		t.Errorf("source of the note: %+v", note)
	}
	if _, ok := s.Source("nowhere"); ok {
		t.Error("an unknown id has a source")
	}
}

func TestRarerTermsWeighMore(t *testing.T) {
	c := opened(t, newStub(), "")
	replace(t, c, kunshan, guangzhou, zhengzhou)
	w, last := map[string]float64{}, ""
	for _, term := range c.Snapshot().QuestionTerms("外资企业有多少") {
		if term.Text <= last {
			t.Errorf("%q comes after %q: the order is to be always the same", term.Text, last)
		}
		w[term.Text], last = term.Rarity, term.Text
	}
	if w["外资"] <= w["企业"] || w["企业"] <= 0 {
		t.Errorf("weights %v: 外资 stands in one passage, 企业 in two", w)
	}
	if _, ok := w["多少"]; ok {
		t.Errorf("weights %v hold a word that only asks", w)
	}
}

// The encoder was trained on simplified characters.
func TestTextsAreSimplifiedForTheEncoder(t *testing.T) {
	c := opened(t, newStub(), "")
	replace(t, c, article("鄭州", "GDP增長5%"))
	hits, err := c.Snapshot().Search(t.Context(), "GDP增长5%", 1)
	if err != nil || len(hits) != 1 || math.Abs(hits[0].Parts.Whole-1) > 1e-6 {
		t.Errorf("hits %+v, error %v: the same text in the other script has cosine 1", hits, err)
	}
}

func TestTheSameArticleTwiceIsServedOnce(t *testing.T) {
	c := opened(t, newStub(), "")
	replace(t, c, kunshan, guangzhou, kunshan)
	if got := len(c.Snapshot().Articles()); got != 2 {
		t.Errorf("%d articles", got)
	}
}

func TestOneIDForTwoTextsIsMadeTwo(t *testing.T) {
	a := news.Article{ID: "x", Title: "昆山", Paragraphs: []news.Paragraph{{ID: "x", Text: "企业一百家。"}}, Notes: []news.Note{{ID: "x-n", Text: "摄"}}}
	b := news.Article{ID: "x", Title: "昆山", Paragraphs: []news.Paragraph{{ID: "x", Text: "企业两百家。"}}, Notes: []news.Note{{ID: "x-n", Text: "摄"}}}
	given := []news.Article{a, b, a, b}
	c := opened(t, newStub(), "")
	replace(t, c, given...)
	s := c.Snapshot()
	if n := len(s.Articles()); n != 2 || s.Articles()[0].ID != "x" || s.Articles()[1].ID == "x" {
		t.Fatalf("articles %+v", s.Articles())
	}
	for _, a := range s.Articles() {
		if source, ok := s.Source(a.Paragraphs[0].ID); !ok || source.Text != a.Paragraphs[0].Text || source.Article.ID != a.ID {
			t.Errorf("%s leads to %+v", a.Paragraphs[0].ID, source)
		}
		if source, ok := s.Source(a.Notes[0].ID); !ok || source.Article.ID != a.ID {
			t.Errorf("the note of %s leads to %+v", a.ID, source)
		}
	}
	if given[1].ID != "x" || given[1].Paragraphs[0].ID != "x" || given[1].Notes[0].ID != "x-n" {
		t.Errorf("the caller's article was changed: %+v", given[1])
	}
}

func TestASnapshotNeverChanges(t *testing.T) {
	c := opened(t, newStub(), t.TempDir())
	replace(t, c, kunshan, guangzhou)
	s := c.Snapshot()
	before, err := s.Search(t.Context(), "外资和企业", 10)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 4 { // questions in flight while the collection is replaced
		group.Go(func() {
			for range 30 {
				if now, err := s.Search(context.Background(), "外资和企业", 10); err != nil || !reflect.DeepEqual(now, before) {
					t.Errorf("the snapshot answers otherwise: %v", err)
					return
				}
			}
		})
	}
	for range 10 {
		replace(t, c, zhengzhou)
		replace(t, c, kunshan)
	}
	group.Wait()
	if _, ok := s.Source(guangzhou.Paragraphs[0].ID); !ok {
		t.Error("the snapshot lost a paragraph")
	}
	if got := texts(t, c.Snapshot(), "外资"); len(got) != 2 {
		t.Errorf("the collection has %v", got)
	}
}

func TestAFailedReplaceLeavesTheOldCollection(t *testing.T) {
	down := errors.New("the encoder is down")
	for name, spoil := range map[string]func(string, []float32) ([]float32, error){
		"an error":       func(string, []float32) ([]float32, error) { return nil, down },
		"a zero vector":  func(_ string, v []float32) ([]float32, error) { return make([]float32, len(v)), nil },
		"a short vector": func(text string, v []float32) ([]float32, error) { return v[:len(v)-len(text)%2], nil },
		"a NaN": func(_ string, v []float32) ([]float32, error) {
			v[0] = float32(math.NaN())
			return v, nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := newStub()
			c := opened(t, e, t.TempDir())
			replace(t, c, kunshan)
			old := c.Snapshot()
			e.setSpoil(spoil)
			err := c.Replace(t.Context(), []news.Article{article("单", "单数字节的文字a"), article("双", "双数字节的文字")})
			if err == nil || !strings.Contains(err.Error(), "embed") {
				t.Errorf("error %v", err)
			}
			if c.Snapshot() != old {
				t.Error("the old collection is gone")
			}
			e.setSpoil(nil) // what was bad must not have been kept
			replace(t, c, article("单", "单数字节的文字a"), article("双", "双数字节的文字"))
		})
	}
}

func TestACancelledContext(t *testing.T) {
	c := opened(t, newStub(), t.TempDir())
	replace(t, c, kunshan)
	old := c.Snapshot()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := c.Replace(ctx, []news.Article{guangzhou}); !errors.Is(err, context.Canceled) || c.Snapshot() != old {
		t.Errorf("replace: %v", err)
	}
	if err := c.Replace(ctx, []news.Article{kunshan}); !errors.Is(err, context.Canceled) { // nothing to embed
		t.Errorf("replace with what is known: %v", err)
	}
	if hits, err := old.Search(ctx, "企业", 5); !errors.Is(err, context.Canceled) || len(hits) != 0 {
		t.Errorf("search: %d hits, %v", len(hits), err)
	}
}
