package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/cli"
	"youju/lang"
)

type askCommand struct {
	JSON     bool     `name:"json" help:"输出 JSON 行；问题为 - 时从标准输入逐行读。"`
	Question []string `arg:"" optional:"" help:"问题。"`
}

// fromInput stands for standard input in the place of a question.
const fromInput = "-"

func (c *askCommand) question() string { return strings.TrimSpace(strings.Join(c.Question, " ")) }

// Validate refuses what --json leaves without a meaning.
func (c *askCommand) Validate() error {
	switch question := c.question(); {
	case question == fromInput && !c.JSON:
		return errors.New("reading questions from standard input needs --json")
	case question == "" && c.JSON:
		return errors.New("--json needs a question, or - to read them from standard input")
	}
	return nil
}

// Run answers one question, a stream of them, or chats.
func (c *askCommand) Run(ctx context.Context, f *flags, env environment) error {
	_, answerer, err := f.ready(ctx, env)
	if err != nil {
		return err
	}
	ask := inItsLanguage(answerer.Answer)
	question := c.question()
	switch question {
	case fromInput:
		return answerLines(ctx, ask, env.in, env.out)
	case "":
		return cli.Chat(ctx, ask, os.Stdin, env.out)
	}
	a, err := ask(ctx, asking.Question{Text: question})
	if err != nil {
		return err
	}
	if c.JSON {
		return lineEncoder(env.out).Encode(answerLine{Question: question, Answer: a})
	}
	cli.Show(env.out, a)
	return nil
}

// inItsLanguage answers a question in English in English, any other in simplified
// Chinese.
func inItsLanguage(ask cli.Ask) cli.Ask {
	return func(ctx context.Context, q asking.Question) (say.Answer, error) {
		if written, _ := lang.Written(q.Text); written == lang.English {
			q.Language = written
		}
		return ask(ctx, q)
	}
}

// questionLine is a line of input, answerLine one of output; the contract fixes both.
type questionLine struct {
	ID       string        `json:"id"`
	Question string        `json:"question"`
	History  []asking.Turn `json:"history"`
}

type answerLine struct {
	ID       string `json:"id"`
	Question string `json:"question"`
	say.Answer
}

// lineEncoder writes JSON lines with < and & as they are.
func lineEncoder(out io.Writer) *json.Encoder {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder
}

// maxQuestionBytes bounds a line of input.
const maxQuestionBytes = 4 << 20

// answerLines answers a question a line, in order. A line that cannot be read
// stops it, with its number: a missing answer would shift all that follow.
func answerLines(ctx context.Context, ask cli.Ask, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxQuestionBytes)
	encoder := lineEncoder(out)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var q questionLine
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return fmt.Errorf("line %d of the questions is not JSON: %w", n, err)
		}
		answered, err := ask(ctx, asking.Question{Text: q.Question, History: q.History})
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
