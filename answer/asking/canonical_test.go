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

// TestWhatStandsAroundAQuestion is left out, and what only looks like it is not.
func TestWhatStandsAroundAQuestion(t *testing.T) {
	for asked, want := range map[string]string{
		"写材料用，麻烦核一下：青禾有多少家企业":       "青禾有多少家企业",
		"群里谁知道青禾有多少家企业":             "青禾有多少家企业",
		"青禾有多少家企业？给个准数":             "青禾有多少家企业",
		"青禾固投完成了多少，领导讲话要用":          "青禾固投完成了多少",
		"青禾2019年固投多少？按2020年的数和增速倒推": "青禾2019年固投多少",
		"GDD就是青禾经开区嘛，办了几次活动":        "青禾经开区办了几次活动",
		"想知道上午10:30发生了什么":           "想知道上午10:30发生了什么",
		"设立了30个联系点，做什么用的？":          "设立了30个联系点，做什么用的？",
		"青禾谁知道这件事":                  "青禾谁知道这件事",
		"过了几个月才开工":                  "过了几个月才开工",
		"没过多久就停了":                   "没过多久就停了",
		"花几万块":                      "花多少钱",
	} {
		if got := Formal(asked); got != want {
			t.Errorf("%s became %s, want %s", asked, got, want)
		}
	}
}
