package weigh

import (
	"testing"

	"youju/answer/wording"
	"youju/retrieval/ledger"
)

func TestAPhraseThatOthersPart(t *testing.T) {
	for _, c := range []struct {
		text, thing string
		held        bool
	}{
		{"总部位于广东省过万家私营建筑公司中", "广东省私营建筑", true}, {"城市的更新", "城市更新", true}, {"全球范围内的时间占比", "全球员工", false}, {"新能源汽车", "新能源项目", false},
	} {
		if got := wording.MostlyIn(c.text, c.thing); got != c.held {
			t.Errorf("%s holds %s: %v", c.text, c.thing, got)
		}
	}
}

// TestTheEndOfANameIsCutTheSameEveryTime: whatever ends it, and never all of it.
func TestTheEndOfANameIsCutTheSameEveryTime(t *testing.T) {
	for thing, want := range map[string]string{"青禾集团公司": "青禾", "飞云项目": "飞云", "飞云": "飞云", "企业项目": "企业", "公司": "公司"} {
		if got := withoutGeneric(thing); got != want {
			t.Errorf("%s became %s, want %s", thing, got, want)
		}
	}
}

// TestAnOwnerByALongerName ends in the name that a question says.
func TestAnOwnerByALongerName(t *testing.T) {
	c := Candidate{Entry: ledger.Entry{Entity: "枫桥队内线外援赵林子"}}
	for thing, want := range map[string]bool{"赵林子": true, "枫桥队": false} {
		if got := c.endsOwner([]string{thing}); got != want {
			t.Errorf("%s ends in %s: %v", c.Entry.Entity, thing, got)
		}
	}
}
