package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"youju/eval/figures"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
)

type measureFiguresCommand struct {
	Labels string `help:"标注所在的文件夹。" default:"testdata/figures" type:"path"`
	Sets   string `help:"题库所在的文件夹，每套题一个子文件夹。" default:"../shared/qa" type:"path"`
	Kind   string `help:"只量这一类数字，例如 amount。"`
	Wrong  string `help:"列出这一栏里不对的，例如 entity+metric。" placeholder:"COLUMN"`
}

// Run measures the ledger against labelled figures.
func (c *measureFiguresCommand) Run(ctx context.Context, env environment) error {
	sample, err := figures.ReadSample(c.Labels)
	if err != nil {
		return err
	}
	tokens, err := index.NewTokenizer()
	if err != nil {
		return fmt.Errorf("open the ledger: %w", err)
	}
	found, err := sample.Read(c.Sets, ledger.NewReader(tokens))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the labelled passages are not here (--sets): %w", err)
	}
	if err != nil {
		return err
	}
	report := sample.Compare(found)
	if c.Kind != "" {
		report = report.Only(c.Kind)
	}
	if c.Wrong != "" {
		c.list(report, env)
	}
	fmt.Fprintf(env.out, "%-14s %9s %9s\n", "", "precision", "recall")
	for _, column := range figures.Columns() {
		s := report.Scores[column]
		fmt.Fprintf(env.out, "%-14s %9.4f %9.4f  (%d of %d found, %d labelled)\n", column, s.Precision(), s.Recall(), s.Right, s.Found, s.Labels)
	}
	return ctx.Err()
}

// list writes the pairs that differ in a column.
func (c *measureFiguresCommand) list(report figures.Report, env environment) {
	var lines []string
	for _, p := range report.Pairs {
		if strings.Contains(" "+strings.Join(p.Wrong, " ")+" ", " "+c.Wrong+" ") {
			lines = append(lines, p.String())
		}
	}
	sort.Strings(lines)
	fmt.Fprintln(env.out, strings.Join(lines, "\n"))
}
