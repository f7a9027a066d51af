package cli

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Progress returns a function that draws a bar on a terminal as work is done; nil
// where out is none, or is not looked at by a person.
func Progress(out io.Writer, what string) func(done, total int) {
	f, ok := out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total int) {
		if bar == nil || bar.GetMax() != total || bar.IsFinished() {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription(what),
				progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(),
				progressbar.OptionUseANSICodes(true), progressbar.OptionFullWidth())
		}
		_ = bar.Set(done) // drawing may fail on a closed terminal; the work goes on
	}
}
