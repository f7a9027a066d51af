package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"youju/answer/asking"
	"youju/answer/say"
)

// typed gives lines one at a time, then io.EOF.
func typed(lines ...string) func() (string, error) {
	return func() (string, error) {
		if len(lines) == 0 {
			return "", io.EOF
		}
		line := lines[0]
		lines = lines[1:]
		return line, nil
	}
}

func TestChatRemembers(t *testing.T) {
	var lines []string
	for i := range turnsKept + 3 {
		lines = append(lines, fmt.Sprintf(" 问%d ", i), "")
	}
	var histories [][]asking.Turn
	ask := func(_ context.Context, q asking.Question) (say.Answer, error) {
		if want := fmt.Sprintf("问%d", len(histories)); q.Text != want {
			t.Errorf("asked %q, want %q", q.Text, want)
		}
		histories = append(histories, append([]asking.Turn(nil), q.History...))
		return say.Answer{Text: "答" + q.Text}, nil
	}
	var out strings.Builder
	if err := chat(t.Context(), ask, typed(lines...), &out); err != nil {
		t.Fatal(err)
	}
	for i, history := range histories {
		if len(history) != min(i, turnsKept) {
			t.Fatalf("question %d came with %d turns", i, len(history))
		}
		for j, turn := range history {
			if want := fmt.Sprintf("问%d", i-len(history)+j); turn.Question != want || turn.Answer != "答"+want {
				t.Errorf("turn %d of question %d is %+v", j, i, turn)
			}
		}
	}
	if got := strings.Count(out.String(), "答问"); got != turnsKept+3 {
		t.Errorf("%d answers are shown, want %d", got, turnsKept+3)
	}
}

func TestChatGoesOnAfterAFailure(t *testing.T) {
	ask := func(_ context.Context, q asking.Question) (say.Answer, error) {
		if q.Text == "坏" {
			return say.Answer{}, errors.New("the endpoint is away")
		}
		if len(q.History) != 0 {
			t.Errorf("a question without an answer is remembered: %+v", q.History)
		}
		return say.Answer{Text: "好了"}, nil
	}
	var out strings.Builder
	if err := chat(t.Context(), ask, typed("坏", "好"), &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "the endpoint is away") || !strings.Contains(out.String(), "好了") {
		t.Errorf("shown: %s", out.String())
	}
}

func TestChatTellsABrokenTerminal(t *testing.T) {
	broken := errors.New("input/output error")
	err := chat(t.Context(), nil, func() (string, error) { return "", broken }, io.Discard)
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestChatReadsAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "questions.txt")
	if err := os.WriteFile(path, []byte("外资多少\n增速呢\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var asked []string
	ask := func(_ context.Context, q asking.Question) (say.Answer, error) {
		asked = append(asked, q.Text)
		return say.Answer{Text: "254678万美元"}, nil
	}
	var out strings.Builder
	if err := Chat(t.Context(), ask, in, &out); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(asked, "|"); got != "外资多少|增速呢" || strings.Contains(out.String(), "›") {
		t.Errorf("asked %q, shown %q", got, out.String())
	}
}
