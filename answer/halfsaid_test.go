package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
)

// halfSaid are articles of which the cases below ask by short forms, by ends, or by what only the article's date tells.
var halfSaid = [][]string{
	{"贷款", "2023-05-24 16:07，正文：国际货币基金组织于5月23日表示，未来几天内将与桑卡就320亿美元贷款审查达成协议。6月30日，桑卡将面临约28亿美元的国际货币基金组织到期债务。"},
	{"宵禁", "桑卡双方在各自控制区实施宵禁，自晚上9时至次日凌晨5时禁止车辆出行。9月3日下午2时，宵禁一度解除。"},
	{"消费券", "竹海购物节将发放300万元消费券，9月8日上午10时开始抢券。"},
	{"枪声", "石塘县警方通报，4月2日一名男子持枪拒捕，民警开枪将其击伤。"},
	{"选美", "离奇的是，选美皇后莉娜3月曾在社交媒体上发布一段跳伞视频，配文称“这是我的告别”。", "事故发生后，粉丝前往评论区悼念。3月12日，莉娜曾发布视频并写道，自己跳得很高兴。"},
	{"教师招聘", "今年，青禾省财政安排山区教师工资性补助52.36亿元，拟招聘山区教师约3.25万人。"},
	{"裁员", "石桥软件2023财年累计裁员6000人。石桥软件的海外就业人数却出现增长，增加了1500人，首次超过8万人。"},
	{"短剧", "《梅岭月色》开启了超前点映，有博主开启了“21-26集”的循环直播。"},
	{"法院", "自2019年3月9日成立以来，柳溪互联网法院发出司法建议31份。"},
}

func TestWhatIsHalfSaidIsUnderstood(t *testing.T) {
	answertest.Long(t)
	answerer := withReader(t, halfSaid)
	for _, c := range []struct{ question, said string }{
		{"桑卡6月底要还IMF多少到期债务", "28亿美元"},
		{"IMF说几天内就能跟桑卡谈成贷款审查，这笔贷款有多大规模", "320亿美元"},
		{"桑卡双方控制区里的宵禁从几点持续到几点", "晚上9时至次日凌晨5时"},
		{"莉娜发跳伞视频是几月几号", "3月12日"},
		{"青禾省打算招多少山区教师啊 财政出工资补助的那个", "3.25万人"},
		{"裁员之余，石桥软件的海外就业人数反而多出几人", "1500人"},
		{"《梅岭月色》点映时博主循环直播的是第几集到第几集", "21-26集"},
		{"柳溪互联网法院挂牌是哪年哪月哪日", "2019年3月9日"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || figureSaid(a) != c.said {
			t.Errorf("%s: %q, want %q (%v)\n%s", c.question, figureSaid(a), c.said, err, a.Text)
		}
	}
	a, err := answerer.Answer(context.Background(), asking.Question{Text: "竹海消费券几号开抢"})
	if err != nil || strings.Contains(a.Text, "开枪") {
		t.Errorf("taken for a word of another article: %v\n%s", err, a.Text)
	}
}
