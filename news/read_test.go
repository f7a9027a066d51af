package news

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func titles(articles []Article) string {
	var all []string
	for _, a := range articles {
		all = append(all, a.Title)
	}
	return strings.Join(all, " ")
}

func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"b.txt":                   "# 乙篇\n\n正文二。",
		"a.md":                    "# 甲篇\n\n正文一。",
		"sub/c.htm":               "<html><head><title>丙篇</title></head><body><p>" + strings.Repeat("园区公布了建设进度。", 20) + "</p></body></html>",
		"again.txt":               "# 甲篇\n\n正文一。",
		"beir/corpus.jsonl":       `{"_id":"p1","title":"丁篇","text":"正文四。"}`,
		"beir/queries.jsonl":      `{"_id":"q1","text":"谁？"}`,
		"notes.log":               "# 不读",
		".hidden.md":              "# 不读\n\n不读。",
		"broken/empty.txt":        "  \n",
		"broken/binary.txt":       "\x00\x01\x02\x03\x04\x05PNG",
		"broken/bytes.md":         "第一行。\n第二行\xff\xfe。\n",
		"broken/frontmatter.md":   "---\ntitle: [a\ndate: x\n---\n正文。",
		"broken/unclosed.md":      "---\ntitle: a\n\n正文。",
		"broken/headlineonly.txt": "# 只有标题\n",
		"broken/line.txt":         "第一行。\n" + strings.Repeat("长", maxLine/3+1) + "\n",
		"broken/lines.jsonl":      "{\"_id\":\"x\",\"title\":\"戊篇\",\"text\":\"好。\"}\n{broken\n\n{\"_id\":\"y\"}\n",
	})
	articles, problems := Read(context.Background(), dir)
	if got, want := titles(articles), "甲篇 乙篇 丁篇 戊篇 丙篇"; got != want {
		t.Errorf("articles %s, want %s", got, want)
	}
	want := map[string]int{
		"empty.txt": 0, "binary.txt": 0, "bytes.md": 2, "frontmatter.md": 2, "unclosed.md": 1, "headlineonly.txt": 0, "line.txt": 2, "lines.jsonl": 2,
	}
	seen := map[string]int{}
	for _, p := range problems {
		var at *FileError
		if !errors.As(p, &at) {
			t.Fatalf("%v is no *FileError", p)
		}
		name := filepath.Base(at.Path)
		if line, ok := want[name]; !ok || seen[name] == 0 && at.Line != line {
			t.Errorf("unexpected: %v", p)
		}
		seen[name]++
	}
	if len(seen) != len(want) || seen["lines.jsonl"] != 2 {
		t.Errorf("problems %v, want %v", seen, want)
	}
}

func TestReadNamed(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"page.news": "# 甲篇\n\n正文。"})
	if articles, problems := Read(context.Background(), filepath.Join(dir, "page.news")); titles(articles) != "甲篇" || len(problems) > 0 {
		t.Errorf("%v %v", articles, problems)
	}
	if _, problems := Read(context.Background(), filepath.Join(dir, "absent.txt")); len(problems) != 1 || !errors.Is(problems[0], os.ErrNotExist) {
		t.Errorf("absent: %v", problems)
	}
}

func TestReadOddFolders(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "# 甲篇\n\n正文。", "closed/b.txt": "# 乙篇\n\n正文。"})
	links := map[string]string{"loop": dir, "self.txt": filepath.Join(dir, "self.txt"), "dangling.md": filepath.Join(dir, "none")}
	for name, to := range links {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o644); err != nil {
		t.Skip("no pipes here: ", err)
	}
	if err := os.Chmod(filepath.Join(dir, "closed"), 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Join(dir, "closed"), 0o755)
	articles, problems := Read(context.Background(), dir)
	want := 4 // self.txt, dangling.md, pipe.txt, closed
	if os.Getuid() == 0 {
		want = 3 // root may read closed folders
	}
	if !strings.HasPrefix(titles(articles), "甲篇") || len(problems) != want {
		t.Errorf("%s; problems %v", titles(articles), problems)
	}
}

func TestReadStops(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "# 甲篇\n\n正文。"})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if articles, problems := Read(ctx, dir); len(articles) != 0 || len(problems) != 1 || !errors.Is(problems[0], context.Canceled) {
		t.Errorf("%v %v", articles, problems)
	}
}

