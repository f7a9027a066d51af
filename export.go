package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"youju/answer/asking"
	"youju/bot"
	"youju/eval"
	"youju/store"
)

type exportCommand struct {
	Dir string `arg:"" help:"评测集写到这个文件夹；不能已有内容。"`
}

// Run writes what people thought of the bot's answers as a question set, beside a
// running serve.
func (c *exportCommand) Run(ctx context.Context, f *flags, env environment) error {
	kept, err := store.OpenReadOnly(ctx, f.storePath(), store.Options{})
	if err != nil {
		return err
	}
	defer kept.Close()
	ratings, err := kept.Ratings(ctx)
	if err != nil {
		return err
	}
	corpus, answerer, err := f.ready(ctx, env)
	if err != nil {
		return err
	}
	rated, unread, err := joined(ctx, ratings, answerer.Answer)
	if err != nil {
		return err
	}
	done, err := eval.Export(c.Dir, corpus.Snapshot().Articles(), rated)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.out, "已写到 %s：%d 个答对的问题，%d 个不算对的（%s）。用 youju eval %s 测量。\n", c.Dir, done.Right, done.Wrong, eval.WrongFile, c.Dir)
	if done.Gone > 0 {
		fmt.Fprintf(env.err, "youju: 有 %d 个答对的问题，引用的原文已不在收录之列，没有写出。\n", done.Gone)
	}
	if unread > 0 {
		fmt.Fprintf(env.err, "youju: 有 %d 条评价读不出来，没有写出。\n", unread)
	}
	return nil
}

// joined puts the ratings of one answer together: of the same question, asked
// after the same, and answered the same, in the order in which they were first rated.
func joined(ctx context.Context, ratings []store.Feedback, ask eval.Ask) (rated []eval.Rated, unread int, err error) {
	places := map[string]int{}
	for _, f := range ratings {
		was, err := bot.Recall(f.Answer)
		if err != nil {
			unread++
			continue
		}
		if was.History, err = needed(ctx, f.Question, was, ask); err != nil {
			return nil, unread, err
		}
		key, _ := json.Marshal([]any{f.Question, was.History, was.Answer.Text}) // texts: this cannot fail
		i, known := places[string(key)]
		if !known {
			i = len(rated)
			places[string(key)] = i
			rated = append(rated, eval.Rated{Question: f.Question, History: was.History, Answer: was.Answer})
		}
		if f.Rating > 0 {
			rated[i].Right++
		} else {
			rated[i].Wrong++
		}
	}
	return rated, unread, nil
}

// needed is what was said before a question, or nothing where it is answered the
// same without.
func needed(ctx context.Context, question string, was bot.Remembered, ask eval.Ask) ([]asking.Turn, error) {
	if len(was.History) == 0 {
		return nil, nil
	}
	alone, err := ask(ctx, asking.Question{Text: question})
	if err != nil {
		return nil, fmt.Errorf("ask %q again: %w", question, err)
	}
	if alone.Refused == was.Answer.Refused && slices.Equal(alone.Citations, was.Answer.Citations) && len(alone.Figures) == len(was.Answer.Figures) {
		return nil, nil
	}
	return was.History, nil
}
