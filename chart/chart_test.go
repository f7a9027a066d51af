package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func parks() Chart {
	return Chart{
		Title: "哪个高新区的科技型中小企业最多", Unit: "家", UnitIs: "单位：", Hatched: "斜纹：推算，文章没有直接给出", Note: "看了8篇，2篇有",
		Rows: []Row{
			{Label: "郑州高新区", Value: 2000, Text: "2000家 [1]"}, {Label: "淄博高新区", Value: 500, Text: "500家 [2]"},
			{Label: "推算", Value: 1000, Text: "约1000家", Derived: true},
		},
		Sources: []Source{{1, "《郑州》 2021-03-02"}, {2, "《淄博》"}},
	}
}

func drawn(t testing.TB, c Chart) image.Image {
	t.Helper()
	data, err := c.PNG()
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// runs are, for each stretch of lines whose longest run of a colour is at least 3
// pixels, how long it is: the bars from above to below.
func runs(picture image.Image, of color.Color) (long []int) {
	box, r0, g0, b0 := picture.Bounds(), uint32(0), uint32(0), uint32(0)
	r0, g0, b0, _ = of.RGBA()
	within := false
	for y := box.Min.Y; y < box.Max.Y; y++ {
		most, run := 0, 0
		for x := box.Min.X; x < box.Max.X; x++ {
			if r, g, b, _ := picture.At(x, y).RGBA(); r == r0 && g == g0 && b == b0 {
				run++
				most = max(most, run)
			} else {
				run = 0
			}
		}
		switch {
		case most < 3:
			within = false
		case !within:
			within, long = true, append(long, most)
		default:
			long[len(long)-1] = max(long[len(long)-1], most)
		}
	}
	return long
}

func TestBarsAreAsLongAsTheirValues(t *testing.T) {
	picture := drawn(t, parks())
	solids := runs(picture, solid)
	if len(solids) != 2 || math.Abs(float64(solids[0])/float64(solids[1])-4) > 0.05 {
		t.Errorf("bars of 2000 and 500 are %v pixels long", solids)
	}
	frames := runs(picture, worked) // the frames of the bar and of the swatch below
	if len(frames) < 1 || math.Abs(float64(solids[0])/float64(frames[0])-2) > 0.05 {
		t.Errorf("a bar of 1000 is %v pixels long, one of 2000 %d", frames, solids[0])
	}
}

// TestDerivedIsToldWithoutColour looks at lightness only, along the middle of each bar.
func TestDerivedIsToldWithoutColour(t *testing.T) {
	c := parks()
	c.Rows, c.Hatched = c.Rows[1:], ""
	picture := drawn(t, c)
	light := func(x, y int) bool { return color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y > 200 }
	changes := map[string]int{}
	for name, of := range map[string]color.Color{"solid": solid, "hatched": worked} {
		top, left := firstOf(picture, of)
		for x := left + 5; x < left+150; x++ {
			if light(x, top+barHigh/2) != light(x+1, top+barHigh/2) {
				changes[name]++
			}
		}
	}
	if changes["solid"] != 0 || changes["hatched"] < 10 {
		t.Errorf("light and dark change along the bars: %v", changes)
	}
}

func firstOf(picture image.Image, of color.Color) (top, left int) {
	box := picture.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if color.RGBAModel.Convert(picture.At(x, y)) == of {
				return y, x
			}
		}
	}
	return 0, 0
}

func TestNoughtAndLossAreDrawn(t *testing.T) {
	if testing.Short() {
		t.Skip("it does much in one goroutine: left out of a short run")
	}
	for _, values := range [][]float64{{0}, {0, 0}, {-0.6, 1.4}, {-3, -1}, {1e15, 1}, {1e-9, 2e-9}} {
		c := parks()
		c.Rows = nil
		for _, v := range values {
			c.Rows = append(c.Rows, Row{Label: "某", Value: v, Text: "某数"})
		}
		if got := len(runs(drawn(t, c), solid)); got != len(values) {
			t.Errorf("%v: %d bars", values, got)
		}
	}
}

func TestWhatCannotBeDrawn(t *testing.T) {
	for _, n := range []int{0, MostRows + 1} {
		c := parks()
		c.Rows = make([]Row, n)
		if _, err := c.PNG(); err == nil {
			t.Errorf("%d bars were drawn", n)
		}
	}
	for _, value := range []float64{math.Inf(1), math.NaN(), -2 * longest} {
		c := parks()
		c.Rows[0].Value = value
		if _, err := c.PNG(); err == nil {
			t.Errorf("a bar of %v was drawn", value)
		}
	}
}

