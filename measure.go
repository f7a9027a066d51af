package main

import (
	"context"
	"encoding/json"
	"fmt"

	"youju/cli"
	"youju/eval"
)

type evalCommand struct {
	Dir  string `arg:"" help:"有 corpus.jsonl、queries.jsonl、qrels/test.tsv 的文件夹。" type:"existingdir"`
	JSON bool   `name:"json" help:"输出一行 JSON。"`
}

// Run measures retrieval on a BEIR folder.
func (c *evalCommand) Run(ctx context.Context, f *flags, env environment) error {
	queries, err := eval.ReadQueries(c.Dir)
	if err != nil {
		return err
	}
	set := *f
	set.Articles = []string{eval.CorpusFile(c.Dir)}
	corpus, _, err := set.ready(ctx, env)
	if err != nil {
		return err
	}
	report, err := eval.Retrieval(ctx, corpus.Snapshot(), queries, cli.Progress(env.err, "检索"))
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(env.out).Encode(report)
	}
	fmt.Fprintf(env.out, "%d 个问题\n%-10s %9s %9s %9s %9s %9s\n", report.Questions, "", "recall@1", "recall@5", "recall@10", "MRR@10", "nDCG@10")
	for _, row := range []struct {
		name string
		m    eval.Metrics
	}{{"fused", report.Fused}, {"lexical", report.Lexical}, {"dense", report.Dense}} {
		fmt.Fprintf(env.out, "%-10s %9.4f %9.4f %9.4f %9.4f %9.4f\n", row.name, row.m.Recall1, row.m.Recall5, row.m.Recall10, row.m.MRR10, row.m.NDCG10)
	}
	return nil
}
