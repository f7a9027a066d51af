package evidence

import "testing"

func TestTheReaderIsAskedInTheWordsOfTheTexts(t *testing.T) {
	for question, want := range map[string]string{
		"2020年GDP增速是多少":  "2020年生产总值增速是多少",
		"CPI涨了多少":        "居民消费价格涨了多少",
		"PMI是多少":         "PMI是多少", // the texts say it
		"ChatGPT什么时候发布的": "ChatGPT什么时候发布的",
		"生产总值增速是多少":      "生产总值增速是多少",
	} {
		if got := asWritten(question, []string{"首批12所学校开工。", "全年生产总值增长2.4%，PMI为50.1。"}); got != want {
			t.Errorf("%s is read as %s, want %s", question, got, want)
		}
	}
}
