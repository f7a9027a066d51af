package evidence

import (
	"strings"
	"testing"
)

func TestWhatIsNotOneIsNone(t *testing.T) {
	for _, c := range []struct{ asked, text, want string }{
		{"制造业指数", "非制造业指数为51%", "制造业"},
		{"非制造业指数", "非制造业指数为51%", ""},
		{"制造业指数", "制造业和非制造业指数", ""},
		{"建筑业指数", "非制造业指数", ""},
	} {
		nouns := []string{strings.TrimPrefix(strings.TrimSuffix(c.asked, "指数"), "非")}
		if got := Negated(nouns, c.asked, c.text); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.asked, c.text, got, c.want)
		}
	}
}
