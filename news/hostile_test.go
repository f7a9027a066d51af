package news

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAPanicCostsThatFileAlone, and is told like any other problem.
func TestAPanicCostsThatFileAlone(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("# 路灯"+name+"\n\n高新区今年安装路灯120台"+name+"。\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := Reader{Known: func(path string, _ []byte) ([]Article, bool) {
		if strings.HasSuffix(path, "b.md") {
			panic("broken")
		}
		return nil, false
	}}
	articles, problems := r.Read(context.Background(), dir)
	if len(articles) != 2 || len(problems) != 1 || !strings.Contains(problems[0].Error(), "b.md: it breaks its reader") {
		t.Errorf("%d articles, problems %v", len(articles), problems)
	}
}

// TestDeepNesting: a stack that overflows, or memory that runs out, cannot be caught.
func TestDeepNesting(t *testing.T) {
	for _, c := range []struct{ name, data, problem string }{
		{"a.html", strings.Repeat("<div>", 1<<15), "exceeds"},
		{"b.html", strings.Repeat("<b><p>", maxFile/6), "more than 600000 tags"},
		{"c.html", strings.Repeat("<table><tr><td>", 1<<15), "exceeds"},
		{"d.jsonl", `{"_id":"1","text":` + strings.Repeat("[", 1<<15), "depth"},
		{"e.md", "---\na: " + strings.Repeat("[", 1<<15) + "\n---\nx", "depth"},
	} {
		if _, err := Parse(c.name, []byte(c.data)); err == nil || !strings.Contains(err.Error(), c.problem) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
