package asking

import (
	"testing"

	"youju/answer/answertest"
)

func TestAnEmptyFollowUpExchangesNothing(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for question, want := range map[string]string{"那呢": "", "的呢": "", "那的呢": "", "白塔经开区呢": "白塔经开区有几个项目"} {
		if got := exchange(snapshot, "青禾高新区有几个项目", question); got != want {
			t.Errorf("%s is %q in full, want %q", question, got, want)
		}
	}
}

// TestAFollowUpExchangesWhatIsNamedAlike, and not what is counted of it.
func TestAFollowUpExchangesWhatIsNamedAlike(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	traditional := Question{Text: "那麼獨角獸企業呢", History: []Turn{{Question: "青禾高新區有幾家瞪羚企業"}}}
	if got, want := InFull(snapshot, traditional), "青禾高新区有几家独角兽企业"; got != want {
		t.Errorf("%s is %q in full, want %q", traditional.Text, got, want)
	}
	for _, c := range [][3]string{
		{"华星公司有多少员工", "明光公司呢", "明光公司有多少员工"},
		{"石林景区接待游客多少", "那龙湖景区呢", "龙湖景区接待游客多少"},
		{"青禾高新区有几家瞪羚企业", "独角兽企业呢", "青禾高新区有几家独角兽企业"},
		{"青禾高新区有多少企业", "民营企业呢", "青禾高新区有多少民营企业"},
	} {
		if got := exchange(snapshot, c[0], c[1]); got != c[2] {
			t.Errorf("%s, %s is %q in full, want %q", c[0], c[1], got, c[2])
		}
	}
}
