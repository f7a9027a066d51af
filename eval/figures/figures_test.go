package figures

import (
	"testing"

	"youju/figure"
	"youju/retrieval/ledger"
)

func TestSameWords(t *testing.T) {
	cases := []struct {
		a, b string
		want bool
	}{
		{"", "", true},
		{"", "企业", false},
		{"企业", "通过认证的企业", true},
		{"企业", "通过国家级高新技术产业认证企业", false}, // less than a quarter of it
		{"业", "企业", false},
		{"「廣州」", "广州", true},
		{"实际利用外资额", "外资实际利用", true}, // 5 of 6 and 5 pairs are shared
		{"利润总额", "固定资产投资", false},
	}
	for _, c := range cases {
		if got := sameWords(c.a, c.b, heldShare); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

func TestWhereASubjectEndsIsAMatterOfTaste(t *testing.T) {
	if !sameSubject("广州经开区工业", "总产值", "广州经开区", "工业总产值") {
		t.Error("the same words, parted elsewhere")
	}
	if sameSubject("广州经开区", "总产值", "广州经开区", "") {
		t.Error("a metric that is missing")
	}
}

func TestSameValue(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1800", "1800.0", true}, {"0.3333", "0.333333333333", true}, {"5.2", "5.3", false},
		{"2020-01-28", "2020-01-28", true}, {"2020-01-28", "2020", false}, {"", "", true}, {"", "3", false},
	} {
		if got := sameValue(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// One label is met in all, one overlaps a longer figure, one was not found, and
// one figure was not labelled.
func TestCompare(t *testing.T) {
	entry := func(start, end int, text, entity string) ledger.Entry {
		return ledger.Entry{Figure: figure.Figure{Start: start, End: end, Text: text, Kind: figure.Count}, Entity: entity}
	}
	w := Window{Set: "s", ID: "1", Start: 0, End: 100}
	label := func(start, end int, entity string) Label {
		return Label{Window: Window{Set: "s", ID: "1", Start: start, End: end}, Value: "0", Kind: "count", subject: subject{Entity: entity}}
	}
	sample := Sample{Windows: []Window{w}, Labels: []Label{label(0, 2, "广州"), label(10, 14, "天津"), label(20, 22, "昆山"), label(98, 120, "窗外")}}
	report := sample.Compare(map[Window][]ledger.Entry{w: {entry(0, 2, "", "广州"), entry(10, 16, "", "上海"), entry(30, 32, "", "合肥")}})
	for column, want := range map[string]Score{"span": {1, 3, 3}, "value": {2, 3, 3}, "kind": {2, 3, 3}, "entity": {1, 3, 3}} {
		if got := report.Scores[column]; got != want {
			t.Errorf("%s: %+v, want %+v", column, got, want)
		}
	}
	if p, r := report.Scores["span"].Precision(), report.Scores["value"].Recall(); p < 0.333 || p > 0.334 || r < 0.666 || r > 0.667 {
		t.Errorf("precision of spans %v, recall of values %v", p, r)
	}
}
