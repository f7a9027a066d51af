// Command plot draws false answers against over-refusals, a line for each file
// that `youju eval DIR --curve --json` wrote:
//
//	go run ./eval/plot curve.png cmrc.json drcd.json
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-analyze/charts/chartdraw"

	"youju/eval"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: plot PICTURE.png MEASURED.json…")
		os.Exit(2)
	}
	if err := draw(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "plot:", err)
		os.Exit(1)
	}
}

func draw(picture string, files []string) (err error) {
	var lines []chartdraw.Series
	for _, file := range files {
		c, err := read(file)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		lines = append(lines, line(fmt.Sprintf("%s (AUC %.3f)", name, c.AUC), c))
	}
	out, err := os.Create(picture)
	if err != nil {
		return fmt.Errorf("make the picture: %w", err)
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	c := chart(lines)
	if err := c.Render(chartdraw.PNG, out); err != nil {
		return fmt.Errorf("draw the curve: %w", err)
	}
	return nil
}

func read(file string) (eval.Curve, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return eval.Curve{}, fmt.Errorf("read what was measured: %w", err)
	}
	var measured struct{ Curve *eval.Curve }
	if err := json.Unmarshal(text, &measured); err != nil {
		return eval.Curve{}, fmt.Errorf("%s: %w", file, err)
	}
	if measured.Curve == nil || len(measured.Curve.Points) < 2 {
		return eval.Curve{}, fmt.Errorf("%s holds no curve; measure with --curve", file)
	}
	return *measured.Curve, nil
}

func line(name string, c eval.Curve) chartdraw.Series {
	var x, y []float64
	for _, p := range c.Points {
		x, y = append(x, p.OverRefusal), append(y, p.FalseAnswers)
	}
	return chartdraw.ContinuousSeries{Name: name, YAxis: chartdraw.YAxisSecondary, XValues: x, YValues: y}
}

// side is the picture's width and height in pixels.
const side = 720

// chart has its upright axis on the left, which the library calls the secondary one.
func chart(lines []chartdraw.Series) chartdraw.Chart {
	whole := func() *chartdraw.ContinuousRange { return &chartdraw.ContinuousRange{Min: 0, Max: 1} }
	var ticks []chartdraw.Tick
	for n := 0; n <= 100; n += 10 {
		ticks = append(ticks, chartdraw.Tick{Value: float64(n) / 100, Label: fmt.Sprintf("%d%%", n)})
	}
	c := chartdraw.Chart{
		Width: side, Height: side, Series: lines,
		Background:     chartdraw.Style{Padding: chartdraw.Box{Top: 64, Left: 24, Right: 24, Bottom: 24, IsSet: true}},
		XAxis:          chartdraw.XAxis{Name: "over-refusal (of the answerable)", Range: whole(), Ticks: ticks},
		YAxis:          chartdraw.YAxis{Style: chartdraw.Hidden(), Range: whole(), Ticks: ticks},
		YAxisSecondary: chartdraw.YAxis{Name: "false answers (of the unanswerable)", Range: whole(), Ticks: ticks},
	}
	c.Elements = []chartdraw.Renderable{chartdraw.LegendThin(&c)}
	return c
}
