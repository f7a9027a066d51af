package figure_test

import (
	"strings"
	"testing"
	"time"

	"youju/figure"
)

// TestLongRowsTakeLinearTime holds that no row of figures' characters makes the rules
// read the same text again and again: of eight times the text 64 times as long. How
// fast the machine is does not matter; it may be disturbed at some tries.
func TestLongRowsTakeLinearTime(t *testing.T) {
	const length, times, tries = 5_000, 8, 5
	takes := func(row string, length int) time.Duration {
		text := strings.Repeat(row, length/len([]rune(row)))
		began := time.Now()
		figure.Find(text)
		return time.Since(began)
	}
	for _, row := range []string{"1", "1-", "1.", "1/", "一", "一万", "零", "几", "a.", "a@", "A ", " ", "“1", "第一", "1小时"} {
		var short, long time.Duration
		for try := 0; try == 0 || try < tries && long > 4*times*short; try++ {
			short, long = takes(row, length), takes(row, times*length)
		}
		if long > 4*times*short {
			t.Errorf("%d runes of %q take %v, %d take %v", length, row, short, times*length, long)
		}
	}
}
