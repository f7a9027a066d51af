package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/alecthomas/kong"

	"youju/news"
)

// buffer is what a command prints; serve logs from several goroutines.
type buffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// result is what a command left behind.
type result struct {
	code     int
	out, err string
}

// youju runs the program with the variables of the person who tests left out.
func youju(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	clearEnvironment(t)
	var out, errs buffer
	code := run(context.Background(), args, environment{strings.NewReader(stdin), &out, &errs})
	return result{code, out.String(), errs.String()}
}

func clearEnvironment(t *testing.T) {
	t.Helper()
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if strings.HasPrefix(name, "YOUJU_") || strings.HasPrefix(name, "TELEGRAM_") {
			t.Setenv(name, "")
		}
	}
}

// succeeded fails the test where the command did.
func (r result) succeeded(t *testing.T) result {
	t.Helper()
	if r.code != 0 {
		t.Fatalf("exit code %d\nstandard output: %s\nstandard error: %s", r.code, r.out, r.err)
	}
	return r
}

// decode reads JSON lines; anything else on standard output fails the test.
func decode[T any](t *testing.T, out string) []T {
	t.Helper()
	var all []T
	for line := range strings.Lines(out) {
		var one T
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("standard output holds a line that is not JSON: %v\n%s", err, line)
		}
		all = append(all, one)
	}
	return all
}

// write makes a file in a folder and returns its path.
func write(t *testing.T, folder, name, text string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestExitCodes(t *testing.T) {
	empty := t.TempDir()
	for _, test := range []struct {
		name     string
		args     []string
		code     int
		out, err string // what is said there
	}{
		{"help", []string{"--help"}, 0, "YOUJU_ARTICLES", ""},
		{"help of serve", []string{"serve", "--help"}, 0, "TELEGRAM_ALLOWED_CHATS", ""},
		{"version", []string{"--version"}, 0, version, ""},
		{"no command", nil, 2, "", "--help"},
		{"unknown command", []string{"figure"}, 2, "", "figure"},
		{"unknown flag", []string{"ask", "--loud", "外资多少"}, 2, "", "--loud"},
		{"questions without --json", []string{"ask", "-"}, 2, "", "--json"},
		{"--json without a question", []string{"ask", "--json"}, 2, "", "--json"},
		{"--json with an empty question", []string{"ask", "--json", " "}, 2, "", "--json"},
		{"no folder to measure", []string{"eval", filepath.Join(empty, "none")}, 2, "", "none"},
		{"unknown protocol", []string{"ask", "--embed-kind", "carrier", "外资多少"}, 2, "", "ollama"},
		{"a chat that is no number", []string{"serve", "--allowed-chats", "1,two"}, 2, "", `"two"`},
		{"empty path", []string{"articles", "--articles", ""}, 2, "", "--articles"},
		{"no such path", []string{"articles", "--articles", filepath.Join(empty, "none")}, 1, "", "none"},
		{"folder without articles", []string{"articles", "--articles", empty}, 0, "", "no articles in " + empty},
		{"endpoint without a model", []string{"ask", "--embed-url", "http://localhost:1", "外资多少"}, 1, "", "no model"},
		{"no token", []string{"serve"}, 1, "", "TELEGRAM_BOT_TOKEN"},
		{"nothing to ask for health", []string{"health", "--http-addr", "127.0.0.1:1"}, 1, "", "127.0.0.1:1"},
		{"not a question set", []string{"eval", empty}, 1, "", "test.tsv"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := youju(t, "", append(test.args, "--data", t.TempDir())...)
			if got.code != test.code || !strings.Contains(got.out, test.out) || !strings.Contains(got.err, test.err) {
				t.Errorf("exit code %d, want %d\nstandard output: %s(wanted %q)\nstandard error: %s(wanted %q)",
					got.code, test.code, got.out, test.out, got.err, test.err)
			}
			if test.code != 0 && got.out != "" {
				t.Errorf("a failure wrote to standard output: %s", got.out)
			}
		})
	}
}

