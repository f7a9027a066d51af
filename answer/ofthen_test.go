package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
)

// TestTheSentenceOfTheYearIsSaid before one that is nearer to the question and of another year.
func TestTheSentenceOfTheYearIsSaid(t *testing.T) {
	answerer := withReader(t, [][]string{
		{"光模块", "2023-08-15，正文：云图光电近日在接受调研时表示，客户已明确提出了云图光电三号模块的主要需求，以配合未来更大带宽的需求。预计2024年三号模块的进度主要为测试以及小批量需求，真正上量则会在2025年开始。"},
		{"会见", "2023-08-18，正文：18日上午，省委书记沈亦明在长沙与云海医疗集团总裁张云一行会谈。沈亦明感谢云海医疗集团长期参与湖南医疗卫生事业。"},
	})
	for question, want := range map[string]string{
		"云图光电说2024年三号模块主要是什么需求": "预计2024年三号模块的进度主要为测试以及小批量需求",
		"湖南省委书记沈亦明会见了谁":         "张云",
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: question})
		if err != nil || a.Refused || !strings.Contains(a.Text, want) {
			t.Errorf("%s: want %s (%v)\n%s", question, want, err, a.Text)
		}
	}
}
