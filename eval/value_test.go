package eval

import "testing"

func TestValuesOfTexts(t *testing.T) {
	for _, c := range []struct {
		text, value string
		right       bool
	}{
		{"20世纪", "1900", true}, {"20世紀", "1800", false}, {"公元前5世纪", "-500", true}, {"公元前5世纪", "5", false},
		{"120家", "120", true}, {"120家", "1200", false}, {"1亿2千万", "120000000", true},
	} {
		if got := valueOf(c.text, c.value); got != c.right {
			t.Errorf("valueOf(%q, %q) = %v", c.text, c.value, got)
		}
	}
}
