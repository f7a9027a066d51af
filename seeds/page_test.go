package seeds

import (
	"os"
	"strings"
	"testing"
	"unicode"
)

// page is the newspaper page whose facts the articles tell in other words. It
// is not part of the repository.
const page = "../../shared/seed/newspaper-page.txt"

func readPage(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Skipf("the newspaper page is not at hand: %v", err)
	}
	return string(data)
}

// starts are the first characters of each item with figures, in the page's order.
var starts = []struct{ stem, text string }{
	{"kunshan", "# 昆山"}, {"guangzhou", "# 广州"}, {"zhengzhou", "# 郑州"}, {"zibo", "# 淄博"},
	{"tianjin", "# 天津"}, {"hefei", "1月28日"}, {"jingdezhen", "## 党建提升 项目"},
}

// TestEveryNumberOfThePage checks that each number in digits stands in the
// rewritten item at least as often as in the page.
func TestEveryNumberOfThePage(t *testing.T) {
	rest := readPage(t)
	total := 0
	for i, s := range starts {
		_, after, ok := strings.Cut(rest, s.text)
		if !ok {
			t.Fatalf("the page has no item that begins with %q", s.text)
		}
		own := after
		if i+1 < len(starts) {
			own, _, _ = strings.Cut(after, starts[i+1].text)
		}
		rest = after
		have := count(strings.Join(lines(item(t, s.stem)), "\n"))
		for n, want := range count(s.text + own) {
			total += want
			if have[n] < want {
				t.Errorf("%s: %s stands %d times, %d times in the page", s.stem, n, have[n], want)
			}
		}
	}
	if total != 122 {
		t.Errorf("read %d numbers of the page, want 122", total)
	}
}

func count(text string) map[string]int {
	found := map[string]int{}
	for _, n := range number.FindAllString(text, -1) {
		found[n]++
	}
	return found
}

const run = 15 // characters, without spaces and punctuation

// TestOwnWords measures the share of 15-character runs that also stand in the
// page: names and figures alone, so it stays well below one in twelve.
func TestOwnWords(t *testing.T) {
	known := map[string]bool{}
	for _, r := range runs(readPage(t)) {
		known[r] = true
	}
	all, shared := 0, 0
	for stem := range items {
		n, hits := 0, 0
		for _, r := range runs(strings.Join(lines(item(t, stem)), "\n")) {
			n++
			if known[r] {
				hits++
			}
		}
		if hits*12 >= n && n > 0 {
			t.Errorf("%s: %d of %d runs stand in the page", stem, hits, n)
		}
		all, shared = all+n, shared+hits
	}
	t.Logf("%d of %d runs stand in the page", shared, all)
	if shared*30 >= all {
		t.Errorf("%d of %d runs stand in the page, want fewer than 1 in 30", shared, all)
	}
}

func runs(text string) []string {
	var kept []rune
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			kept = append(kept, r)
		}
	}
	var out []string
	for i := 0; i+run <= len(kept); i++ {
		out = append(out, string(kept[i:i+run]))
	}
	return out
}
