package news

import (
	"context"
	"fmt"
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
		{"f.html", formattingLeftOpen(400) + strings.Repeat("<p>路灯</p>", 100_000), "formatting open"},
		{"g.html", formattingLeftOpen(400) + "<table>" + strings.Repeat("</b>", 400) + "</table></div>" + strings.Repeat("<p>路灯</p>", 100_000), "formatting open"},
		{"h.html", formattingLeftOpen(400) + "<table><svg><desc></table>" + strings.Repeat("</b>", 400) + "</svg></table></div>" + strings.Repeat("<p>路灯</p>", 100_000), "formatting open"},
		{"i.html", "<svg><title>" + formattingLeftOpen(400) + "</title></svg>" + strings.Repeat("<p>路灯</p>", 100_000), "formatting open"},
		{"c.html", strings.Repeat("<table><tr><td>", 1<<15), "exceeds"},
		{"d.jsonl", `{"_id":"1","text":` + strings.Repeat("[", 1<<15), "depth"},
		{"e.md", "---\na: " + strings.Repeat("[", 1<<15) + "\n---\nx", "depth"},
	} {
		if _, err := Parse(c.name, []byte(c.data)); err == nil || !strings.Contains(err.Error(), c.problem) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// formattingLeftOpen is a block in which so many elements are not ended; each differs,
// since only three of a kind are kept.
func formattingLeftOpen(n int) string {
	var out strings.Builder
	out.WriteString("<div>")
	for i := range n {
		fmt.Fprintf(&out, "<b id=%d>", i)
	}
	out.WriteString("</div>")
	return out.String()
}

// TestOrdinaryFormattingIsRead, much of it, and some that is not ended.
func TestOrdinaryFormattingIsRead(t *testing.T) {
	page := "<html><title>路灯</title><body><font color=red><b>" + strings.Repeat("<table><tr><td><font size=2><p>高新区<b>今年</b>安装<i>路灯</i>120台，<a href=x>比上年</a>多10台。</p></td></tr></table>", 300) + "</body></html>"
	if articles, err := Parse("a.html", []byte(page)); err != nil || len(articles) != 1 {
		t.Errorf("%d articles, %v", len(articles), err)
	}
}
