package asking

import "testing"

func TestTheDayOfASourceIsNotAskedFor(t *testing.T) {
	for question, want := range map[string]int{ // days
		"1至7月占比升到了多少？（青禾海关2023年8月8日数据）": 0, "进出口总值是多少（据石塘海关8月8日消息）": 0, "进出口总值多少（来源：石塘海关，2023年8月8日）？": 0,
		"石塘市8月8日进出口总值多少（初步数据）": 1, "石塘会议（8月8日）来了多少人": 1, "石塘会议来了多少人（8月8日）": 1,
	} {
		r, got := Read(Question{Text: question}), 0
		for _, f := range r.Figures {
			if f.When.Day != 0 {
				got++
			}
		}
		if got != want {
			t.Errorf("%s asks of %d days, want %d: %s", question, got, want, r.Raw)
		}
	}
}
