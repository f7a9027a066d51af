package weigh

import (
	"testing"

	"youju/figure"
)

func TestHoursOfAPartOfTheDay(t *testing.T) {
	for _, c := range []struct {
		asked, said string
		out         bool
	}{
		{"晚上几点到", "15时45分", true}, {"晚上几点到", "22时20分", false}, {"晚上几点到", "00:45", false}, {"晚上几点到", "晚上8点", false}, {"晚上几点到", "8点20分", false},
		{"晚上几点到", "8时20分", true}, {"早上几点到", "8点20分", false}, {"早上几点到", "20点20分", true}, {"凌晨几时出发", "1时", false}, {"几点到", "15时45分", false}, {"晚上几点开放", "9:00至21:00", false},
	} {
		f := figure.Find(c.said)[0]
		if got := (Candidate{Figure: f}).outOfHours(c.asked); got != c.out {
			t.Errorf("%s is out of %s: %v", c.said, c.asked, got)
		}
	}
}
