package main

import (
	"context"
	"time"

	"youju/answer"
	"youju/cli"
	"youju/eval"
	"youju/retrieval"
)

type evalCommand struct {
	Dir      string `arg:"" help:"有 corpus.jsonl、queries.jsonl、qrels/test.tsv 的文件夹。" type:"existingdir"`
	JSON     bool   `name:"json" help:"输出一行 JSON。"`
	Failures int    `help:"列出 N 个最差的回答。" placeholder:"N"`
	Curve    bool   `help:"不管把握多大都回答一遍，给出误答与误拒随门槛变化的曲线。"`
	Perturb  int    `help:"改动文章里的数字、单位、地名、年份（抽 N 个答对的），看回答是否跟着变。" placeholder:"N"`
	Sample   int    `help:"只抽 N 个问题（同一个种子抽到同样的）。" placeholder:"N"`
	Seed     uint64 `help:"抽样的种子。" default:"1"`
}

// Run measures retrieval on a BEIR folder, and answers where it holds some. The
// folder's own passages are asked, or the articles that are named.
func (c *evalCommand) Run(ctx context.Context, f *flags, env environment) error {
	queries, err := eval.ReadQueries(c.Dir)
	if err != nil {
		return err
	}
	queries = eval.Sample(queries, c.Sample, c.Seed)
	set := *f
	if len(set.Articles) == 0 {
		set.Articles = []string{eval.CorpusFile(c.Dir)}
	}
	corpus, answerer, err := set.ready(ctx, env)
	if err != nil {
		return err
	}
	var m measured
	if m.Report, err = eval.Retrieval(ctx, corpus.Snapshot(), queries, cli.Progress(env.err, "检索")); err != nil {
		return err
	}
	if eval.HasAnswers(queries) {
		if err := c.answers(ctx, env, corpus, answerer.WithoutSuggestions(), queries, &m); err != nil {
			return err
		}
	}
	if c.JSON {
		return lineEncoder(env.out).Encode(m)
	}
	showMeasures(env.out, m)
	return nil
}

func (c *evalCommand) answers(ctx context.Context, env environment, corpus *retrieval.Corpus, a *answer.Answerer, queries []eval.Query, m *measured) error {
	start := time.Now()
	verdicts, err := eval.Answers(ctx, corpus.Snapshot(), a.Answer, queries, cli.Progress(env.err, "回答"))
	if err != nil {
		return err
	}
	report := eval.Sum(verdicts)
	report.PerSecond = float64(len(queries)) / time.Since(start).Seconds()
	m.Answers = &report
	m.Reasons, m.Worst = eval.Failures(verdicts, c.Failures)
	if c.Curve {
		regardless, err := eval.Answers(ctx, corpus.Snapshot(), a.Regardless().Answer, queries, cli.Progress(env.err, "曲线"))
		if err != nil {
			return err
		}
		curve := eval.NewCurve(eval.Supports(regardless))
		m.Curve = &curve
	}
	if c.Perturb > 0 {
		perturbed, err := eval.Perturb(ctx, corpus, a.Answer, verdicts, c.Perturb, c.Seed, cli.Progress(env.err, "改动"))
		m.Perturbed = &perturbed
		return err
	}
	return nil
}
