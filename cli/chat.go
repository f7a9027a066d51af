package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/chzyer/readline"
	"golang.org/x/term"

	"youju/answer/asking"
	"youju/answer/say"
)

// Ask answers a question.
type Ask func(context.Context, asking.Question) (say.Answer, error)

// turnsKept is how many earlier turns a question is read with.
const turnsKept = 6

// Chat answers questions from in until it ends or ctx does. On a terminal lines
// can be edited and earlier ones called back; elsewhere each line is a question.
func Chat(ctx context.Context, ask Ask, in *os.File, out io.Writer) error {
	prompt := ""
	if term.IsTerminal(int(in.Fd())) {
		prompt = "问 › "
		fmt.Fprintln(out, "有据：问文章里的事，每个数字都有出处。Ctrl-D 结束。")
	}
	lines, err := readline.NewEx(&readline.Config{Prompt: prompt, Stdin: in, Stdout: out, HistoryLimit: 500})
	if err != nil {
		return fmt.Errorf("open the terminal: %w", err)
	}
	defer lines.Close()
	stop := context.AfterFunc(ctx, func() { lines.Close() })
	defer stop()
	return chat(ctx, ask, lines.Readline, out)
}

func chat(ctx context.Context, ask Ask, line func() (string, error), out io.Writer) error {
	var history []asking.Turn
	for {
		text, err := line()
		if errors.Is(err, io.EOF) || errors.Is(err, readline.ErrInterrupt) || ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read a question: %w", err)
		}
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		a, err := ask(ctx, asking.Question{Text: text, History: history})
		if err != nil {
			fmt.Fprintln(out, "这个问题没能回答：", err)
			continue
		}
		Show(out, a)
		fmt.Fprintln(out)
		history = append(history, asking.Turn{Question: text, Answer: a.Text})
		if len(history) > turnsKept {
			history = history[1:]
		}
	}
}
