package figure_test

import (
	"strings"
	"testing"
	"time"

	"youju/figure"
)

// TestLongRowsTakeLinearTime holds that no row of figures' characters makes the
// rules read the same text again and again.
func TestLongRowsTakeLinearTime(t *testing.T) {
	const length = 20_000
	rows := []string{"1", "1-", "1.", "1/", "一", "一万", "零", "几", "a.", "a@", "A ", " ", "“1", "第一", "1小时"}
	for _, row := range rows {
		text := strings.Repeat(row, length/len([]rune(row)))
		start := time.Now()
		figure.Find(text)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%d runes of %q take %v", length, row, took)
		}
	}
}