func TestEncodings(t *testing.T) {
	const page = "# 停车新规\n\n首小时收费4元，全市共有停车位26.7万个。"
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"utf-8": []byte(page), "mark": []byte("\ufeff" + page), "gb18030": gb, "utf-16": little} {
		articles, err := Parse("a.md", data)
		if err != nil || len(articles) != 1 || articles[0].Title != "停车新规" || articles[0].Paragraphs[0].Text != "首小时收费4元，全市共有停车位26.7万个。" {
			t.Errorf("%s: %v %v", name, articles, err)
		}
	}
	var at *FileError
	if _, err := Parse("a.txt", bytes.Replace([]byte(page), []byte("4"), []byte{0xe4, 0xb8}, 1)); !errors.As(err, &at) || at.Line != 3 {
		t.Errorf("broken UTF-8 was not refused at its line: %v", err)
	}
	if _, err := Parse("a.txt", []byte("caf\xe9 \x80\xff au lait")); err == nil {
		t.Error("bytes of no known encoding were read")
	}
}

func TestFrontMatter(t *testing.T) {
	articles, err := Parse("a.md", []byte("---\ntitle: 标题\nkind: caption\nsource: 示例报\ndate: 2021/1/27\nauthor:\n  - 甲\n  - 乙\nurl: https://example.org\nother: {x: 1}\n---\n\n工人在装配。 赵明玉/摄\n"))
	if err != nil || len(articles) != 1 {
		t.Fatal(articles, err)
	}
	a := articles[0]
	if a.Title != "标题" || a.Kind != KindCaption || a.Source != "示例报" || a.Date != "2021-01-27" || a.Author != "甲、乙" || a.URL != "https://example.org" {
		t.Errorf("%+v", a)
	}
	if len(a.Paragraphs) != 1 || a.Paragraphs[0].Text != "工人在装配。" || len(a.Notes) != 1 || a.Notes[0].Text != "赵明玉/摄" {
		t.Errorf("%+v", a)
	}
	for text, line := range map[string]int{
		"---\ntitle: a\nkind: photo\n---\n正文。":     3,
		"---\ntitle: a\nsource:\n  x: y\n---\n正文。": 4,
		"---\ntitle: \"a\ndate: 1\n---\n正文。":       2,
		"\n---\ntitle: a\n\tdate: b\n---\n正文。":     4,
	} {
		var at *FileError
		if _, err := Parse("a.md", []byte(text)); !errors.As(err, &at) || at.Line < line-1 || at.Line > line+2 {
			t.Errorf("%q: %v, want about line %d", text, err, line)
		}
	}
	if articles, err := Parse("a.md", []byte("---\n\n# 标题\n\n正文。\n\n---\n")); err != nil || titles(articles) != "标题" {
		t.Errorf("a rule is not front matter: %v %v", articles, err)
	}
}

func TestDates(t *testing.T) {
	for printed, want := range map[string]string{
		"2021年1月27日": "2021-01-27", "2021-01-27": "2021-01-27", "2021/1/27": "2021-01-27", "202307/31 11:39:35": "2023-07-31", "2021.1.7": "2021-01-07",
		"2024-04-18T09:30:00+08:00": "2024-04-18", "2021年1月": "2021-01", "2021年": "2021", "2021年2月30日": "2021年2月30日", "去年春天": "去年春天", "": "",
		"2021年1月27日 星期三": "2021-01-27",
	} {
		if got := parseDate(printed); got != want {
			t.Errorf("%q: %q, want %q", printed, got, want)
		}
	}
	for text, want := range map[string]string{
		"202307/31 11:39:35，正文： 新华社": "2023-07-31", "2023-08-16 21:57:32，正文：大会": "2023-08-16", "2023-08-17，正文：": "2023-08-17",
		"2021年1月27日，商务部发布": "", "2021-01-27 商务部发布": "",
	} {
		if got := stampDate(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestIdsAreStable(t *testing.T) {
	const page = "# 甲篇\n\n第一段。\n\n第二段。\n\n第二段。\n\n责任编辑：甲\n"
	one, _ := Parse("x.txt", []byte(page))
	two, _ := Parse("elsewhere/y.md", []byte(page))
	edited, _ := Parse("x.txt", []byte(strings.Replace(page, "第二段。\n\n责", "第三段。\n\n责", 1)))
	a, b, c := one[0], two[0], edited[0]
	if a.ID != b.ID || a.Paragraphs[2].ID != b.Paragraphs[2].ID || a.Notes[0].ID != b.Notes[0].ID {
		t.Error("the same text has other ids")
	}
	if a.Paragraphs[1].ID == a.Paragraphs[2].ID {
		t.Error("a repeated paragraph shares its id")
	}
	if a.ID != c.ID || a.Paragraphs[1].ID != c.Paragraphs[1].ID || a.Paragraphs[2].ID == c.Paragraphs[2].ID {
		t.Error("an edited paragraph must change its own id, and no other")
	}
	twice, _ := Parse("x.txt", []byte("# 简讯\n\n同一句。\n\n其一。\n\n# 简讯\n\n同一句。\n\n其二。\n\n# 简讯\n\n同一句。\n\n其一。\n"))
	if len(twice) != 2 || twice[0].ID == twice[1].ID {
		t.Errorf("%d articles; equal ones are one, others have ids of their own", len(twice))
	}
}
