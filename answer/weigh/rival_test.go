package weigh

import (
	"testing"

	"youju/answer/evidence"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
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

// lastFigure is the last figure of a sentence as a candidate.
func lastFigure(text, entity string) Candidate {
	runes, found := []rune(text), figure.Find(text)
	s := evidence.Sentence{Source: retrieval.Source{Text: text}, Text: runes, Span: hanzi.Span{End: len(runes)}}
	f := found[len(found)-1]
	return Candidate{Sentence: s, Figure: f, Clause: ClauseOf(runes, s.Span, f), Entry: ledger.Entry{Figure: f, Entity: entity, Article: "a"}}
}

// TestTheOnlyOneThatCountsIt: what alone stands before what is counted need not be said for what it was used.
func TestTheOnlyOneThatCountsIt(t *testing.T) {
	c := lastFigure("随着12吨的压路机开动", "压路机")
	for of, want := range map[string]bool{"环山路": true, "另一台压路机": false} {
		all := belongings{"a": {{entry: ledger.Entry{Figure: figure.Figure{Start: 90}}, of: of}}}
		if got := c.alone("压路机", all); got != want {
			t.Errorf("beside what is of %s: %v", of, got)
		}
	}
}

// TestAHostThatIsSaidOnce, before the first of a list, is that of the others too.
func TestAHostThatIsSaidOnce(t *testing.T) {
	c := lastFigure("原油B7收于每桶70.5元", "原油B7")
	for of, want := range map[string]bool{"白塔交易所原油A5": true, "白塔交易所棉花A5": false} {
		if got := c.shares(belonging{of: of}, "白塔交易所"); got != want {
			t.Errorf("%s: %v", of, got)
		}
	}
}

// TestAnotherCode of the clause, or of what stands last before it, is not the one that is asked for.
func TestAnotherCode(t *testing.T) {
	for text, want := range map[string]bool{"原油wb10.95收于70.5元": true, "原油wb10.99收于70.5元": false, "原油wb10.95收于70.5元，下跌2.8元": true, "棉花c5收于70.5元": false, "原油wb10.95与wb10.99相差2.8元": false} {
		if got := lastFigure(text, "").otherCode("原油wb10.99的价格是多少"); got != want {
			t.Errorf("%s is another: %v", text, got)
		}
	}
}

// TestAnotherIndex of a market: what one is set against is not whose the figure is.
func TestAnotherIndex(t *testing.T) {
	for text, want := range map[string]bool{"深证成指报9000点，涨12点": true, "沪指报3000点，涨12点": false, "上证综指弱于深成指，涨12点": false, "上证50涨12点": true, "成交额120亿元": false} {
		if got := lastFigure(text, "").otherCode("上证指数涨了多少"); got != want {
			t.Errorf("%s is another: %v", text, got)
		}
	}
}
