// Package chart draws figures that are set against each other as bars in a PNG:
// a title, the unit on the axis, each figure as it is printed at its bar, its
// sources numbered below. Nothing is told by colour alone: what was worked out is
// hatched, and a line says what that means.
package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
)

// Chart says what is drawn. It is kept in place of the picture, which can be drawn
// again from it.
type Chart struct {
	Title   string   `json:"title"`
	Unit    string   `json:"unit"`    // of the rows' values, plain: 家, 美元, %
	UnitIs  string   `json:"unit_is"` // what stands before the unit on the axis: 单位：
	Rows    []Row    `json:"rows"`
	Hatched string   `json:"hatched"` // what hatching means; shown where a row is derived
	Sources []Source `json:"sources"` // in the order shown
	Note    string   `json:"note"`    // below the sources; may be empty
}

// Row is one bar.
type Row struct {
	Label   string  `json:"label"`
	Value   float64 `json:"value"` // in the chart's unit
	Text    string  `json:"text"`  // what is written at the bar
	Derived bool    `json:"derived"`
}

// Source is a numbered line below the bars.
type Source struct {
	N    int    `json:"n"`
	Text string `json:"text"`
}

// MostRows is how many bars fit; Telegram takes no photo that is twenty times as
// high as wide. MostSources are shown of what is below.
const (
	MostRows    = 20
	MostSources = 20
)

// Measures of the picture, in pixels.
const (
	width   = 1080
	margin  = 56
	barHigh = 40
	rowGap  = 22

	titleSize  = 42.0
	labelSize  = 29.0
	axisSize   = 24.0
	sourceSize = 24.0

	titleLines  = 3
	labelLines  = 2
	sourceLines = 2
)

// longest is a value that no figure of an article reaches, and whose digits still
// fit on the axis.
const longest = 1e18

// Check says why the chart cannot be drawn: there is no bar, or too many, or one that
// is out of all measure.
func (c Chart) Check() error {
	if len(c.Rows) == 0 || len(c.Rows) > MostRows {
		return fmt.Errorf("draw a chart: it has %d bars, not 1 to %d", len(c.Rows), MostRows)
	}
	for _, r := range c.Rows {
		if !(math.Abs(r.Value) <= longest) { // nor not a number
			return fmt.Errorf("draw a chart: %v cannot be drawn", r.Value)
		}
	}
	return nil
}

// PNG draws the chart, if it passes Check.
func (c Chart) PNG() ([]byte, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	p, err := newPen(c.highest())
	if err != nil {
		return nil, fmt.Errorf("draw a chart: %w", err)
	}
	c.draw(p)
	page := p.Image().(*image.RGBA).SubImage(image.Rect(0, 0, width, int(p.y)+margin*2/3))
	var out bytes.Buffer
	if err := png.Encode(&out, page); err != nil {
		return nil, fmt.Errorf("draw a chart: %w", err)
	}
	return out.Bytes(), nil
}

// highest is more than all lines and bars take; what is not needed is cut off.
func (c Chart) highest() int {
	text := titleLines*titleSize + float64(len(c.Rows))*labelLines*labelSize + float64(MostSources+3)*sourceLines*sourceSize
	return int(text*lineHigh) + len(c.Rows)*(barHigh+2*rowGap) + 10*margin
}

func (c Chart) draw(p *pen) {
	p.SetColor(paper)
	p.Clear()
	p.y = margin
	p.title(c.Title)
	c.bars(p)
	c.footer(p)
}

// footer tells where the figures stand.
func (c Chart) footer(p *pen) {
	if c.anyDerived() && c.Hatched != "" {
		p.y += 20
		p.hatchedBar(margin, p.y, 44, 26)
		p.text(c.Hatched, line{size: sourceSize, x: margin + 58, width: width - 2*margin - 58, most: sourceLines, color: soft})
	}
	p.y += 22
	p.rule(p.y)
	p.y += 18
	for _, s := range c.Sources[:min(len(c.Sources), MostSources)] {
		p.beside(fmt.Sprintf("[%d]", s.N), line{size: sourceSize, x: margin, width: 60, most: 1, color: soft}, 0)
		p.text(s.Text, line{size: sourceSize, x: margin + 60, width: width - 2*margin - 60, most: sourceLines, color: soft})
		p.y += 4
	}
	if c.Note != "" {
		p.y += 6
		p.text(c.Note, line{size: sourceSize, x: margin, width: width - 2*margin, most: sourceLines, color: soft})
	}
}

func (c Chart) anyDerived() bool {
	for _, r := range c.Rows {
		if r.Derived {
			return true
		}
	}
	return false
}
