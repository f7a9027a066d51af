package chart

import (
	"image/color"
	"math"
	"strconv"
	"strings"
)

var (
	paper  = color.RGBA{0xff, 0xff, 0xff, 0xff}
	ink    = color.RGBA{0x1b, 0x26, 0x31, 0xff}
	soft   = color.RGBA{0x5a, 0x67, 0x73, 0xff}
	faint  = color.RGBA{0xdf, 0xe4, 0xe8, 0xff}
	solid  = color.RGBA{0x2f, 0x6f, 0xa8, 0xff}
	worked = color.RGBA{0xb3, 0x5c, 0x12, 0xff}
)

func (p *pen) title(s string) {
	p.text(s, line{size: titleSize, x: margin, width: width - 2*margin, most: titleLines, color: ink, bold: true})
	p.y += 16
}

// bars draws each row below its label, then the axis.
func (c Chart) bars(p *pen) {
	s := c.scale(p)
	for _, r := range c.Rows {
		p.y += rowGap
		p.text(r.Label, line{size: labelSize, x: margin, width: width - 2*margin, most: labelLines, color: ink})
		p.y += 8
		p.bar(s, r)
		p.y += barHigh
	}
	c.axis(p, s)
}

func (p *pen) bar(s scale, r Row) {
	p.grid(s, p.y-6, p.y+barHigh+6)
	from, to := s.x(math.Min(0, r.Value)), s.x(math.Max(0, r.Value))
	to = math.Max(to, from+3) // a nought is seen
	if r.Derived {
		p.hatchedBar(from, p.y, to-from, barHigh)
	} else {
		p.SetColor(solid)
		p.DrawRectangle(from, p.y, to-from, barHigh)
		p.Fill()
	}
	x := to + 14
	p.SetColor(paper) // no line of the axis runs through a number
	p.DrawRectangle(x-6, p.y-6, p.wide(p.printable(r.Text), labelSize)+12, barHigh+12)
	p.Fill()
	p.beside(r.Text, line{size: labelSize, x: x, width: width - margin - x, most: 1, color: ink}, (barHigh-labelSize)/2)
}

// hatchedBar is a bar of slanted lines in a frame.
func (p *pen) hatchedBar(x, y, w, h float64) {
	p.Push()
	p.DrawRectangle(x, y, w, h)
	p.SetColor(paper)
	p.FillPreserve()
	p.Clip()
	p.SetColor(worked)
	p.SetLineWidth(4)
	for at := x - h; at < x+w; at += 13 {
		p.DrawLine(at, y+h, at+h, y)
		p.Stroke()
	}
	p.Pop()
	p.ResetClip()
	p.SetColor(worked)
	p.SetLineWidth(3)
	p.DrawRectangle(x+1.5, y+1.5, math.Max(1, w-3), h-3)
	p.Stroke()
}

func (p *pen) rule(y float64) {
	p.SetColor(faint)
	p.SetLineWidth(2)
	p.DrawLine(margin, y, width-margin, y)
	p.Stroke()
}

// grid draws the lines of the axis behind one bar.
func (p *pen) grid(s scale, top, bottom float64) {
	for _, t := range s.ticks {
		p.SetColor(faint)
		p.SetLineWidth(2)
		if t == 0 {
			p.SetColor(soft)
		}
		p.DrawLine(s.x(t), top, s.x(t), bottom)
		p.Stroke()
	}
}

// axis writes the numbers of the scale and, below, the unit.
func (c Chart) axis(p *pen, s scale) {
	p.y += 10
	p.SetFontFace(p.faces[axisSize])
	p.SetColor(soft)
	for _, t := range s.ticks {
		p.DrawStringAnchored(s.number(t), s.x(t), p.y+axisSize*0.92, 0.5, 0)
	}
	p.y += axisSize * lineHigh
	p.text(c.UnitIs+s.word+c.Unit, line{size: axisSize, x: margin, width: width - 2*margin, most: 1, color: soft})
}

// scale places values on the page.
type scale struct {
	low, high   float64 // at the left and right end
	left, right float64 // in pixels
	ticks       []float64
	per         float64 // what the axis' numbers are counted in: 10 000 where word is 万
	word        string
}

func (s scale) x(v float64) float64 {
	return s.left + (v-s.low)/(s.high-s.low)*(s.right-s.left)
}

// scale begins at nought, so that lengths may be compared, and leaves room for
// what is written at the bars.
func (c Chart) scale(p *pen) scale {
	low, high, room := 0.0, 0.0, 0.0
	for _, r := range c.Rows {
		low, high = math.Min(low, r.Value), math.Max(high, r.Value)
		room = math.Max(room, p.wide(p.printable(r.Text), labelSize))
	}
	if low == high {
		high = 1
	}
	room = math.Min(room+28, (width-2*margin)/2)
	step := stepOf(high - low)
	from, to := math.Floor(low/step), math.Ceil(high/step)
	s := scale{low: from * step, high: to * step, left: margin + 2, right: width - margin - room}
	for n := from; n <= to; n++ {
		s.ticks = append(s.ticks, n*step)
	}
	s.per, s.word = counted(math.Max(high, -low), c.Unit)
	return s
}

// number is how a tick is written: three times 0.2 is 0.6, and not 0.6000000000000001.
func (s scale) number(tick float64) string {
	text := strconv.FormatFloat(tick/s.per, 'e', 9, 64)
	rounded, _ := strconv.ParseFloat(text, 64)
	return strings.Replace(strconv.FormatFloat(rounded, 'f', -1, 64), "-", "−", 1)
}

// stepOf is a round step that a span has three to seven of.
func stepOf(span float64) float64 {
	size := math.Pow(10, math.Floor(math.Log10(span/3)))
	for _, by := range []float64{5, 2, 1} {
		if size*by*3 <= span {
			return size * by
		}
	}
	return size
}

// counted is in what Chinese counts a size.
func counted(most float64, unit string) (per float64, word string) {
	switch {
	case unit == "%" || unit == "个百分点" || most < 1e4:
		return 1, ""
	case most < 1e8:
		return 1e4, "万"
	}
	return 1e8, "亿"
}
