package asking

import (
	"testing"

	"youju/answer/answertest"
)

func TestWhatIsOnlyNamedIsAsked(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for question, want := range map[string]string{
		"首届青禾书展的开幕时间":    "首届青禾书展什么时候开幕",
		"2022年云湖灯会结束时间？": "2022年云湖灯会什么时候结束",
		"周远的出生日期是":       "周远什么时候出生",
		"云湖书店的营业时间":      "",
		"青禾书展的会议时间":      "",
		"开幕时间由谁来定":       "",
		"2023年云湖杯女单冠军":   "2023年云湖杯女单冠军是谁",
		"2023年云湖杯举办国？":   "2023年云湖杯举办国是哪里",
		"冠军":             "",
		"云湖书会主席":         "云湖书会主席是谁",
		"青禾书展什么时候开幕":     "",
	} {
		if want == "" {
			want = question
		}
		if got := Asking(snapshot, question); got != want {
			t.Errorf("%s is asked as %s, not %s", question, got, want)
		}
	}
}
