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
		asked  string
		read   float64
		nobody bool
	}{
		{"晚会上《长河谣》是谁唱的", -0.4, true},
		{"晚会上《长河谣》是谁唱的", 0.6, false}, // the reader sees somebody
		{"歹徒伏击了谁", -0.4, false},
	} {
		if got := Nobody(asking.Read(asking.Question{Text: c.asked}), Sentence{faceless: true, Read: c.read}); got != c.nobody {
			t.Errorf("%s, read %v: nobody %v, want %v", c.asked, c.read, got, c.nobody)
		}
	}
}
