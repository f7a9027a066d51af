package screen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// ErrNoBrowser says that Draw's programs, Chromium and pngquant (of Debian's packages
// chromium, pngquant, fonts-noto-cjk and fonts-noto-color-emoji), are not there.
var ErrNoBrowser = errors.New("chromium and pngquant are needed to draw a screen")

const (
	scale   = 1.35 // pixels for each of CSS
	tallest = 3000 // of a screen, in CSS pixels
)

// Draw makes a PNG with a small palette of a Page.
func Draw(ctx context.Context, page, path string) error {
	for _, program := range []string{"chromium", "pngquant"} {
		if _, err := exec.LookPath(program); err != nil {
			return ErrNoBrowser
		}
	}
	dir, err := os.MkdirTemp("", "screen")
	if err != nil {
		return fmt.Errorf("draw a screen: %w", err)
	}
	defer os.RemoveAll(dir)
	source, shot := filepath.Join(dir, "page.html"), filepath.Join(dir, "shot.png")
	if err := os.WriteFile(source, []byte(page), 0o600); err != nil {
		return fmt.Errorf("draw a screen: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	browser := exec.CommandContext(ctx, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir="+dir,
		fmt.Sprintf("--force-device-scale-factor=%g", scale), fmt.Sprintf("--window-size=%d,%d", Width, tallest), "--screenshot="+shot, "file://"+source)
	if out, err := browser.CombinedOutput(); err != nil {
		return fmt.Errorf("draw a screen: %w: %s", err, out)
	}
	if err := crop(shot); err != nil {
		return fmt.Errorf("draw a screen: %w", err)
	}
	small := exec.CommandContext(ctx, "pngquant", "--speed=1", "--strip", "--nofs", "--force", "--output="+path, "32", shot)
	if out, err := small.CombinedOutput(); err != nil {
		return fmt.Errorf("draw a screen: %w: %s", err, out)
	}
	return nil
}

// crop cuts off what is empty below.
func crop(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	whole, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return err
	}
	box := whole.Bounds()
	empty := whole.At(box.Max.X-1, box.Max.Y-1)
	bottom := box.Max.Y
	for ; bottom > box.Min.Y; bottom-- {
		same := true
		for x := box.Min.X; x < box.Max.X && same; x++ {
			same = whole.At(x, bottom-1) == empty
		}
		if !same {
			break
		}
	}
	part := whole.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(image.Rect(box.Min.X, box.Min.Y, box.Max.X, min(box.Max.Y, bottom+14)))
	var out bytes.Buffer
	if err := png.Encode(&out, part); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o600)
}
