package ledger_test

import (
	"testing"

	"youju/retrieval/ledger"
)

func TestTheLedgerFindsByParagraphMetricAndEntity(t *testing.T) {
	r := reader(t)
	kunshan := article("昆山高新区", "昆山高新区引进项目170个。昆山高新区人口30万人。")
	zibo := article("淄博高新区", "淄博高新区引进项目20个，同比增长3%。")
	l := ledger.New(append(r.Read(kunshan), r.Read(zibo)...))
	if n := len(l.All()); n != 4 {
		t.Fatalf("%d entries, want 4", n)
	}
	texts := func(entries []ledger.Entry) string {
		s := ""
		for _, e := range entries {
			s += e.Text + " "
		}
		return s
	}
	for what, c := range map[string][2]string{
		"a paragraph":            {texts(l.Of(zibo.Paragraphs[0].ID)), "20个 3% "},
		"an unknown paragraph":   {texts(l.Of("none")), ""},
		"a metric":               {texts(l.WithMetric("项目")), "170个 20个 3% "},
		"an entity":              {texts(l.WithEntity("昆山高新区")), "170个 30万人 "},
		"traditional characters": {texts(l.WithEntity("昆山高新區")), "170个 30万人 "},
		"width and quotes":       {texts(l.WithEntity("“昆山 高新区”")), "170个 30万人 "},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %q, want %q", what, c[0], c[1])
		}
	}
	if len(l.WithMetric("")) != 0 {
		t.Error("no metric finds entries")
	}
}

func TestKey(t *testing.T) {
	for in, want := range map[string]string{"實際利用 外資": "实际利用外资", "苏南“瞪羚企业”的数量": "苏南瞪羚企业数量", "ＧＤＰ": "gdp", "": ""} {
		if got := ledger.Key(in); got != want {
			t.Errorf("Key(%q) = %q, want %q", in, got, want)
		}
	}
}
