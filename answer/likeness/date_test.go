package likeness

import (
	"testing"

	"youju/figure"
)

func TestADayWithinDays(t *testing.T) {
	for _, c := range []struct {
		said, day string
		within    bool
	}{
		{"6月3日至7日", "6月5日", true}, {"6月3日至7日", "6月3日", true}, {"6月3日至7日", "6月9日", false}, {"6月3日至7日", "7月5日", false},
		{"3月28日到4月2日", "3月31日", true}, {"3月28日到4月2日", "4月3日", false}, {"2023年6月3日至7日", "2022年6月5日", false}, {"6月5日", "6月5日", false},
	} {
		said, day := figure.Find(c.said), figure.Find(c.day)
		if len(said) != 1 || len(day) != 1 || Spans(said[0], day[0].When) != c.within {
			t.Errorf("%s within %s is not %v", c.day, c.said, c.within)
		}
	}
}
