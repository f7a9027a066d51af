package main

import (
	"math"
	"strings"
	"testing"

	"youju/eval"
)

func TestEmbed(t *testing.T) {
	text := `"郑州高新区有多少家企业"`
	got := youju(t, `{"text":`+text+`,"kind":"query"}`+"\n"+`{"text":`+text+`,"kind":"passage"}`+"\n", "embed").succeeded(t)
	lines := decode[struct{ Vector []float64 }](t, got.out)
	if len(lines) != 2 || len(lines[0].Vector) != 512 || len(lines[1].Vector) != 512 {
		t.Fatalf("%d lines for 2 texts: %.200s", len(lines), got.out)
	}
	query, passage := lines[0].Vector, lines[1].Vector
	if n := dot(query, query); math.Abs(n-1) > 1e-5 {
		t.Errorf("the query's vector has length %v", math.Sqrt(n))
	}
	// A query's prefix moves its vector, but not far.
	if near := dot(query, passage); near > 0.9999 || near < 0.5 {
		t.Errorf("cosine of a text as query and as passage: %v", near)
	}
}

func dot(a, b []float64) float64 {
	var sum float64
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func TestEmbedRefusesLines(t *testing.T) {
	for _, line := range []string{`{"text":"外资","kind":"title"}`, `{"text":"外资"}`, `外资`} {
		got := youju(t, `{"text":"外资","kind":"passage"}`+"\n"+line+"\n", "embed")
		if got.code != 1 || !strings.Contains(got.err, "line 2") || strings.Count(got.out, "\n") != 1 {
			t.Errorf("after %s: exit code %d, %s, %d vectors", line, got.code, got.err, strings.Count(got.out, "\n"))
		}
	}
}

func TestEval(t *testing.T) {
	data := t.TempDir()
	reports := decode[eval.Report](t, youju(t, "", "eval", "testdata/common", "--json", "--data", data).succeeded(t).out)
	if len(reports) != 1 || reports[0].Questions != 12 {
		t.Fatalf("reports %+v; 12 questions have their passage there", reports)
	}
	if r := reports[0]; r.Fused.Recall1 < 0.9 || r.Lexical.Recall10 < 0.9 || r.Dense.Recall10 < 0.9 {
		t.Errorf("12 easy questions are answered with %+v", r)
	}
	table := youju(t, "", "eval", "testdata/common", "--data", data).succeeded(t).out
	for _, want := range []string{"12", "recall@1", "nDCG@10", "fused", "lexical", "dense"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %s:\n%s", want, table)
		}
	}
}
