package cli

import (
	"testing"

	"go.uber.org/goleak"
)

// The library that edits lines watches the terminal's width for as long as the process lives.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreTopFunction("github.com/chzyer/readline.DefaultOnWidthChanged.func1.1"))
}
