package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/answer/scales"
	"youju/embed"
)

// TestApart: a figure is apart where a thing that the question names belongs to another one,
// not where its sentence goes on with the thing, says we for it, or parts its name.
func TestApart(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	corpus := answertest.Collection(t, encoder,
		[]string{"返乡", "云溪镇有4万多人口，2015年云溪镇农民人均收入达到1.2万元。“但我们还有800多贫困人口，他们对改变现状的渴望异常强烈。”镇长说。"},
		[]string{"篮球", "莫里斯得到37分和12个篮板，马布里和翟晓川各自拿下21分。"},
		[]string{"风情", "今年第6号台风“海燕”中心附近最大风力16级，距玉海市约610公里。预计将以每小时10~15公里的速度向西偏北方向移动。"},
		[]string{"招股", "2022年公司在总部位于青禾省过万家私营建筑公司中排名前50位，青禾省私营建筑业规模约8000亿元。"},
	)
	for _, c := range []struct {
		question, figure string
		apart            float64
	}{
		{"云溪镇还有多少贫困人口", "800多", 0},
		{"莫里斯抢了多少个篮板", "12个", 0},
		{"翟晓川抢了多少个篮板", "12个", 1},
		{"台风“海燕”的移动速度是多少", "10~15公里", 0},
		{"公司在青禾省私营建筑公司中排名第几", "前50位", 0},
	} {
		found := false
		answerer := New(corpus, nil).Telling(func(w Weighed) {
			for _, f := range w.Figures {
				if f.Text != c.figure {
					continue
				}
				found = true
				if got := f.Features.(scales.Figure).Apart; got != c.apart {
					t.Errorf("%s: %s is apart %v, want %v", c.question, c.figure, got, c.apart)
				}
			}
		})
		if _, err := answerer.WithoutSuggestions().Answer(context.Background(), asking.Question{Text: c.question}); err != nil || !found {
			t.Errorf("%s: %s not weighed (%v)", c.question, c.figure, err)
		}
	}
}
