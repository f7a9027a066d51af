package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// The lines of `youju figures --json` are the contract's, and their places are
// places of the paragraphs that `youju articles --json` prints.
func TestFiguresAreTheLedgerOfTheArticles(t *testing.T) {
	paragraphs := map[string][]rune{}
	for line := range strings.Lines(youju(t, "", "articles", "--json").out) {
		var a struct {
			Paragraphs []struct{ ID, Text string }
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		for _, p := range a.Paragraphs {
			paragraphs[p.ID] = []rune(p.Text)
		}
	}
	r := youju(t, "", "figures", "--json")
	if r.code != 0 || r.err != "" {
		t.Fatalf("code %d, %s", r.code, r.err)
	}
	found := false
	for line := range strings.Lines(r.out) {
		var f struct {
			Paragraph, Text, Value, Unit, Kind, Entity, Metric, Period, Direction string
			Start, End                                                            int
		}
		var fields map[string]any
		if json.Unmarshal([]byte(line), &f) != nil || json.Unmarshal([]byte(line), &fields) != nil {
			t.Fatalf("no line of JSON: %s", line)
		}
		for _, name := range []string{"paragraph", "start", "end", "text", "value", "unit", "qualifier", "kind", "entity", "metric", "period", "direction"} {
			if _, ok := fields[name]; !ok {
				t.Fatalf("%s is not in %s", name, line)
			}
		}
		text := paragraphs[f.Paragraph]
		if f.End > len(text) || string(text[f.Start:f.End]) != f.Text {
			t.Errorf("%q does not stand at %d of its paragraph", f.Text, f.Start)
		}
		if f.Text == "24.8%" {
			found = true
			if f.Value+f.Unit+f.Kind+f.Metric+f.Period+f.Direction != "24.8%change实际利用外资2020年同比 up" || !strings.HasPrefix(f.Entity, "广州") {
				t.Errorf("24.8%%: %s", line)
			}
		}
	}
	if !found {
		t.Error("24.8% of 广州 is not in the ledger")
	}
}

func TestFiguresForAPerson(t *testing.T) {
	out := youju(t, "", "figures").out
	for _, want := range []string{"国家经开区考评揭晓", "254678万美元", "实际利用外资 [2020年]", "同比 ↑"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in the table", want)
		}
	}
}
