package figures_test

import (
	"errors"
	"io/fs"
	"testing"

	"youju/eval/figures"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
)

// The labelled samples: what was reached must not be lost. `youju measure-figures`
// prints the tables.
func TestTheLabelledSamples(t *testing.T) {
	tokens, err := index.NewTokenizer()
	if err != nil {
		t.Fatal(err)
	}
	reader := ledger.NewReader(tokens)
	for folder, floors := range map[string]map[string]float64{
		"":         {"span": 0.97, "value": 0.98, "unit": 0.98, "kind": 0.98, "direction": 0.98, "entity+metric": 0.83, "period": 0.86},
		"second":   {"span": 0.94, "unit": 0.95, "kind": 0.94, "entity+metric": 0.75, "period": 0.87},
		"third":    {"span": 0.96, "unit": 0.96, "kind": 0.97, "entity+metric": 0.74, "period": 0.83},
		"fourth":   {"span": 0.97, "unit": 0.98, "kind": 0.97, "entity+metric": 0.78, "period": 0.83},
		"fifth":    {"span": 0.94, "unit": 0.95, "kind": 0.94, "entity+metric": 0.75, "period": 0.78},
		"sixth":    {"span": 0.98, "unit": 0.98, "kind": 0.98, "entity+metric": 0.77, "period": 0.82},
		"seventh":  {"span": 0.97, "unit": 0.98, "kind": 0.98, "entity+metric": 0.80, "period": 0.89},
		"eighth":   {"span": 0.98, "unit": 0.98, "kind": 0.98, "entity+metric": 0.72, "period": 0.70},
		"ninth":    {"span": 0.96, "unit": 0.94, "kind": 0.95, "entity+metric": 0.69, "period": 0.73},
		"tenth":    {"span": 0.98, "unit": 0.98, "kind": 0.97, "entity+metric": 0.74, "period": 0.83},
		"eleventh": {"span": 0.97, "unit": 0.97, "kind": 0.97, "entity+metric": 0.67, "period": 0.74},
		"twelfth":  {"span": 0.96, "unit": 0.97, "kind": 0.96, "entity+metric": 0.65, "period": 0.85},
	} {
		t.Run("sample "+folder, func(t *testing.T) {
			sample, err := figures.ReadSample("../../testdata/figures/" + folder)
			if err != nil {
				t.Fatal(err)
			}
			found, err := sample.Read("../../../shared/qa", reader)
			if errors.Is(err, fs.ErrNotExist) {
				t.Skip("the question sets are not here: the sample's passages lie in ../shared/qa")
			}
			if err != nil {
				t.Fatal(err)
			}
			report := sample.Compare(found)
			for _, column := range figures.Columns() {
				s := report.Scores[column]
				t.Logf("%-14s precision %.3f recall %.3f", column, s.Precision(), s.Recall())
				if floor, ok := floors[column]; ok && (s.Precision() < floor || s.Recall() < floor) {
					t.Errorf("%s: precision %.3f, recall %.3f, below %.2f", column, s.Precision(), s.Recall(), floor)
				}
			}
		})
	}
}
