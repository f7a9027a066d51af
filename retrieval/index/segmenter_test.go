package index

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/go-ego/gse"
	"pgregory.net/rapid"

	"youju/hanzi"
)

// reference is gse over the same dictionary.
var reference = sync.OnceValues(func() (*gse.Segmenter, error) {
	dictionary, err := unzip(words)
	if err != nil {
		return nil, err
	}
	s := &gse.Segmenter{SkipLog: true}
	return s, s.LoadDictStr(dictionary)
})

func bothSegmenters(t testing.TB) (*Tokenizer, *gse.Segmenter) {
	t.Helper()
	theirs, err := reference()
	if err != nil {
		t.Fatal(err)
	}
	ours, err := NewTokenizer()
	if err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

func sameCut(t interface{ Fatalf(string, ...any) }, ours *Tokenizer, theirs *gse.Segmenter, run []rune) {
	var want []string
	for _, word := range theirs.Slice(string(run), true) {
		if utf8.RuneCountInString(word) > 1 {
			want = append(want, word)
		}
	}
	if got := ours.wordTerms(nil, run); !slices.Equal(got, want) {
		t.Fatalf("%s is cut into %q, by gse into %q", string(run), got, want)
	}
	want = want[:0]
	var got []string
	for _, s := range theirs.Segment([]byte(string(run))) {
		want = append(want, s.Token().Text()+"/"+s.Token().Pos())
	}
	for _, w := range ours.Words(run) {
		got = append(got, w.Text+"/"+w.Speech)
	}
	if !slices.Equal(got, want) {
		t.Fatalf("%s has the words %q, by gse %q", string(run), got, want)
	}
}

func TestWordsAreThoseOfGSE(t *testing.T) {
	ours, theirs := bothSegmenters(t)
	words := rapid.SampledFrom(ours.segmenter.words)
	rapid.Check(t, func(t *rapid.T) {
		var run []rune
		for range rapid.IntRange(1, 12).Draw(t, "words") {
			word := []rune(words.Draw(t, "word").text)
			run = append(run, word[:rapid.IntRange(1, len(word)).Draw(t, "characters of it")]...)
		}
		run = slices.DeleteFunc(run, func(r rune) bool { return !hanzi.IsHan(r) })
		if len(run) > 0 {
			sameCut(t, ours, theirs, run)
		}
	})
}

func TestWordsOfNewsAreThoseOfGSE(t *testing.T) {
	file, err := os.Open("../../../shared/load/devzone_news.jsonl")
	if err != nil {
		t.Skip("the news to read are not here:", err)
	}
	defer file.Close()
	ours, theirs := bothSegmenters(t)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	seen := 0
	for lines.Scan() {
		var line map[string]any
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		for _, value := range line {
			text, _ := value.(string)
			folded := hanzi.FoldRunes([]rune(text))
			for start, end := range runsOf(folded) {
				if classOf(folded[start]) == han {
					sameCut(t, ours, theirs, folded[start:end])
					seen++
				}
			}
		}
	}
	if seen == 0 {
		t.Fatal("the news hold no Chinese")
	}
}

func TestDictionaryMustBeInOrder(t *testing.T) {
	for _, bad := range []string{"甲 3 n\n乙 3 n\n", "甲 3 n\n甲 4 n\n", "甲 x n\n", "甲 0 n\n", " 3 n\n", "\n"} {
		if _, err := newSegmenter(bad); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func BenchmarkNewTokenizer(b *testing.B) {
	for b.Loop() {
		if _, err := NewTokenizer(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCut is this segmenter and gse over the same sentence.
func BenchmarkCut(b *testing.B) {
	ours, theirs := bothSegmenters(b)
	text := "郑州高新区去年新增科技型中小企业的数量在全省国家高新区中排在首位"
	run := []rune(text)
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			ours.wordTerms(nil, run)
		}
	})
	b.Run("gse", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			theirs.Slice(text, true)
		}
	})
}
