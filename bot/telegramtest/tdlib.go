package telegramtest

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"
)

//go:embed testdata/tdlib.py
var tdlibScript string

// TDLib parses HTML with Telegram's own parser, TDLib, through the Python
// package tdjson in one python3 process. It does not check a message's length.
type TDLib struct {
	in  *json.Encoder
	out *bufio.Reader
}

// NewTDLib skips the test where python3 or its package tdjson is missing.
func NewTDLib(t testing.TB) *TDLib {
	t.Helper()
	cmd := exec.Command("python3", "-c", tdlibScript)
	in, errIn := cmd.StdinPipe()
	out, errOut := cmd.StdoutPipe()
	if err := errors.Join(errIn, errOut); err != nil {
		t.Fatal(err)
	}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Skipf("skipped: TDLib's parser needs python3: %v", err)
	}
	t.Cleanup(func() { _ = in.Close(); _ = cmd.Wait() })
	judge := &TDLib{json.NewEncoder(in), bufio.NewReader(out)}
	switch line, err := judge.out.ReadString('\n'); line {
	case "ready\n":
	case "missing\n":
		t.Skip("skipped: TDLib's parser needs the Python package tdjson (pip install tdjson==1.8.69)")
	default:
		t.Fatalf("TDLib does not start: %v\n%s", err, &stderr)
	}
	return judge
}

// ParseHTML is what TDLib makes of the text; an error is one of TDLib's or of
// the process.
func (j *TDLib) ParseHTML(text string) (string, []Entity, error) {
	if err := j.in.Encode(text); err != nil {
		return "", nil, fmt.Errorf("ask TDLib: %w", err)
	}
	line, err := j.out.ReadBytes('\n')
	if err != nil {
		return "", nil, fmt.Errorf("hear from TDLib: %w", err)
	}
	var reply struct {
		Kind     string `json:"@type"`
		Message  string `json:"message"`
		Text     string `json:"text"`
		Entities []struct {
			Offset int `json:"offset"`
			Length int `json:"length"`
			Type   struct {
				Kind string `json:"@type"`
				URL  string `json:"url"`
			} `json:"type"`
		} `json:"entities"`
	}
	if err := json.Unmarshal(line, &reply); err != nil {
		return "", nil, fmt.Errorf("hear from TDLib: %w", err)
	}
	if reply.Kind == "error" {
		return "", nil, errors.New(strings.TrimPrefix(reply.Message, "Can't parse entities: "))
	}
	var entities []Entity
	for _, e := range reply.Entities {
		entities = append(entities, Entity{Type: botAPIType(e.Type.Kind), Offset: e.Offset, Length: e.Length, URL: e.Type.URL})
	}
	return reply.Text, entities, nil
}

// botAPIType turns textEntityTypeTextUrl into text_link, and so on.
func botAPIType(kind string) string {
	names := map[string]string{
		"TextUrl": "text_link", "BlockQuote": "blockquote", "ExpandableBlockQuote": "expandable_blockquote", "PreCode": "pre",
	}
	kind = strings.TrimPrefix(kind, "textEntityType")
	if name, ok := names[kind]; ok {
		return name
	}
	return strings.ToLower(kind)
}
