package main

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the transcripts in the READMEs anew")

// asked is a command of a transcript.
var asked = regexp.MustCompile(`^\$ go run \. ask "(.+)"$`)

// What the READMEs show is what the program prints.
func TestReadmeTranscript(t *testing.T) {
	data := t.TempDir()
	for _, document := range []string{"README.md", "README.en.md"} {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		before, rest, found := strings.Cut(string(text), "```text\n")
		shown, after, closed := strings.Cut(rest, "```\n")
		if !found || !closed {
			t.Fatalf("%s shows no transcript", document)
		}
		var parts []string
		for line := range strings.Lines(shown) {
			if m := asked.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
				answer := youju(t, "", "ask", "--data", data, m[1]).succeeded(t).out
				parts = append(parts, strings.TrimSpace(line)+"\n"+strings.TrimSpace(answer)+"\n")
			}
		}
		printed := strings.Join(parts, "\n")
		if len(parts) == 0 {
			t.Errorf("%s shows no question", document)
		}
		if shown == printed {
			continue
		}
		if !*update {
			t.Errorf("%s is out of date (go test . -run TestReadme -update); the program prints\n%s", document, printed)
			continue
		}
		if err := os.WriteFile(document, []byte(before+"```text\n"+printed+"```\n"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
