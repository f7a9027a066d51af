package index

import (
	"strings"
	"testing"
)

// TestATimeIsAskedFor: the noun that ends a question for a time is none of what is looked for.
func TestATimeIsAskedFor(t *testing.T) {
	for question, want := range map[string]string{
		"《我们的冬奥》的上映时间?": "《我们 冬奥》 上映", "青禾峰会举行日期": "青禾峰会举行", "青禾馆开放时间": "青禾馆开放时间", "时间": "时间", "时间是什么时候": "时间", "持续时间": "持续时间",
	} {
		if got := strings.Join(strings.Fields(withoutAsking(question)), " "); got != want {
			t.Errorf("%s: %s, want %s", question, got, want)
		}
	}
}
