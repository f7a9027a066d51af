package seeds

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"youju/news"
)

// items maps a file's stem to the kind that it must be read as.
var items = map[string]news.Kind{
	"guangzhou":  news.KindArticle,
	"jingdezhen": news.KindArticle,
	"kunshan":    news.KindArticle,
	"tianjin":    news.KindArticle,
	"zhengzhou":  news.KindArticle,
	"zibo":       news.KindArticle,
	"hefei":      news.KindCaption,
	"ruibo-lab":  news.KindCaption,
}

func item(t *testing.T, stem string) news.Article {
	t.Helper()
	found, err := read(stem + ".md")
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 {
		t.Fatalf("%s.md holds %d articles, want 1", stem, len(found))
	}
	return found[0]
}

// lines are the title, each paragraph and each note: what can be cited.
func lines(a news.Article) []string {
	out := []string{a.Title}
	for _, p := range a.Paragraphs {
		out = append(out, p.Text)
	}
	for _, n := range a.Notes {
		out = append(out, n.Text)
	}
	return out
}

func TestArticlesAreSixAndTwoCaptions(t *testing.T) {
	all, err := Articles()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != len(items) {
		t.Errorf("%d articles, want %d", len(all), len(items))
	}
	ids := map[string]bool{}
	for _, a := range all {
		if a.ID == "" || ids[a.ID] {
			t.Errorf("article %q has id %q, empty or used before", a.Title, a.ID)
		}
		ids[a.ID] = true
	}
	for stem, want := range items {
		if got := item(t, stem).Kind; got != want {
			t.Errorf("%s is a %s, want %s", stem, got, want)
		}
	}
}

// TestShape holds what stands around the text: three sections in one article, a
// kicker in another, and names of writers that are notes and not paragraphs.
func TestShape(t *testing.T) {
	if got := len(item(t, "kunshan").Sections); got != 3 {
		t.Errorf("kunshan has %d sections, want 3", got)
	}
	notes := []struct {
		stem string
		kind news.NoteKind
		text string
	}{
		{"kunshan", news.NoteByline, "刘琴"},
		{"guangzhou", news.NoteByline, "张成"},
		{"zhengzhou", news.NoteByline, "樊歌星"},
		{"zibo", news.NoteByline, "徐廷鸿"},
		{"tianjin", news.NoteByline, "李争粉"},
		{"jingdezhen", news.NoteByline, "罗琴葵"},
		{"jingdezhen", news.NoteKicker, "党建提升"},
		{"hefei", news.NotePhoto, "赵明玉"},
		{"ruibo-lab", news.NoteSource, "昆山高新区"},
	}
	for _, n := range notes {
		a := item(t, n.stem)
		if !slices.ContainsFunc(a.Notes, func(x news.Note) bool { return x.Kind == n.kind && strings.Contains(x.Text, n.text) }) {
			t.Errorf("%s has no %s note with %s: %+v", n.stem, n.kind, n.text, a.Notes)
		}
	}
	for stem := range items {
		for _, p := range item(t, stem).Paragraphs {
			if !strings.HasSuffix(p.Text, "。") {
				t.Errorf("%s: paragraph is no whole sentence: %q", stem, p.Text)
			}
		}
	}
}

// TestFacts holds the list of facts: each row's strings stand together in one
// paragraph, note or title, so that a figure is never parted from its subject.
func TestFacts(t *testing.T) {
	data, err := os.ReadFile("testdata/facts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 3 {
			t.Fatalf("row has %d columns, want 3: %q", len(f), line)
		}
		rows++
		together := func(s string) bool {
			return !slices.ContainsFunc(strings.Split(f[2], "|"), func(want string) bool { return !strings.Contains(s, want) })
		}
		if !slices.ContainsFunc(lines(item(t, f[0])), together) {
			t.Errorf("%s: %s: not in one place: %s", f[0], f[1], f[2])
		}
	}
	if rows < 140 {
		t.Errorf("%d facts, want at least 140", rows)
	}
}

// TestFactsNameEveryFigure keeps the list of facts complete: no number of an
// article may be missing from it.
func TestFactsNameEveryFigure(t *testing.T) {
	data, err := os.ReadFile("testdata/facts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(line, "\t"); len(f) == 3 {
			listed[f[0]] += f[2]
		}
	}
	for stem := range items {
		have := number.FindAllString(listed[stem], -1)
		for _, n := range number.FindAllString(strings.Join(lines(item(t, stem)), "\n"), -1) {
			if !slices.Contains(have, n) {
				t.Errorf("%s: figure %s is not in the list of facts", stem, n)
			}
		}
	}
}

var number = regexp.MustCompile(`\d+(?:\.\d+)?`)

func TestPunctuationIsFullWidth(t *testing.T) {
	half := regexp.MustCompile(`\p{Han}[,.:;!?()"']|[,:;!?()"']\p{Han}`)
	for stem := range items {
		for _, s := range lines(item(t, stem)) {
			if bad := half.FindString(s); bad != "" {
				t.Errorf("%s: half-width punctuation %q in %q", stem, bad, s)
			}
		}
	}
}

func TestMisprintsArePutRight(t *testing.T) {
	for stem := range items {
		text := strings.Join(lines(item(t, stem)), "\n")
		for _, misprint := range []string{"人库企业", "在非企业", "物通"} {
			if strings.Contains(text, misprint) {
				t.Errorf("%s still has %s", stem, misprint)
			}
		}
	}
}
