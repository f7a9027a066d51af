package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"youju/figure"
)

// use is a key in the code; args is -1 where they cannot be counted there.
type use struct {
	place, key string
	args       int
}

var keyForm = regexp.MustCompile(`^(bot|button|menu|answer|check)\.[a-z0-9-]+$`)

// uses finds the keys in the program's files.
func uses(t *testing.T) []use {
	t.Helper()
	var found []use
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		counted := map[ast.Node]bool{}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 && !call.Ellipsis.IsValid() {
				key, isText := call.Args[0].(*ast.BasicLit)
				if f, ok := call.Fun.(*ast.SelectorExpr); ok && isText && f.Sel.Name == "Say" {
					counted[key] = true
					found = append(found, use{files.Position(key.Pos()).String(), literal(key), len(call.Args) - 1})
				}
			}
			if text, ok := n.(*ast.BasicLit); ok && !counted[text] && keyForm.MatchString(literal(text)) {
				found = append(found, use{files.Position(text.Pos()).String(), literal(text), -1})
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func literal(l *ast.BasicLit) string {
	text, _ := strconv.Unquote(l.Value)
	return text
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([sdv])`)

// placeholders are the verbs of a text by the argument that they print.
func placeholders(t *testing.T, text string) []string {
	t.Helper()
	plain := strings.ReplaceAll(text, "%%", "")
	if strings.Count(plain, "%") != len(verb.FindAllString(plain, -1)) {
		t.Errorf("%q has a placeholder that is none", text)
	}
	var out []string
	for i, m := range verb.FindAllStringSubmatch(plain, -1) {
		n := m[1]
		if n == "" {
			n = strconv.Itoa(i + 1)
		}
		out = append(out, n+m[2])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func catalogues(t *testing.T) map[Language]map[string]entry {
	t.Helper()
	all := map[Language]map[string]entry{}
	for _, l := range All() {
		keys, err := read(l)
		if err != nil {
			t.Fatal(err)
		}
		all[l] = keys
	}
	return all
}

func TestCataloguesAgree(t *testing.T) {
	all := catalogues(t)
	for l, keys := range all {
		for key, e := range keys {
			first, ok := all[Simplified][key]
			if !ok {
				t.Errorf("%s has %s, which zh-Hans lacks", l.Code(), key)
				continue
			}
			want := placeholders(t, first.other)
			for _, text := range []string{e.one, e.other} {
				if text == "" && (text == e.other || l == English && e.one != "") {
					t.Errorf("%s: %s is empty", l.Code(), key)
				}
				if got := placeholders(t, text); text != "" && !slices.Equal(got, want) {
					t.Errorf("%s: %s has the placeholders %v, zh-Hans %v", l.Code(), key, got, want)
				}
			}
			if e.one != "" && l != English {
				t.Errorf("%s: %s counts, which Chinese does not", l.Code(), key)
			}
		}
		for key := range all[Simplified] {
			if _, ok := keys[key]; !ok {
				t.Errorf("%s lacks %s", l.Code(), key)
			}
		}
	}
}

func TestEveryKeyIsSaid(t *testing.T) {
	known, used := catalogues(t)[Simplified], map[string]bool{}
	for _, u := range uses(t) {
		e, ok := known[u.key]
		if !ok {
			t.Errorf("%s: no catalogue has %q", u.place, u.key)
			continue
		}
		used[u.key] = true
		if want := len(placeholders(t, e.other)); u.args >= 0 && u.args != want {
			t.Errorf("%s: %s is said with %d arguments, not %d", u.place, u.key, u.args, want)
		}
	}
	for key := range known {
		if !used[key] {
			t.Errorf("nothing says %s", key)
		}
	}
}

// TestScripts holds each catalogue to its script: nothing that Big5 lacks in the
// traditional one or GB 2312 in the simplified one, and nothing Chinese but
// examples in the English one.
func TestScripts(t *testing.T) {
	all := catalogues(t)
	quoted := regexp.MustCompile(`「[^」]*」|/ask \S+`)
	for key, e := range all[English] {
		for _, r := range quoted.ReplaceAllString(e.one+e.other, "") {
			if unicode.Is(unicode.Han, r) || strings.ContainsRune("，。：；（）「」", r) {
				t.Errorf("en: %s holds %q", key, r)
			}
		}
	}
	for l, script := range map[Language]encoding.Encoding{Simplified: simplifiedchinese.HZGB2312, Traditional: traditionalchinese.Big5} {
		for key, e := range all[l] {
			for _, r := range e.other {
				if _, err := script.NewEncoder().String(string(r)); err != nil && unicode.Is(unicode.Han, r) {
					t.Errorf("%s: %s holds %q, which is of another script", l.Code(), key, r)
				}
			}
		}
	}
}

// TestFramesHoldNoFigure: what stands around quotes passes the gate by itself.
func TestFramesHoldNoFigure(t *testing.T) {
	for l, keys := range catalogues(t) {
		for key, e := range keys {
			if !strings.HasPrefix(key, "answer.") && !strings.HasPrefix(key, "check.") {
				continue
			}
			for _, text := range []string{e.one, e.other} {
				bare := verb.ReplaceAllString(text, "·")
				if found := figure.Find(bare); len(found) > 0 || strings.ContainsFunc(bare, unicode.IsNumber) {
					t.Errorf("%s: %s holds a figure: %q", l.Code(), key, text)
				}
			}
		}
	}
}

func TestSay(t *testing.T) {
	for _, test := range []struct {
		l    Language
		key  string
		args []any
		want string
	}{
		{Simplified, "bot.articles", []any{1}, "一共收录了 1 篇文章："},
		{Traditional, "bot.articles", []any{12345}, "一共收錄了 12345 篇文章："},
		{English, "bot.articles", []any{1}, "There is 1 article:"},
		{English, "bot.articles", []any{12345}, "There are 12345 articles:"},
		{English, "bot.asked", []any{"100%"}, "Q: 100%"},
		{English, "there.is-none", nil, "there.is-none"},
	} {
		if got := test.l.Say(test.key, test.args...); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.l.Code(), test.key, got, test.want)
		}
	}
}

func TestWritten(t *testing.T) {
	for text, want := range map[string]Language{
		"鄭州高新區有幾家科技型中小企業": Traditional, "實際利用外資多少": Traditional, "GDP多少億": Traditional,
		"How many companies are there in Zhengzhou?": English, "what about exports": English, "Tell me about Kunshan": English,
	} {
		if got, ok := Written(text); !ok || got != want {
			t.Errorf("%s: %s %v", text, got.Code(), ok)
		}
	}
	for _, text := range []string{"", "广州经开区实际利用外资多少", "著名企业有几家", "有几家", "GDP?", "zhengzhou gaoxinqu you duoshao jia qiye", "an bei can me", "2020", "the 企业", "ok", "里后台"} {
		if got, ok := Written(text); ok || got != Simplified {
			t.Errorf("%s: %s %v", text, got.Code(), ok)
		}
	}
}

func TestOf(t *testing.T) {
	for code, want := range map[string]Language{
		"zh": Simplified, "zh-hans": Simplified, "zh-CN": Simplified, "zh-SG": Simplified, "zh-hans-tw": Simplified,
		"zh-hant": Traditional, "zh-TW": Traditional, "zh-hk": Traditional, "zh-MO": Traditional, "zh_TW": Traditional, "zh-hant-hk": Traditional, "yue": Traditional,
		"en": English, "en-GB": English,
	} {
		if got, ok := Of(code); !ok || got != want {
			t.Errorf("%s: %s %v", code, got.Code(), ok)
		}
	}
	for _, code := range []string{"", "ja", "de", "x", "hans", "!!", "zzzzzzzzzzzz"} {
		if got, ok := Of(code); ok || got != Simplified {
			t.Errorf("%q: %s %v", code, got.Code(), ok)
		}
	}
	for _, l := range All() {
		if got, ok := Of(l.Code()); !ok || got != l {
			t.Errorf("%s is read as %s", l.Code(), got.Code())
		}
	}
}
