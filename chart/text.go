package chart

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"image/color"
	"io"
	"strings"
	"unicode"

	"git.sr.ht/~sbinet/gg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"

	"youju/hanzi"
)

// packedFont is Noto Sans SC, less what is rare; see font/mkfont.py.
//
//go:embed font/NotoSansSC.ttf.gz
var packedFont []byte

// pen draws on a page from above to below; y is where it stands.
type pen struct {
	*gg.Context
	font  *opentype.Font
	faces map[float64]font.Face
	y     float64
}

func newPen(height int) (*pen, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(packedFont))
	if err != nil {
		return nil, fmt.Errorf("unpack the font: %w", err)
	}
	raw, err := io.ReadAll(unpacked)
	if err != nil {
		return nil, fmt.Errorf("unpack the font: %w", err)
	}
	p := &pen{Context: gg.NewContext(width, height), faces: map[float64]font.Face{}}
	if p.font, err = opentype.Parse(raw); err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	for _, size := range []float64{titleSize, labelSize, axisSize, sourceSize} {
		face, err := opentype.NewFace(p.font, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return nil, fmt.Errorf("read the font: %w", err)
		}
		p.faces[size] = face
	}
	return p, nil
}

// lineHigh is how high a line is, of its size.
const lineHigh = 1.38

// line says how a text is set: at x, broken to a width, in so many lines.
type line struct {
	size, x, width float64
	most           int
	color          color.Color
	bold           bool
}

// text writes below what is there already.
func (p *pen) text(s string, l line) {
	for _, part := range p.broken(s, l) {
		p.y += l.size
		p.put(part, l)
		p.y += l.size * (lineHigh - 1)
	}
}

// put writes one line that stands on y. The font has one weight: a bold line is
// written twice, the second time a little to the right.
func (p *pen) put(s string, l line) {
	p.SetFontFace(p.faces[l.size])
	p.SetColor(l.color)
	p.DrawString(s, l.x, p.y-l.size*0.08)
	if l.bold {
		p.DrawString(s, l.x+l.size/48, p.y-l.size*0.08)
	}
}

// beside writes one line below where the pen stands, without moving it.
func (p *pen) beside(s string, l line, below float64) {
	at := p.y
	p.y += below
	for _, part := range p.broken(s, l) {
		p.y += l.size
		p.put(part, l)
	}
	p.y = at
}

func (p *pen) wide(s string, size float64) float64 {
	p.SetFontFace(p.faces[size])
	w, _ := p.MeasureString(s)
	return w
}

// printable is the text with what the font has no form for replaced: a
// traditional character by its simplified one, what cannot be seen by nothing,
// all else by an empty box.
func (p *pen) printable(s string) string {
	var buffer sfnt.Buffer
	has := func(r rune) bool {
		i, err := p.font.GlyphIndex(&buffer, r)
		return err == nil && i != 0
	}
	return strings.Map(func(r rune) rune {
		simple := []rune(hanzi.Simplify(string(r)))[0]
		switch {
		case unicode.IsSpace(r):
			return ' '
		case has(r):
			return r
		case has(simple):
			return simple
		case !unicode.IsGraphic(r), unicode.In(r, unicode.M, unicode.Variation_Selector):
			return -1
		}
		return '□'
	}, s)
}

// broken breaks a text into lines; what does not fit into the last ends in an
// ellipsis.
func (p *pen) broken(s string, l line) []string {
	var lines []string
	rest := []rune(strings.TrimSpace(p.printable(s)))
	for len(rest) > 0 {
		end := p.fitting(rest, l)
		if len(lines) == l.most-1 && end < len(rest) {
			for end > 1 && p.wide(string(rest[:end])+"…", l.size) > l.width {
				end = lastBreak(rest, end-1)
			}
			return append(lines, string(rest[:end])+"…")
		}
		lines = append(lines, strings.TrimSpace(string(rest[:end])))
		rest = []rune(strings.TrimLeft(string(rest[end:]), " "))
	}
	return lines
}

// fitting is how many runes go into one line: at least one.
func (p *pen) fitting(text []rune, l line) int {
	end := 0
	for end < len(text) && p.wide(string(text[:end+1]), l.size) <= l.width {
		end++
	}
	if end == len(text) {
		return end
	}
	return lastBreak(text, max(1, end))
}

// lastBreak is the last place at or before end where a line may break: never
// within a number or a Latin word, nor before a mark that ends something; end
// itself where there is none.
func lastBreak(text []rune, end int) int {
	for at := end; at > 0; at-- {
		if at == len(text) || !(joined(text[at-1]) && joined(text[at]) && text[at-1] != '%') && !strings.ContainsRune("，。、；：？！）》」』】〕”’…,.;:?!)]％%", text[at]) &&
			!strings.ContainsRune("（《「『【〔“‘([", text[at-1]) {
			return at
		}
	}
	for at := end; at > 0; at-- { // a word and a number without a space between them
		if at == len(text) || !(unicode.IsDigit(text[at-1]) || strings.ContainsRune(".,", text[at-1])) || !unicode.IsDigit(text[at]) {
			return at
		}
	}
	return end
}

func joined(r rune) bool {
	return r < 0x2e80 && (unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(".,%-−+", r))
}
