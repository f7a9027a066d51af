package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"youju/answer"
	"youju/cli"
)

type askCommand struct {
	JSON     bool     `name:"json" help:"输出 JSON 行；问题为 - 时从标准输入逐行读。"`
	Question []string `arg:"" optional:"" help:"问题。"`
}

// Run answers one question, a stream of them, or chats.
func (c *askCommand) Run(ctx context.Context, f *flags, env environment) error {
	question := strings.Join(c.Question, " ")
	if question == "-" && !c.JSON {
		return fmt.Errorf("reading questions from standard input needs --json")
	}
	_, answerer, err := f.ready(ctx, env)
	if err != nil {
		return err
	}
	switch {
	case question == "-":
		return answerLines(ctx, answerer, env.in, env.out)
	case question == "" && c.JSON:
		return fmt.Errorf("--json needs a question, or - to read them from standard input")
	case question == "":
		return cli.Chat(ctx, answerer.Answer, os.Stdin, env.out)
	}
	a, err := answerer.Answer(ctx, answer.Question{Text: question})
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(env.out).Encode(answerLine{Question: question, Answer: a})
	}
	cli.Show(env.out, a)
	return nil
}

// questionLine is a line of input, answerLine one of output; the contract fixes both.
type questionLine struct {
	ID       string        `json:"id"`
	Question string        `json:"question"`
	History  []answer.Turn `json:"history"`
}

type answerLine struct {
	ID       string `json:"id"`
	Question string `json:"question"`
	answer.Answer
}

// maxQuestionBytes bounds a line of input.
const maxQuestionBytes = 4 << 20

// answerLines answers a question a line, in order. A line that cannot be read
// stops it, with its number: a missing answer would shift all that follow.
func answerLines(ctx context.Context, a *answer.Answerer, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxQuestionBytes)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var q questionLine
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return fmt.Errorf("line %d of the questions is not JSON: %w", n, err)
		}
		answered, err := a.Answer(ctx, answer.Question{Text: q.Question, History: q.History})
		if err != nil {
			return fmt.Errorf("line %d of the questions: %w", n, err)
		}
		if err := encoder.Encode(answerLine{q.ID, q.Question, answered}); err != nil {
			return fmt.Errorf("write the answer to line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read the questions: %w", err)
	}
	return nil
}