func TestCharactersThatTheFontDoesNotHave(t *testing.T) {
	p := testPen(t)
	for text, want := range map[string]string{
		"鄭州高新區254678万美元，24.8%": "鄭州高新區254678万美元，24.8%", // common traditional ones are there
		"圳鑫婧厠":                 "圳鑫婧厕",                 // a rare one by its simplified one
		"𠮷野":                   "□野",
		"涨了😀👍🏽":                "涨了□□□",
		"a\u200b\ufe0f\u202eb": "ab",
		"第一\n第二\t第三":           "第一 第二 第三",
		"坏\xff":                "坏□",
	} {
		if got := p.printable(text); got != want {
			t.Errorf("%q is drawn as %q, want %q", text, got, want)
		}
	}
}

func testPen(t testing.TB) *pen {
	t.Helper()
	p, err := newPen(10)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestLinesHoldTheirText: no line is too wide, no number is cut, nothing is lost
// but what an ellipsis stands for.
func TestLinesHoldTheirText(t *testing.T) {
	p := testPen(t)
	part := rapid.OneOf(rapid.StringMatching(`[一-龥]{1,12}[，。]?`), rapid.SampledFrom([]string{"254678万美元", "24.8%", "GDP", " ", "（2020年）", "《", "1,234户"}))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(part, 1, 20).Draw(t, "parts"), "")
		l := line{size: labelSize, width: rapid.Float64Range(200, 900).Draw(t, "width"), most: rapid.IntRange(1, 5).Draw(t, "lines")}
		lines := p.broken(text, l)
		if len(lines) > l.most {
			t.Fatalf("%d lines of %d", len(lines), l.most)
		}
		for i, s := range lines {
			if p.wide(s, l.size) > l.width {
				t.Fatalf("%q is %f wide, of %f", s, p.wide(s, l.size), l.width)
			}
			if i > 0 && digits(lines[i-1], false) && digits(s, true) {
				t.Fatalf("a number is cut between %q and %q", lines[i-1], s)
			}
		}
		spaceless := strings.NewReplacer(" ", "", "…", "")
		whole, said := spaceless.Replace(p.printable(text)), spaceless.Replace(strings.Join(lines, ""))
		if cut := strings.HasSuffix(strings.Join(lines, ""), "…"); !strings.HasPrefix(whole, said) || !cut && whole != said {
			t.Fatalf("%q became %q", text, lines)
		}
	})
}

// digits says whether a text ends (or begins) with one.
func digits(s string, begins bool) bool {
	runes := []rune(s)
	if len(runes) == 0 {
		return false
	}
	if begins {
		return unicode.IsDigit(runes[0])
	}
	return unicode.IsDigit(runes[len(runes)-1])
}

func TestStepsAreRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		span := rapid.Float64Range(1e-6, 1e15).Draw(t, "span")
		if n := span / stepOf(span); n < 2.9 || n > 7.6 {
			t.Fatalf("%f is cut into %f", span, n)
		}
	})
	for span, want := range map[float64]float64{10: 2, 2103: 500, 1.4: 0.2, 8: 2, 25: 5, 1: 0.2} {
		if got := stepOf(span); math.Abs(got-want) > want/1e6 {
			t.Errorf("%v is counted by %v, want %v", span, got, want)
		}
	}
}

func TestTicksAreWrittenShort(t *testing.T) {
	p := testPen(t)
	for high, want := range map[float64]string{
		1.4: "0 0.2 0.4 0.6 0.8 1 1.2 1.4", 2103: "0 500 1000 1500 2000 2500", 141300000000: "0 200 400 600 800 1000 1200 1400 1600", 0.003: "0 0.001 0.002 0.003", -0.7: "−0.8 −0.6 −0.4 −0.2 0",
		254678e4: "0 5 10 15 20 25 30",
	} {
		s := Chart{Rows: []Row{{Value: high}}, Unit: "元"}.scale(p)
		var got []string
		for _, tick := range s.ticks {
			got = append(got, s.number(tick))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("up to %v: %v, want %s", high, got, want)
		}
	}
}

func FuzzAnyTextIsDrawn(f *testing.F) {
	f.Add("郑州高新区", "2103家", 2103.0)
	f.Add("<b>\xff\u202e😀", strings.Repeat("9", 300), -1e300)
	f.Fuzz(func(t *testing.T, label, text string, value float64) {
		c := Chart{Title: text, Unit: label, Rows: []Row{{Label: label, Value: value, Text: text, Derived: value > 9}}, Sources: []Source{{1, label + text}}, Note: text}
		data, err := c.PNG()
		if err != nil {
			if math.Abs(value) <= longest {
				t.Fatal(err)
			}
			return
		}
		if box, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || box.Width != width || box.Width+box.Height > 10_000 {
			t.Fatalf("%+v, %v", box, err)
		}
	})
}
