package evidence

import (
	"testing"

	"youju/answer/asking"
)

func TestWhoWonIsSaid(t *testing.T) {
	for _, c := range []struct {
		asked, text string
		unwon       bool
	}{
		{"2023年云湖杯冠军是哪支球队", "2023年云湖杯将在白塔市举行", true},
		{"2023年云湖杯冠军是哪支球队", "青禾队在决赛中击败星海队", false},
		{"云湖杯季军是谁", "周远摘得铜牌", false},
		{"谁是云湖杯亚军", "周远说云湖杯组织得很好", true},
		{"云湖杯冠军奖金是多少", "云湖杯将在白塔市举行", false},
	} {
		if got := Unwon(asking.Read(asking.Question{Text: c.asked}), Sentence{said: c.text}); got != c.unwon {
			t.Errorf("%s by %s: nobody won %v, want %v", c.asked, c.text, got, c.unwon)
		}
	}
}

func TestNobodyIsNamed(t *testing.T) {
	for _, c := range []struct {
		asked          string
		read, coverage float64
		nobody         bool
	}{
		{"晚会上《长河谣》是谁唱的", -0.4, 0.8, true},
		{"晚会上《长河谣》是谁唱的", 0.6, 0.8, false}, // the reader sees somebody
		{"歹徒伏击了谁", -0.4, 0.8, false},
		{"费用由谁承担", -0.4, 0.8, false}, // 费用由街道承担
		{"费用由谁承担", -0.4, 0.4, true},
	} {
		if got := Nobody(asking.Read(asking.Question{Text: c.asked}), Sentence{faceless: true, Read: c.read, Coverage: c.coverage}); got != c.nobody {
			t.Errorf("%s, read %v: nobody %v, want %v", c.asked, c.read, got, c.nobody)
		}
	}
}

func TestWhoIsLikelyToWinHasNot(t *testing.T) {
	for _, c := range []struct {
		asked, said string
		foretold    bool
	}{
		{"青石奖最佳女主角是谁", "我认为，最佳女主角是林夏。", true},
		{"青石奖最佳女主角是谁", "林夏荣获最佳女主角。", false},
		{"谁有望获得青石奖最佳女主角", "林夏的呼声最高。", false},
		{"青石奖在哪里颁发", "我认为在白塔颁发。", false},
	} {
		if got := Foretold(asking.Read(asking.Question{Text: c.asked}), Sentence{said: c.said}); got != c.foretold {
			t.Errorf("%s by %s: foretold %v", c.asked, c.said, got)
		}
	}
}
