package figures

import (
	"strings"

	"github.com/shopspring/decimal"

	"youju/figure"
	"youju/hanzi"
)

// sameWords is the rule for wordings; share is how much of the longer one the
// shorter must be to count as the same by being held.
func sameWords(a, b string, share float64) bool {
	x, y := bare(a), bare(b)
	if string(x) == string(y) {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) >= 2 && strings.Contains(string(y), string(x)) && float64(len(x)) >= share*float64(len(y)) {
		return true
	}
	return dice(x, y) > 0.5
}

// bare folds a wording and drops what carries no meaning.
func bare(words string) []rune {
	var out []rune
	for _, r := range hanzi.FoldRunes([]rune(words)) {
		if !strings.ContainsRune(" 的“”\"'‘’「」『』《》()【】[]", r) {
			out = append(out, r)
		}
	}
	return out
}

// dice is Dice's coefficient of the pairs of neighbouring characters.
func dice(x, y []rune) float64 {
	if len(x) < 2 || len(y) < 2 {
		return 0
	}
	pairs := map[[2]rune]int{}
	for i := 0; i+1 < len(x); i++ {
		pairs[[2]rune{x[i], x[i+1]}]++
	}
	shared := 0
	for i := 0; i+1 < len(y); i++ {
		if pair := [2]rune{y[i], y[i+1]}; pairs[pair] > 0 {
			pairs[pair]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(x)+len(y)-2)
}

// A wording that is held in another must be this share of it.
const (
	heldShare   = 0.25
	joinedShare = 0.5
)

// sameSubject also takes the border between entity and metric elsewhere. A metric
// that is missing on one side only is no matter of borders, unless all words are there.
func sameSubject(entity, metric, entity2, metric2 string) bool {
	if sameWords(entity, entity2, heldShare) && sameWords(metric, metric2, heldShare) {
		return true
	}
	all, all2 := entity+metric, entity2+metric2
	if (metric == "") != (metric2 == "") {
		return string(bare(all)) == string(bare(all2))
	}
	return sameWords(all, all2, joinedShare)
}

func samePeriod(label, got string) bool {
	got, _, _ = strings.Cut(got, "（")
	return sameWords(label, got, heldShare)
}

// sameValue compares numbers within 0.1 % and all else as text.
func sameValue(label, got string) bool {
	if label == got {
		return true
	}
	x, err := decimal.NewFromString(label)
	if err != nil {
		return false
	}
	y, err := decimal.NewFromString(got)
	if err != nil {
		return false
	}
	return x.Sub(y).Abs().LessThanOrEqual(x.Abs().Mul(decimal.New(1, -3)))
}

// sameUnit takes the unit as it is printed (mm) for what the ledger calls it (毫米).
func sameUnit(label, got string) bool {
	return sameFolded(label, got) || sameFolded(figure.UnitName(label), figure.UnitName(got))
}

func sameFolded(a, b string) bool { return hanzi.Fold(a) == hanzi.Fold(b) }