func TestEmptyVariableIsUnset(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", "here.md", "# 这里的文章\n\n当前文件夹里有3篇文章。\n")
	shipped := youju(t, "", "articles").succeeded(t)
	for _, name := range []string{"YOUJU_ARTICLES", "YOUJU_EMBED_KIND", "YOUJU_EMBED_URL", "YOUJU_DATA"} {
		t.Setenv(name, "")
	}
	if got := youju(t, "", "articles").succeeded(t); got.out != shipped.out {
		t.Errorf("with empty variables:\n%s\nwithout:\n%s", got.out, shipped.out)
	}
}

func TestArticles(t *testing.T) {
	person := youju(t, "", "articles").succeeded(t)
	articles := decode[news.Article](t, youju(t, "", "articles", "--json").succeeded(t).out)
	if len(articles) != 8 || strings.Count(person.out, "\n") != 8 {
		t.Fatalf("%d articles as JSON, %d lines for a person; 8 are shipped", len(articles), strings.Count(person.out, "\n"))
	}
	for _, a := range articles {
		if a.ID == "" || len(a.Paragraphs) == 0 || a.Title != "" && !strings.Contains(person.out, a.Title) {
			t.Errorf("article %+v", a)
		}
	}
}

func TestBadFilesLeaveTheRest(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "good.md", "---\ntitle: 园区的路灯\ndate: 2021-03-05\n---\n园区今年换了120台路灯。\n")
	write(t, folder, "deep/also.txt", "充电桩建成\n\n园区建成36个充电桩，全部开放使用。\n")
	write(t, folder, "binary.txt", "\x7fELF\x02\x01\x00\x00\x00\x00\x00\x00")
	write(t, folder, "broken.md", "---\ntitle: [没有写完\n---\n正文。\n")
	write(t, folder, "empty.txt", "")
	got := youju(t, "", "articles", "--json", "--articles", folder).succeeded(t)
	if articles := decode[news.Article](t, got.out); len(articles) != 2 {
		t.Errorf("%d articles were read, want 2: %s", len(articles), got.out)
	}
	for _, name := range []string{"binary.txt", "broken.md", "empty.txt"} {
		if !strings.Contains(got.err, name) {
			t.Errorf("nothing is said of %s: %s", name, got.err)
		}
	}
	all := youju(t, "", "articles", "--articles", filepath.Join(folder, "binary.txt"), "--articles", filepath.Join(folder, "broken.md"))
	if all.code != 1 || all.out != "" {
		t.Errorf("with nothing readable: exit code %d, standard output %q", all.code, all.out)
	}
}

// What cannot be found in the documents cannot be found by those who need it.
func TestDocumentsNameEverything(t *testing.T) {
	parser, err := kong.New(&commandLine{}, kong.Vars{"data": "", "version": version})
	if err != nil {
		t.Fatal(err)
	}
	commands, variables := names(t, parser)
	for document, wanted := range map[string][]string{
		"README.md": append(commands, variables...), "README.en.md": append(commands, variables...),
		".env.example": variables, "CHANGELOG.md": {version}, "Dockerfile": {version},
	} {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range wanted {
			if !strings.Contains(string(text), name) {
				t.Errorf("%s does not name %s", document, name)
			}
		}
	}
}

// names lists the program's commands and the variables that it reads.
func names(t *testing.T, parser *kong.Kong) (commands, variables []string) {
	t.Helper()
	err := kong.Visit(parser.Model, func(node kong.Visitable, next kong.Next) error {
		switch node := node.(type) {
		case *kong.Node:
			commands = append(commands, "youju "+node.Name)
		case *kong.Flag:
			variables = append(variables, node.Envs...)
		}
		return next(nil)
	})
	if err != nil || len(commands) < 6 || len(variables) < 10 {
		t.Fatalf("commands %v, variables %v: %v", commands, variables, err)
	}
	return commands, variables
}
