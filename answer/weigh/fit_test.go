package weigh

import (
	"testing"

	"youju/answer/asking"
	"youju/answer/scales"
	"youju/figure"
)

func TestAges(t *testing.T) {
	for _, c := range []struct {
		question, text string
		fit            float64
	}{
		{"宝宝多大", "四个月大的宝宝", 1}, {"宝宝几岁", "四个月大，已脱险", 1}, {"宝宝多大年纪", "35天大", 1}, {"宝宝多大", "三岁以下", scales.PoorFit}, {"几岁以下可以参加", "三岁以下", 1}, {"宝宝多大", "三岁了", 0.8}, {"宝宝多大", "四个月前", 0.3}, {"雨有多大", "3天大雨", 0.3}, {"房间面积多大", "四个月大", 0.3},
	} {
		f := figure.Find(c.text)[0]
		if got := fit(asking.Read(asking.Question{Text: c.question}), f, []rune(c.text)[f.End:]); got != c.fit {
			t.Errorf("%s: %s fits %v, want %v", c.question, c.text, got, c.fit)
		}
	}
}

func TestSpeeds(t *testing.T) {
	for _, c := range []struct {
		question, text string
		fit            float64
	}{
		{"台风的移动速度是多少", "每小时10公里", 0.9}, {"最高车速是多少", "196 km/h", 1}, {"风速多少", "52米/秒", 1}, {"最高车速是多少", "16级", 0.1}, {"全长多少", "196 km/h", 0.3}, {"抢了多少个篮板", "21分", 0.2},
		{"应急响应提升至几级", "Ⅲ级", 1}, {"7月销量是多少", "三个月", scales.PoorFit}, {"保质期是多少", "三个月", 0.3}, {"几天几夜", "3天", 0.5}, {"造成几人受伤", "4名", 0.95}, {"造成几人受伤", "十几次", 0.05}, {"限速是多少", "80公里/小时", 1}, {"限速是多少", "双向六车道", 0.1}, {"限速是多少", "3亿元", 0.1}, {"男女比例是多少", "3:2", 0.8}, {"失业率是多少", "3:2", 0}, {"总分是多少", "5.5比4.5", 1}, {"比分是多少", "4-2.5", 1}, {"比分是多少", "3-5", scales.PoorFit}, {"总分是多少", "690分", 0.8}, {"进入全国前多少强", "前50强", 1}, {"穿几号球衣", "10号", 1}, {"旧居在云溪里几号", "17号", 1}, {"合同金额是多少瑞郎", "3亿美元", scales.PoorFit}, {"合同金额是多少瑞郎", "3亿瑞郎", 1}, {"合同金额是多少美元", "3亿元", scales.PoorFit}, {"哪几天有雨", "27-29日", 1}, {"哪天开业", "2023-08-09", 0.3}, {"跌幅是多少", "下跌30元", moneyOfRate}, {"基金净值是多少", "1.2元", 1}, {"基金净值是多少", "1.2", 0.6}, {"播的是第几集到第几集", "21-26集", 1}, {"播的是第几集", "21-26集", 0},
	} {
		for _, e := range figure.Find(c.text) {
			if got := fit(asking.Read(asking.Question{Text: c.question}), e, nil); got != c.fit {
				t.Errorf("%s: %s fits %v, want %v", c.question, e.Text, got, c.fit)
			}
		}
	}
}

func TestResults(t *testing.T) {
	for text, want := range map[string]float64{"3分41秒27的成绩": 1, "17米21的成绩": 1, "4人的小队": scales.PoorFit} {
		f := figure.Find(text)[0]
		if got := fit(asking.Read(asking.Question{Text: "她以什么成绩夺冠"}), f, []rune(text)[f.End:]); got != want {
			t.Errorf("%s fits %v, want %v", text, got, want)
		}
	}
}
