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

// TestTheWordThatLeadsOn is taken away where a question leans on others without it, too.
func TestTheWordThatLeadsOn(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for question, want := range map[string]string{
		"那福山区呢": "福山区呢", "那么福山区呢": "福山区呢", "那麼福山區呢": "福山區呢", "那曲市呢": "那曲市呢",
		"那么财政收入一共是多少亿元": "那么财政收入一共是多少亿元",
	} {
		if got := WithoutThen(snapshot, Question{Text: question, History: []Turn{{Question: "芝罘区降水多少"}}}).Text; got != want {
			t.Errorf("%s is %q, want %q", question, got, want)
		}
	}
}

func TestTheContraryIsAskedInTraditionalCharactersToo(t *testing.T) {
	for _, c := range [][3]string{
		{"城镇新增就业计划多少人", "实际完成多少", "城镇新增就业实际多少人"},
		{"城鎮新增就業計劃多少人", "實際完成多少", "城镇新增就业实际多少人"},
	} {
		if got := OfContrary(c[0], c[1]); got != c[2] {
			t.Errorf("%s, %s: %q, want %q", c[0], c[1], got, c[2])
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
