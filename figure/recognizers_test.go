package figure_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"youju/figure"
)

// recognized is a case of another project's suite: a text and the figures that
// its makers expect.
type recognized struct {
	ID      string `json:"_id"`
	Model   string `json:"model"`
	Text    string `json:"text"`
	Figures []struct {
		Text  string          `json:"text"`
		Value decimal.Decimal `json:"value"`
		Unit  string          `json:"unit"`
	} `json:"figures"`
}

// suiteFloor is the share of the suite's figures whose value must be found.
const suiteFloor = 0.95

// TestRecognizers measures the grammar with the Chinese cases of Recognizers-Text.
// A figure is found where Find gives its value, as it is or as an end of a range;
// per cent and fractions are compared as shares (百万分之五 is 0.0005 %).
func TestRecognizers(t *testing.T) {
	cases := recognizersCases(t)
	type tally struct{ found, total int }
	tallies, all, spurious := map[string]*tally{}, tally{}, 0
	for _, c := range cases {
		model := tallies[c.Model]
		if model == nil {
			model = &tally{}
			tallies[c.Model] = model
		}
		got := figure.Find(c.Text)
		if len(c.Figures) == 0 && len(got) > 0 {
			spurious++
			t.Logf("none expected: %s %q gives %s", c.ID, c.Text, describe(got))
		}
		for _, want := range c.Figures {
			model.total++
			all.total++
			if i := foundAs(got, want.Value, want.Unit); i >= 0 {
				model.found++
				all.found++
				got = append(got[:i:i], got[i+1:]...)
				continue
			}
			t.Logf("missed: %s %q wants %s = %s %s, has %s", c.ID, c.Text, want.Text, want.Value, want.Unit, describe(figure.Find(c.Text)))
		}
	}
	for _, model := range []string{"NumberModel", "PercentModel", "OrdinalModel", "CurrencyModel", "DimensionModel"} {
		if m := tallies[model]; m != nil {
			t.Logf("%-15s %3d of %3d", model, m.found, m.total)
		}
	}
	share := float64(all.found) / float64(all.total)
	t.Logf("all             %3d of %3d = %.3f; %d cases give a figure where none is expected", all.found, all.total, share, spurious)
	if share < suiteFloor {
		t.Errorf("%.3f of the values are found, the floor is %.2f", share, suiteFloor)
	}
}

func recognizersCases(t *testing.T) []recognized {
	t.Helper()
	file, err := os.Open("../../shared/figures/recognizers-zh.jsonl")
	if err != nil {
		t.Skipf("skipped: the suite is not beside the repository: %v", err)
	}
	defer func() { _ = file.Close() }()
	var out []recognized
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var c recognized
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatalf("read the suite: %v", err)
		}
		out = append(out, c)
	}
	if err := lines.Err(); err != nil || len(out) == 0 {
		t.Fatalf("read the suite: %d cases, error %v", len(out), err)
	}
	return out
}

// foundAs is which of the figures has the value that is wanted; -1 for none. The
// suite's values are float64 and ours of fractions have twelve digits, so that no more are compared.
func foundAs(got []figure.Figure, want decimal.Decimal, unit string) int {
	hundred := decimal.NewFromInt(100)
	if unit == "%" {
		want = want.Div(hundred)
	}
	for i, f := range got {
		for _, v := range []decimal.Decimal{f.Value, f.High} {
			if f.Unit == "%" || unit == "%" && f.Unit == "个百分点" {
				v = v.Div(hundred)
			}
			if unit == "Kilobyte" && f.Unit == "字节" {
				v = v.Div(decimal.NewFromInt(1000))
			}
			if v.Sub(want).Abs().LessThanOrEqual(want.Abs().Mul(decimal.New(1, -12))) && f.Kind != figure.Name && f.Kind != figure.Identifier {
				return i
			}
		}
	}
	return -1
}

// describe writes figures as text|value|unit|kind|qualifier, so that a case is one line.
func describe(figures []figure.Figure) string {
	var lines []string
	for _, f := range figures {
		value := f.Plain()
		if f.Vague {
			value = "?"
		}
		switch {
		case f.Until != figure.When{}:
			value += ".." + f.Until.String()
		case !f.High.Equal(f.Value) && value != "":
			value += ".." + f.High.String()
		}
		lines = append(lines, strings.Join([]string{f.Text, value, f.Unit, string(f.Kind), f.Qualifier}, "|"))
	}
	return strings.Join(lines, " ")
}
