package answer

import (
	"slices"
	"testing"

	"youju/answer/answertest"
)

func TestNamesOfAKindAreWholeWords(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, c := range []struct {
		text, kind, name string
		found            bool
	}{
		{"青禾县首都喀布尔市区很大，首都喀布尔市很大", "市", "首都喀布尔市", false},
		{"青禾县首都喀布尔市很大", "市", "喀布尔市", true},
		{"造成18名巴格达市民死亡", "市", "巴格达市", false},
		{"位于明湖省的村庄", "省", "位于明湖省", false},
		{"发生在天津滨海高新区", "高新区", "天津滨海高新区", true},
	} {
		if got := namesEndingIn(snapshot, c.text, c.kind); slices.Contains(got, c.name) != c.found {
			t.Errorf("%s: %v", c.text, got)
		}
	}
}
