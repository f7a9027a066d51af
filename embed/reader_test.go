package embed

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

// readerGolden is a question and a text with what the reference tokenizer and the float32 model make of them: see
// reader/export.py.
type readerGolden struct {
	Question, Text string
	IDs            []int32
	Offsets        [][2]int32
	Start, End     []float64 // less those of [CLS]
}

func readReaderGolden(t testing.TB) []readerGolden {
	t.Helper()
	file, err := os.ReadFile("testdata/reader_golden.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var all []readerGolden
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g readerGolden
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	if len(all) < 40 || lines.Err() != nil {
		t.Fatalf("%d goldens, %v", len(all), lines.Err())
	}
	return all
}

func openReaderForTest(t testing.TB) *Reader {
	t.Helper()
	r, err := OpenReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func readOne(t testing.TB, r *Reader, question, text string) Reading {
	t.Helper()
	readings, err := r.Read(t.Context(), question, []string{text})
	if err != nil {
		t.Fatal(err)
	}
	return readings[0]
}

func TestReaderTokensAreTheReference(t *testing.T) {
	r := openReaderForTest(t)
	for _, g := range readReaderGolden(t) {
		var s readerScratch
		s.encode(r.tokenizer, g.Question, g.Text)
		if !slices.Equal(s.ids, g.IDs) {
			t.Errorf("%q, %q:\n got %v\nwant %v", g.Question, g.Text, s.ids, g.IDs)
		}
		for i, p := range s.places.tokens {
			if want := g.Offsets[i]; p != (place{want[0], want[1]}) {
				t.Errorf("%q: token %d lies at %v, want %v", g.Text, i, p, want)
			}
		}
	}
}

func TestReaderScoresAreNearFloat32(t *testing.T) {
	r := openReaderForTest(t)
	var sum, worst float64
	n, same, all := 0, 0, readReaderGolden(t)
	for _, g := range all {
		reading := readOne(t, r, g.Question, g.Text)
		for i := range g.Start {
			for _, d := range []float64{float64(reading.start[i]) - g.Start[i], float64(reading.end[i]) - g.End[i]} {
				sum, worst, n = sum+d*d, max(worst, math.Abs(d)), n+1
			}
		}
		got, want := reading.Best(1, 40), g.reading().Best(1, 40)
		if got[0].Start == want[0].Start && got[0].End == want[0].End {
			same++
		}
	}
	rms := math.Sqrt(sum / float64(n))
	if !(rms <= 0.1) || !(worst <= 0.8) {
		t.Errorf("scores differ from float32 by %.3f (root mean square), %.3f at most", rms, worst)
	}
	if same < len(all)*9/10 {
		t.Errorf("the best answer is that of float32 for %d of %d", same, len(all))
	}
	t.Logf("difference to float32: %.4f (root mean square), %.3f at most; best answer the same for %d of %d", rms, worst, same, len(all))
}

// reading is what a float32 reader would return.
func (g readerGolden) reading() Reading {
	out := Reading{seen: math.MaxInt}
	for i := range g.Start {
		out.places = append(out.places, place{g.Offsets[i][0], g.Offsets[i][1]})
		out.start, out.end = append(out.start, float32(g.Start[i])), append(out.end, float32(g.End[i]))
	}
	return out
}

func TestEveryKernelReadsTheSame(t *testing.T) {
	g := readReaderGolden(t)[0]
	want := readOne(t, openReaderForTest(t), g.Question, g.Text)
	r, err := openReader(portableKernels())
	if err != nil {
		t.Fatal(err)
	}
	if got := readOne(t, r, g.Question, g.Text); !slices.Equal(got.start, want.start) || !slices.Equal(got.end, want.end) {
		t.Errorf("the portable kernels give other scores")
	}
}

func TestReaderCutsLongTexts(t *testing.T) {
	r := openReaderForTest(t)
	long := strings.Repeat("新", 1000)
	reading := readOne(t, r, "多少？", long)
	room := ReaderTokens - 3 - len([]rune("多少？"))
	if got := reading.Span(0, room); math.IsInf(got, -1) {
		t.Errorf("the %d characters of the window were not seen", room)
	}
	if got := reading.Span(0, room+1); !math.IsInf(got, -1) {
		t.Errorf("a span beyond the window scores %v", got)
	}
	if got := readOne(t, r, strings.Repeat("何", 1000), "新区").Span(0, 2); math.IsInf(got, -1) {
		t.Errorf("a long question leaves no room for the text")
	}
}

func TestReadingsKeepTheirOrderAndDoNotDependOnTheirNeighbours(t *testing.T) {
	r := openReaderForTest(t)
	all := readReaderGolden(t)[:12]
	texts := make([]string, len(all))
	for i, g := range all {
		texts[i] = g.Text
	}
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			readings, err := r.Read(t.Context(), "多少家？", texts)
			if err != nil {
				t.Error(err)
				return
			}
			for i, text := range texts {
				if want := readOne(t, r, "多少家？", text); !slices.Equal(readings[i].start, want.start) {
					t.Errorf("text %d is read otherwise beside others", i)
				}
			}
		})
	}
	group.Wait()
}

func TestReadEnds(t *testing.T) {
	r := openReaderForTest(t)
	if got, err := r.Read(t.Context(), "多少？", nil); len(got) != 0 || err != nil {
		t.Errorf("no texts: %v, %v", got, err)
	}
	for _, text := range []string{"", " ", "\u200b"} {
		if got := readOne(t, r, "多少？", text).Best(3, 20); got != nil {
			t.Errorf("%q has answers: %v", text, got)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Read(ctx, "多少？", []string{"一"}); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancel: %v", err)
	}
}

func TestReaderRefusesBrokenWeights(t *testing.T) {
	for _, file := range []string{"", "YJBGE001", readerFile[:len(readerFile)-4], readerFile + "0000"} {
		if _, err := readReaderWeights(file, weightFile, builtinTokenizer(t)); err == nil {
			t.Errorf("%d bytes were taken for the reader's weights", len(file))
		}
	}
}

// What is allocated is the Reading, not something for each token.
func TestReadingAllocatesLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the model")
	}
	r := openReaderForTest(t)
	count := func(text string) float64 {
		r.read("多少？", text)
		return testing.AllocsPerRun(3, func() { r.read("多少？", text) })
	}
	if short, long := count("新区"), count(strings.Repeat("新区", 80)); long > short+2 {
		t.Errorf("%.0f allocations for 2 tokens, %.0f for 160", short, long)
	}
}
