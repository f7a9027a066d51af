package news

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

// outline writes articles as a person checks them.
func outline(articles []Article) string {
	var b strings.Builder
	for _, a := range articles {
		fmt.Fprintf(&b, "%s %q\n", a.Kind, a.Title)
		for _, f := range [][2]string{{"date", a.Date}, {"source", a.Source}, {"author", a.Author}, {"url", a.URL}} {
			if f[1] != "" {
				fmt.Fprintf(&b, "  %s: %s\n", f[0], f[1])
			}
		}
		for _, n := range a.Notes {
			fmt.Fprintf(&b, "  (%s) %s\n", n.Kind, n.Text)
		}
		section := ""
		for _, p := range a.Paragraphs {
			if p.Section != section {
				fmt.Fprintf(&b, "  ## %s\n", p.Section)
				section = p.Section
			}
			fmt.Fprintf(&b, "  | %s\n", p.Text)
		}
	}
	return b.String()
}

// TestPages reads messy pages: other datelines, credits and headlines than the
// seed's, with and without #, full and half width, cut and wrapped paragraphs.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.*")
	if err != nil || len(files) < 10 {
		t.Fatalf("the pages are missing: %v %v", files, err)
	}
	for _, f := range files {
		if filepath.Ext(f) == ".golden" || strings.Contains(f, "fuzz") {
			continue
		}
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			articles, err := Parse(f, data)
			if err != nil {
				t.Fatal(err)
			}
			checkShape(t, articles)
			got := outline(articles)
			golden := f + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// checkShape holds for whatever was read.
func checkShape(t interface{ Errorf(string, ...any) }, articles []Article) {
	ids := map[string]bool{}
	take := func(id string) {
		if id == "" || ids[id] {
			t.Errorf("the id %q is empty or used twice", id)
		}
		ids[id] = true
	}
	for _, a := range articles {
		take(a.ID)
		if len(a.Paragraphs) == 0 {
			t.Errorf("%q has no paragraph", a.Title)
		}
		for i, p := range a.Paragraphs {
			if i > 0 || p.ID != a.ID {
				take(p.ID)
			}
			if p.Text == "" || !utf8.ValidString(p.Text) || strings.ContainsAny(p.Text, "\n\r\x00\u200b\ufeff") || strings.TrimSpace(p.Text) != p.Text {
				t.Errorf("the paragraph %q is not one trimmed line", p.Text)
			}
			if p.Section != "" && !slices.Contains(a.Sections, p.Section) {
				t.Errorf("the section %q is not among %q", p.Section, a.Sections)
			}
		}
		for _, n := range a.Notes {
			take(n.ID)
			if strings.TrimSpace(n.Text) == "" || strings.Contains(n.Text, "\n") {
				t.Errorf("the note %q is not one line", n.Text)
			}
		}
	}
}

func TestSeedPage(t *testing.T) {
	data, err := os.ReadFile("../../shared/seed/newspaper-page.txt")
	if err != nil {
		t.Skip("the seed page is absent: ", err)
	}
	articles, err := Parse("page.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	checkShape(t, articles)
	count := map[Kind]int{}
	text := outline(articles)
	for _, a := range articles {
		count[a.Kind]++
	}
	if count[KindArticle] != 6 || count[KindCaption] != 2 {
		t.Errorf("%d articles and %d captions, want 6 and 2", count[KindArticle], count[KindCaption])
	}
	for _, joined := range []string{
		"4家单位(个人)入选", "科创板上市获得受理", "一系列企业服务措施", "城市更新、国企项目", "中小企业复工复产的环境", "建立联系点50个", "亚钛航天",
		"  (kicker) 党建提升 项目提升 效率提升\n", "  (byline) ■ 本报记者 刘琴\n", "  (byline) 罗琴葵\n", "  (photo) 赵明玉/摄\n",
		"  (byline) 李颖 孙庆辉 付倩 刘地 方宝岭 樊歌星\n", "  (source) 图片来源:昆山高新区\n", "  | 苏州瑞博生物技术有限公司实验室\n",
		"  (dateline) 本报讯(安妮 特约通讯员 张成)\n", "  (dateline) 本报讯(记者 李争粉)\n", "  | 日前从郑州高新区管委会",
		"  ## 科技成果转化提速增效\n", "  ## 高企培育量质齐升\n", "  ## 人才引进再攀新高\n",
	} {
		if !strings.Contains(text, joined) {
			t.Errorf("%q is missing", joined)
		}
	}
	if n := strings.Count(text, "  | "); n != 40 {
		t.Errorf("%d paragraphs, want 40", n)
	}
}

// TestSeedPageWithoutMarks reads the same page as people paste it, without #.
func TestSeedPageWithoutMarks(t *testing.T) {
	data, err := os.ReadFile("../../shared/seed/newspaper-page.txt")
	if err != nil {
		t.Skip("the seed page is absent: ", err)
	}
	want, err := Parse("page.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	bare := strings.NewReplacer("## ", "", "# ", "").Replace(string(data))
	for name, page := range map[string]string{"bare": bare, "windows": strings.ReplaceAll(bare, "\n", "\r\n"), "mark": "\ufeff" + bare} {
		got, err := Parse("page.txt", []byte(page))
		if err != nil || outline(got) != outline(want) {
			t.Errorf("%s: %v\n%s", name, err, outline(got))
		}
	}
}

// TestCutParagraphs cuts a paragraph of a page at any place that is not the end
// of a sentence or a clause that may end a paragraph: it is joined again.
func TestCutParagraphs(t *testing.T) {
	data, err := os.ReadFile("testdata/pages/kicker.txt")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Parse("page.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	want := outline(whole)
	rapid.Check(t, func(t *rapid.T) {
		lines := strings.Split(string(data), "\n")
		i := rapid.SampledFrom([]int{6, 16, 22, 26}).Draw(t, "line")
		r := []rune(lines[i])
		at := rapid.IntRange(6, len(r)-2).Draw(t, "at")
		if strings.ContainsRune("。；;：:！”", r[at-1]) {
			t.Skip("the text may end here")
		}
		gap := strings.Repeat("\n", rapid.IntRange(2, 4).Draw(t, "gap"))
		lines[i] = string(r[:at]) + gap + string(r[at:])
		got, err := Parse("page.txt", []byte(strings.Join(lines, "\n")))
		if err != nil || outline(got) != want {
			t.Fatalf("cut at %q | %q: %v\n%s", string(r[:at]), string(r[at:]), err, outline(got))
		}
	})
}

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ text, dateline, rest string }{
		{"新华社北京7月31日电（记者韩佳诺、魏玉坤）国家统计局发布数据。", "新华社北京7月31日电（记者韩佳诺、魏玉坤）", "国家统计局发布数据。"},
		{"本报北京1月5日电 记者张三报道：示例市发布数据。", "本报北京1月5日电 记者张三报道", "示例市发布数据。"},
		{"中新网示例新闻8月16日电 (甲 乙)近日，示例市发布数据。", "中新网示例新闻8月16日电 (甲 乙)", "近日，示例市发布数据。"},
		{"人民网北京1月5日电 （记者甲）示例市发布数据。", "人民网北京1月5日电 （记者甲）", "示例市发布数据。"},
		{"本报讯(安妮 特约通讯员 张成)2021年1月27日,发布结果。", "本报讯(安妮 特约通讯员 张成)", "2021年1月27日,发布结果。"},
		{"本报讯 记者 甲 近日，示例市发布数据。", "本报讯 记者 甲", "近日，示例市发布数据。"},
		{"（本报记者 甲）示例市发布数据。", "（本报记者 甲）", "示例市发布数据。"},
		{"【示例网报道 记者 甲】示例市发布数据。", "【示例网报道 记者 甲】", "示例市发布数据。"},
		{"IT之家 8 月 16 日消息，大会开幕。", "IT之家 8 月 16 日消息", "大会开幕。"},
		{"央视网消息：大会开幕。", "央视网消息", "大会开幕。"},
		{"据新华社8月16日电，大会开幕。", "", "据新华社8月16日电，大会开幕。"},
		{"1月28日,平台在园区揭牌。", "", "1月28日,平台在园区揭牌。"},
		{"记者从示例市科技局获悉，今年发放8000万元。", "", "记者从示例市科技局获悉，今年发放8000万元。"},
		{"2021年1月27日，商务部发布结果。", "", "2021年1月27日，商务部发布结果。"},
		{"本报告期内，公司收入增长5.2%。", "", "本报告期内，公司收入增长5.2%。"},
		{"通讯设备产业产值达到58亿元。", "", "通讯设备产业产值达到58亿元。"},
	} {
		if d, rest := cutDateline(c.text); d != c.dateline || rest != c.rest {
			t.Errorf("%s: %q + %q, want %q + %q", c.text, d, rest, c.dateline, c.rest)
		}
	}
}

func TestRemarks(t *testing.T) {
	for text, kind := range map[string]NoteKind{
		"■ 本报记者 刘琴": NoteByline, "本报记者 甲 通讯员 乙": NoteByline, "文/甲 图/乙": NoteByline, "文/图 丙": NoteByline, "作者：甲": NoteByline,
		"责任编辑：甲": NoteByline, "编辑：甲 校对：乙": NoteByline, "新华社记者甲、乙": NoteByline, "本报评论员": NoteByline, "（作者系示例大学教授）": NoteByline,
		"赵明玉/摄": NotePhoto, "摄影：甲": NotePhoto, "新华社记者 甲 摄": NotePhoto, "新华社发（甲摄）": NotePhoto, "张三 摄影报道": NotePhoto,
		"图片来源:昆山高新区": NoteSource, "示例公司供图": NoteSource, "（来源：新华社）": NoteSource, "来源：示例日报": NoteSource, "图片由示例公司提供": NoteSource, "资料图片": NoteSource,
		"编辑部迁入新址": "", "记者节活动举行": "", "来源广泛的资金支持项目": "", "摄影展开幕": "", "高新技术企业突破2100家": "", "昆山高新区有4家单位(个人)": "",
		"风光摄影": "", "文化产业增加值": "", "作者从三个方面分析了原因，认为": "", "图书馆新馆开放": "", "城市更新、国企项目": "", "本报记者深入一线采访": "",
	} {
		if r, _ := readRemark(text); r.kind != kind {
			t.Errorf("%s: %q, want %q", text, r.kind, kind)
		}
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.*")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil && filepath.Ext(name) != ".golden" {
			f.Add(filepath.Ext(name), data)
		}
	}
	f.Add(".jsonl", []byte("{\"_id\":\"a\",\"text\":\"甲。\"}\n{\"_id\":\"a#1\",\"text\":\"乙\"}\n"))
	f.Add(".md", []byte("---\ntitle: x\n---\n| a | b |\n|--|--|\n| 1 | 2 |\n"))
	f.Fuzz(func(t *testing.T, ext string, data []byte) {
		if len(data) > 1<<16 {
			t.Skip("too long to be quick")
		}
		name := "f" + ext
		first, err := Parse(name, data)
		checkShape(t, first)
		if len(first) == 0 && err == nil {
			t.Error("neither articles nor an error")
		}
		again, _ := Parse(name, data)
		if outline(first) != outline(again) {
			t.Error("two readings differ")
		}
	})
}
