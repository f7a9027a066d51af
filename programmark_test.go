package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestTheMarkIsMadeOfTheBuildID(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "tool", "buildid", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := buildID(program[:buildIDWithin]), strings.TrimSpace(string(out)); got != want || got == "" {
		t.Errorf("the build ID is %q, go says %q", got, want)
	}
	if mark := programMark(); len(mark) != 24 {
		t.Errorf("the mark is %q", mark)
	}
}

func TestOtherProgramsHaveOtherMarks(t *testing.T) {
	const id, other = "aaaaaaaaaaaaaaaaaaaa/b/c/dddddddddddddddddddd", "aaaaaaaaaaaaaaaaaaaa/b/c/eeeeeeeeeeeeeeeeeeee"
	elf := func(id string) string {
		return fmt.Sprintf("\x7fELF..\x04\x00\x00\x00%c\x00\x00\x00\x04\x00\x00\x00Go\x00\x00%s...", len(id), id)
	}
	mach := func(id string) string { return "\xcf\xfa..\xff Go build ID: \"" + id + "\"\n \xff..." }
	// Bazel writes one ID into all programs: their bytes must tell.
	programs := []string{elf(id), elf(other), mach("redacted") + "1", mach("redacted") + "2", elf("") + "1", elf("") + "2", "", "x",
		"\x04\x00\x00\x00Go\x00\x00", "\x04\x00\x00\x00\xff\xff\xff\xff\x04\x00\x00\x00Go\x00\x00", strings.Repeat("y", 2*buildIDWithin), strings.Repeat("y", 2*buildIDWithin+1)}
	seen := map[string]string{}
	for _, program := range programs {
		mark, err := markOf(bytes.NewReader([]byte(program)))
		if before, twice := seen[mark]; err != nil || twice {
			t.Errorf("%.40q and %.40q have the mark %s (%v)", program, before, mark, err)
		}
		seen[mark] = program
	}
	a, _ := markOf(strings.NewReader(elf(id)))
	if b, _ := markOf(strings.NewReader(mach(id) + "another file")); a != b {
		t.Error("the same build ID gives two marks")
	}
}
