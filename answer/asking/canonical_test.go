package asking

import (
	"strings"
	"testing"

	"youju/answer/wording"
)

// TestWhatIsNoShortForm, though it holds the characters of one.
func TestWhatIsNoShortForm(t *testing.T) {
	for _, text := range []string{"即时速递", "实时速度", "director", "Doctor", "october", "投了12个三分球", "投了3万票", "列车速度", "老师傅", "双开门冰箱", "奥迪Q3的销量"} {
		if got := wording.LongForm(Formal(text)); got != text {
			t.Errorf("%s became %s", text, got)
		}
	}
	for text, want := range map[string]string{"时速": "速度每小时", "CTO": "首席技术官", "投了50亿吗": "投资了50亿吗", "砸了3.5万元": "投资了3.5万元", "车速": "速度每小时", "星河Q2营收": "星河二季度营业收入", "2023年Q3销量": "2023年三季度销量"} {
		if got := wording.LongForm(Formal(text)); got != want {
			t.Errorf("%s became %s, want %s", text, got, want)
		}
	}
}

func TestVerbsOfMoneyAreReadAsTheNewsWritesThem(t *testing.T) {
	for spoken, want := range map[string]string{"知学城砸了多少钱": "知学城投资了多少钱", "想融多少钱": "想融资多少钱", "投了多少票": "投了多少票", "一共投了多少": "一共投资了多少", "酒店被罚了多少款": "酒店被罚款多少", "发布了多少款手机": "发布了多少款手机",
		"青松地震的震级是多少": "青松地震是几级", "青松地震多少人受伤": "青松地震多少人受伤", "阵风风力多大？": "阵风是几级？",
		"要赔多少钱": "要赔偿多少钱", "自己垫了多少钱": "自己垫付多少钱", "新厂要雇多少人": "新厂要雇用多少人", "被解雇多少人": "被解雇多少人", "海外员工多出几人": "海外员工增加了几人", "甲队比乙队多出几人": "甲队比乙队多出几人", "几点到几点开放": "几点到几点开放", "总共砍掉多少员工": "总共裁员多少人", "裁了多少树": "裁了多少树"} {
		if got := Formal(spoken); !strings.EqualFold(got, want) {
			t.Errorf("%s became %s, want %s", spoken, got, want)
		}
	}
}
