package main

import (
	"encoding/json"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"youju/eval"
)

func measured(t *testing.T, name string, curve any) string {
	t.Helper()
	text, err := json.Marshal(map[string]any{"questions": 3, "curve": curve})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// coloured counts the pixels of a part of the picture that are not grey.
func coloured(picture image.Image, part image.Rectangle) int {
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if r, g, b, _ := picture.At(x, y).RGBA(); max(r, g, b)-min(r, g, b) > 0x4000 {
				n++
			}
		}
	}
	return n
}

func TestDraw(t *testing.T) {
	// Right until one in ten is refused: the line runs along the left and bottom edges.
	good := eval.NewCurve([]eval.Supported{{Support: 0.1}, {Support: 0.2}, {Support: 0.5, Answerable: true}, {Support: 0.9, Answerable: true}})
	path := filepath.Join(t.TempDir(), "curve.png")
	if err := draw(path, []string{measured(t, "good.json", good)}); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if picture.Bounds() != image.Rect(0, 0, side, side) {
		t.Fatalf("the picture is %v", picture.Bounds())
	}
	if n := coloured(picture, image.Rect(side/4, side/5, side, side*4/5)); n > 0 {
		t.Errorf("%d coloured pixels where a curve of right refusals does not go", n)
	}
	if n := coloured(picture, image.Rect(0, side/5, side/4, side*4/5)); n < side/3 {
		t.Errorf("%d coloured pixels at the left edge", n)
	}
}

func TestDrawSaysWhatIsWrong(t *testing.T) {
	for want, file := range map[string]string{
		"no curve":           measured(t, "flat.json", nil),
		"read what":          filepath.Join(t.TempDir(), "none.json"),
		"cannot unmarshal":   measured(t, "words.json", "good"),
		"measure with":       measured(t, "one.json", eval.NewCurve([]eval.Supported{{Support: 1}})),
		"one.json holds no ": measured(t, "one.json", eval.Curve{}),
	} {
		if err := draw(filepath.Join(t.TempDir(), "x.png"), []string{file}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
