package answer

import (
	"context"
	"testing"

	"youju/answer/answertest"
	"youju/answer/asking"
	"youju/embed"
)

// history are articles that tell what happened when, as encyclopedias and chronicles do.
var history = [][]string{
	{"松江海关史", "1857年3月，松江道台通过了扩建码头的提案。4月20日，道台任命前任税务司林远帆为松江海关首任关长。同年秋，码头动工。"},
	{"画家生平", "1945年，当时还是上尉的陆正岩，成为《山河画报》的封面人物。1971年，陆正岩成为《电视周刊》的封面人物。"},
	{"云岭冰川", "云岭冰川形成于距今74000年，在22000年前开始消退。云岭冰川的遗址博物馆于2013年6月4日开馆。"},
	{"古城沿革", "公元前4713年，先民在青禾筑城。青禾古城毁于19世纪60年代的大火。七月初六，守军出城；七月十一，守军攻破石门关。"},
	{"石门大会", "1949年，第一届石门大会召开。1975年1月，四届石门大会召开，代表们通过了石门宪章。"},
	{"海峡之战", "条约规定对英赔款四百万两，对法赔款二百万两。"},
	{"人口峰值", "东原国领土面积最大时为270万平方公里，人口峰值则为3400万。"},
	{"边界", "东原国在北方有一条跟西漠国比邻的边界，长达723公里。"},
	{"排名", "白塔港外贸吞吐量排名全国第10，在西部12港中排第1位。白塔大学在2016年的全球评比中位列22名。"},
	{"联合大会", "1971年10月25日，第26屆聯合大會通過接納決議。"},
	{"新生儿", "新生儿的睡眠达到每天18小时以上。"},
	{"轰炸", "沙州民团炮击造成150多名平民丧生，其中有12名儿童。"},
	{"东罗马", "在620年，赫略皇帝首次让希腊语取代拉丁语，成为帝国的官方语言。"},
	{"边镇", "西漠国边境的几个镇遭到攻占，至少3个弹药库受到攻击出现爆炸。"},
	{"集市爆炸", "4日早些时候，东岭集市发生一起爆炸，造成1名平民死亡、2人受伤。"},
	{"山城安全", "此前几个月，山城的安全局势较为平稳。"},
}

func TestWhenThingsHappened(t *testing.T) {
	encoder, err := embed.Open()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := embed.OpenReader()
	if err != nil {
		t.Fatal(err)
	}
	answerer := New(answertest.Collection(t, encoder, history...), reader)
	for _, c := range []struct{ question, said string }{
		{"道台在哪一年任命林远帆为松江海关首任关长？", "1857年"},
		{"陆正岩在哪一年成为《山河画报》的封面人物？", "1945年"},
		{"陆正岩哪一年成为《电视周刊》的封面人物", "1971年"},
		{"云岭冰川形成于何时？", "74000年"},
		{"云岭冰川从什么时候开始消退", "22000年"},
		{"云岭冰川的遗址博物馆在2013年几月开馆？", "6月"},
		{"先民在青禾筑城是哪一年", "公元前4713年"},
		{"青禾古城毁于哪一个世纪的大火", "19世纪"},
		{"守军在哪一天攻破石门关？", "七月十一"},
		{"第四届石门大会在哪一年召开？", "1975年"},
		{"条约规定赔偿英国多少银两？", "四百万两"},
		{"东原国的人口峰值大约多少人？", "3400万"},
		{"东原国与西漠国比邻的边界长达多少公里？", "723公里"},
		{"白塔港外贸吞吐量在西部12港中排名第几？", "第1位"},
		{"白塔大学在2016年全球评比中的排名是多少", "22名"},
		{"第幾屆聯合大會通過接納決議?", "第26屆"},
		{"新生儿一天要睡超过多少个小时?", "18小时"},
		{"沙州民团炮击造成了多少平民丧生？", "150多名"},
		{"在哪一年东罗马赫略皇帝让希腊语成为官方语言?", "620年"},
		{"东岭集市的爆炸导致多少人员伤亡", "1名"},
		{"东岭集市爆炸死了多少人", "1名"},
		{"东岭集市爆炸有几人受伤", "2人"},
		{"西漠国边境的几个镇有多少个弹药库受到攻击", "3个"},
	} {
		got, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		if len(got.Figures) > 0 {
			said = got.Figures[0].Text
		}
		if got.Refused || said != c.said {
			t.Errorf("%s\n got %s (refused %v): %q\nwant %s", c.question, said, got.Refused, got.Text, c.said)
		}
	}
}

func TestSomeMonthsAgoAsksForNoMonths(t *testing.T) {
	for _, question := range []string{"谁曾在几个月前被民团扣押", "此前几个月，山城的安全局势怎么样"} {
		if r := asking.Read(asking.Question{Text: question}); r.Asks.Numeric() {
			t.Errorf("%s asks for a figure: %v", question, r.Asks)
		}
	}
}
