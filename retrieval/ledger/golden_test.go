package ledger_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"youju/seeds"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The ledger of the shipped articles: a change of reading shows in the diff.
func TestTheLedgerOfTheShippedArticles(t *testing.T) {
	articles, err := seeds.Articles()
	if err != nil {
		t.Fatal(err)
	}
	r := reader(t)
	var b strings.Builder
	for _, a := range articles {
		b.WriteString("# " + a.Title + "\n")
		for _, e := range r.Read(a) {
			b.WriteString(strings.Join([]string{e.Text, string(e.Kind), e.Entity, e.Metric, e.Period.Text, e.Direction}, " | ") + "\n")
		}
	}
	path := filepath.Join("testdata", "seeds.golden")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, wanted := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(wanted)) {
		if i >= len(got) || i >= len(wanted) || got[i] != wanted[i] {
			t.Fatalf("line %d differs (go test -update writes it anew):\ngot  %s\nwant %s", i+1, lineAt(got, i), lineAt(wanted, i))
		}
	}
}

func lineAt(lines []string, i int) string {
	if i >= len(lines) {
		return "(no line)"
	}
	return lines[i]
}
