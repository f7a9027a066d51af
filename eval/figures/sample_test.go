package figures_test

import (
	"errors"
	"io/fs"
	"testing"

	"youju/eval/figures"
	"youju/retrieval/index"
	"youju/retrieval/ledger"
)

// The labelled sample: what was reached must not be lost. `youju measure-figures`
// prints the table.
func TestTheLabelledSample(t *testing.T) {
	sample, err := figures.ReadSample("../../testdata/figures")
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := index.NewTokenizer()
	if err != nil {
		t.Fatal(err)
	}
	found, err := sample.Read("../../../shared/qa", ledger.NewReader(tokens))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the question sets are not here: the sample's passages lie in ../shared/qa")
	}
	if err != nil {
		t.Fatal(err)
	}
	report := sample.Compare(found)
	floors := map[string]float64{"span": 0.97, "value": 0.98, "unit": 0.96, "kind": 0.97, "direction": 0.98, "entity+metric": 0.80, "period": 0.85}
	for _, column := range figures.Columns {
		s := report.Scores[column]
		t.Logf("%-14s precision %.3f recall %.3f", column, s.Precision(), s.Recall())
		if floor, ok := floors[column]; ok && (s.Precision() < floor || s.Recall() < floor) {
			t.Errorf("%s: precision %.3f, recall %.3f, below %.2f", column, s.Precision(), s.Recall(), floor)
		}
	}
}
