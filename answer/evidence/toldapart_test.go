package evidence

import (
	"testing"

	"youju/hanzi"
)

func TestWhatTellsOneFromOthers(t *testing.T) {
	for _, c := range []struct {
		asked, text string
		other       bool
	}{
		{"云湖羽毛球赛女双冠军是谁", "林夏在女单决赛中夺冠", true},
		{"云湖羽毛球赛女双冠军是谁", "女双和混双冠军归星海队", false},
		{"云湖羽毛球赛男单冠军是谁", "周远、林夏分获男女单打冠军", false},
		{"云湖羽毛球赛男双冠军是谁", "周远夺得男子单打冠军", true},
		{"云湖羽毛球赛男单冠军是谁", "男女双方各派出十人", false},
		{"白塔冬残奥会旗手是谁", "周远是白塔冬奥会旗手", true},
		{"白塔冬残奥会旗手是谁", "白塔冬奥会和冬残奥会的旗手都是周远", false},
		{"白塔残奥会旗手是谁", "奥组委选定周远为残奥会旗手", false},
		{"中国版《长河谣》的编剧是谁", "日本版《长河谣》由周远编剧", true},
		{"中国版《长河谣》的编剧是谁", "日本版之后有了中国版", false},
		{"林夏在云湖赛决赛击败了谁", "林夏在第一轮击败周远", true},
		{"林夏在云湖赛决赛击败了谁", "林夏击败周远夺冠，此前在半决赛险胜", false},
		{"林夏在云湖赛半决赛击败了谁", "林夏在第一轮击败周远", false},
	} {
		if got := OfOtherKind(c.asked, c.text); got != c.other {
			t.Errorf("%s by %s: of another kind %v", c.asked, c.text, got)
		}
	}
}

func TestWhereSomethingIsHeldIsNobody(t *testing.T) {
	for text, held := range map[string]bool{"决赛在【云湖】举行": true, "决赛在【云湖】继续进行": true, "【林夏】举行发布会": false, "队员在【林夏】带领下获胜": false} {
		span, plain := hanzi.Span{}, []rune{}
		for _, c := range text {
			switch c {
			case '【':
				span.Start = len(plain)
			case '】':
				span.End = len(plain)
			default:
				plain = append(plain, c)
			}
		}
		if got := holdsEvent(plain, span); got != held {
			t.Errorf("%s: held there %v", text, got)
		}
	}
}

func TestANameThatIsAlsoWrittenInLatinLetters(t *testing.T) {
	for text, named := range map[string]bool{"副秘书长罗自力（Rob Waters）来访": true, "罗自力 (Rob J. Waters)来访": true, "国内生产总值（GDP）": false, "组织（org name）": false} {
		if got := inLatin.MatchString(text); got != named {
			t.Errorf("%s names somebody: %v", text, got)
		}
	}
}
