package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"youju/answer/check"
	"youju/cli"
)

type checkCommand struct {
	JSON bool   `name:"json" help:"每行一个数字的 JSON。"`
	File string `arg:"" optional:"" help:"要核对的文字；不给就从标准输入读。"`
}

// maxCheckedBytes bounds a text that is to be checked.
const maxCheckedBytes = 4 << 20

// Run compares each figure of a text with the articles.
func (c *checkCommand) Run(ctx context.Context, f *flags, env environment) error {
	text, err := c.text(env.in)
	if err != nil {
		return err
	}
	corpus, err := f.collected(ctx, env) // no answer is looked for: the reader stays closed
	if err != nil {
		return err
	}
	checked, err := check.Text(ctx, corpus, text)
	if err != nil {
		return err
	}
	if !c.JSON {
		cli.ShowChecked(env.out, checked)
		return nil
	}
	encoder := lineEncoder(env.out)
	for _, line := range checked {
		if err := encoder.Encode(line); err != nil {
			return fmt.Errorf("write what was checked: %w", err)
		}
	}
	return nil
}

// text is the file's, or what standard input holds.
func (c *checkCommand) text(in io.Reader) (string, error) {
	from := "standard input"
	if c.File != "" && c.File != fromInput {
		file, err := os.Open(c.File)
		if err != nil {
			return "", fmt.Errorf("open the text to check: %w", err)
		}
		defer file.Close()
		in, from = file, c.File
	}
	text, err := io.ReadAll(io.LimitReader(in, maxCheckedBytes+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("read the text to check: %w", err)
	case len(text) > maxCheckedBytes:
		return "", fmt.Errorf("%s is longer than the %d MB that can be checked at once", from, maxCheckedBytes>>20)
	}
	return string(text), nil
}
