package news

import "testing"

func TestALineBelowTheTitleDatesASpeech(t *testing.T) {
	for line, want := range map[string]string{
		"——2022年3月5日在第十三届全国人民代表大会第五次会议上":  "2022-03-05",
		"（2018年3月20日第十三届全国人民代表大会第一次会议通过）": "2018-03-20",
		"(2018年3月20日)": "2018-03-20",
		"——2022年的工作":   "",
		"——2022年3月5日，会议开幕。他说了话。": "",
		"2022年3月5日在会议上":          "",
		"（2022年3月5日）在会议上":        "",
	} {
		if got := deliveredOn(line); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
	articles, err := Parse("report.txt", []byte("# 政府工作报告\n\n——2022年3月5日在第十三届全国人民代表大会第五次会议上\n\n国务院总理\n\n各位代表：\n\n国内生产总值达到114万亿元，增长8.1%。\n"))
	if err != nil || len(articles) != 1 || articles[0].Date != "2022-03-05" {
		t.Fatalf("%+v, %v", articles, err)
	}
	if text := articles[0].Paragraphs[0].Text; text != "——2022年3月5日在第十三届全国人民代表大会第五次会议上" {
		t.Errorf("the line is %q", text)
	}
}
