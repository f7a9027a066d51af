package index

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	library "github.com/mozillazg/go-pinyin"
)

var update = flag.Bool("update", false, "write pinyin.txt.gz anew from go-pinyin's dictionary")

// libraryReadings are what go-pinyin says of a character, once each.
func libraryReadings(c rune) []string {
	args := library.NewArgs()
	args.Heteronym = true
	var out []string
	for _, reading := range library.SinglePinyin(c, args) {
		if reading = strings.ReplaceAll(reading, "ü", "v"); !slices.Contains(out, reading) {
			out = append(out, reading)
		}
	}
	return out
}

func TestPinyinIsTheLibrarys(t *testing.T) {
	if *update {
		writePinyin(t)
	}
	p, read := readPinyin(), 0
	for c := rune(0); c < 0x20000; c++ {
		want := libraryReadings(c)
		if c > lastRead {
			want = nil
		}
		if got := p.readings(c); !slices.Equal(got, want) {
			t.Errorf("%c is read %q, by the library %q", c, got, want)
		}
		if want != nil {
			read++
		}
	}
	if read < 26_000 {
		t.Errorf("only %d characters have readings", read)
	}
	for _, run := range []string{"郑州", "长沙", "绿色", "〇五", "GDP增长", "重庆"} {
		want := strings.Join(library.LazyPinyin(run, library.NewArgs()), "")
		if got := p.commonest([]rune(run)); got != want {
			t.Errorf("%s is read %q, by the library %q", run, got, want)
		}
	}
}

func writePinyin(t *testing.T) {
	ways := map[string][]rune{}
	for c := rune(firstRead); c <= lastRead; c++ {
		if readings := libraryReadings(c); readings != nil {
			key := strings.Join(readings, ",")
			ways[key] = append(ways[key], c)
		}
	}
	var lines []string
	for readings, characters := range ways {
		lines = append(lines, readings+" "+string(characters)+"\n")
	}
	slices.Sort(lines)
	var zipped bytes.Buffer
	w, _ := gzip.NewWriterLevel(&zipped, gzip.BestCompression)
	_, err := w.Write([]byte(strings.Join(lines, "")))
	if err := errors.Join(err, w.Close(), os.WriteFile("pinyin.txt.gz", zipped.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
	t.Fatal("pinyin.txt.gz is written; run again without -update")
}
