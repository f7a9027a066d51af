// Command fit asks the questions of BEIR folders, each answered whatever its
// support, and writes what was weighed for them, a question a line, for fit.py:
//
//	go run ./eval/fit [-data DIR] FOLDER… > weighed.jsonl
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"youju/answer"
	"youju/embed"
	"youju/eval"
	"youju/retrieval"
	"youju/store"
)

func main() {
	data := flag.String("data", filepath.Join(os.TempDir(), "youju-fit"), "where vectors are kept between runs")
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := weigh(ctx, os.Stdout, *data, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func weigh(ctx context.Context, out io.Writer, data string, folders []string) (err error) {
	reader, err := embed.OpenReader()
	if err != nil {
		return fmt.Errorf("open the reader: %w", err)
	}
	kept, err := store.Open(ctx, filepath.Join(data, store.FileName), store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	lines := bufio.NewWriter(out)
	defer func() { err = errors.Join(err, lines.Flush()) }()
	for _, folder := range folders {
		if err := weighSet(ctx, json.NewEncoder(lines), kept, reader, folder); err != nil {
			return fmt.Errorf("%s: %w", folder, err)
		}
	}
	return nil
}

// weighSet weighs the questions of one folder over its own passages.
func weighSet(ctx context.Context, out *json.Encoder, kept *store.Store, reader *embed.Reader, folder string) error {
	name := filepath.Base(folder)
	queries, err := eval.ReadQueries(folder)
	if err != nil {
		return err
	}
	encoder, err := embed.Open()
	if err != nil {
		return fmt.Errorf("open the encoder: %w", err)
	}
	corpus, err := retrieval.Open(retrieval.Options{Embedder: encoder, Store: kept, Collection: name, Progress: progress(name + ": vectors")})
	if err != nil {
		return err
	}
	defer corpus.Close()
	articles, problems := corpus.Read(ctx, eval.CorpusFile(folder))
	if err := errors.Join(problems...); err != nil {
		return err
	}
	if err := corpus.Replace(ctx, articles); err != nil {
		return err
	}
	weighings, err := eval.Weigh(ctx, corpus.Snapshot(), answer.New(corpus, reader), queries, progress(name+": questions"))
	for _, w := range weighings {
		line := struct {
			Set string `json:"set"`
			eval.Weighing
		}{name, w}
		err = errors.Join(err, out.Encode(line))
	}
	return err
}

// progress says each hundredth thing.
func progress(what string) func(done, total int) {
	return func(done, total int) {
		if done%100 == 0 || done == total {
			fmt.Fprintf(os.Stderr, "%s %d/%d\n", what, done, total)
		}
	}
}
