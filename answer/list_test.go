package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
)

// meadow is a made-up collection of things that are told apart by name only.
func meadow(t *testing.T) *Answerer {
	return withoutReader(t,
		[]string{"青禾高新区：合作与投入",
			"2021年3月，青禾高新区走进东原理工大学，对接产学研合作；2021年6月，青岭师范学院一行到访青禾高新区，对接产学研合作。",
			"青禾高新区2021年的投入分三块。湿地公园的投资达46亿元，增幅为9.5%；旧城改造的投资增长31%。",
			"青禾高新区为企业建起挂点服务制度，供水、路面、绿化等问题，协调解决了215个。"})
}

func TestLists(t *testing.T) {
	a, err := meadow(t).Answer(context.Background(), asking.Question{Text: "青禾高新区跟哪些高校对接过产学研合作"})
	if err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(a.Text, "\n"); first != "东原理工大学 [1]、青岭师范学院 [2]" || a.Refused || len(a.Citations) != 2 {
		t.Errorf("got %q, refused %v, citations %+v", a.Text, a.Refused, a.Citations)
	}
}

func TestThingsOfOthers(t *testing.T) {
	answerer := meadow(t)
	for _, c := range []struct {
		question, begins string
		refused          bool
	}{
		{"青禾高新区湿地公园的投资是多少", "46亿元", false},
		{"青禾高新区旧城改造投资增长了多少", "31%", false},
		{"青禾高新区旧城改造的投资是多少亿元", "", true}, // 46亿元 is the park's
		{"路面坏了找谁", "青禾高新区 [", false},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Refused != c.refused || !strings.HasPrefix(a.Text, c.begins) {
			t.Errorf("%s: got %q, refused %v", c.question, a.Text, a.Refused)
		}
	}
}

func TestPartsAndOtherZones(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"白塔经开区：投资继续增长",
			"2021年，白塔经开区固定资产投资达830亿元，同比增幅为6.2%，总量在赤水经开区和东原省各经开区中居首位。",
			"2021年，白塔经开区抓重点投资。水利项目的固投增长58%，学校项目的固投增长33.5%。"})
	for _, c := range []struct {
		question, figure string
		refused          bool
	}{
		{"2021年白塔经开区固定资产投资增长多少", "6.2%", false},
		{"白塔经开区水利项目固投增长多少", "58%", false},
		{"赤水经开区固定资产投资是多少", "830亿元", true}, // it is only set against it
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Figures) == 0 || a.Figures[0].Text != c.figure || a.Refused != c.refused {
			t.Errorf("%s: got %q, refused %v", c.question, a.Text, a.Refused)
		}
	}
}

func TestTwins(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"青禾高新区的企业",
			"2021年，青禾高新区列入东原“羚羊企业”的有37家，列入青岭“羚羊企业”的有22家，列入“猎豹企业”的有5家。"})
	for _, c := range []struct{ question, holds, lacks string }{
		{"青禾高新区有多少家羚羊企业", "37家|22家", "5家"},
		{"青禾高新区列入青岭羚羊企业的有多少家", "22家", "37家"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range strings.Split(c.holds, "|") {
			if !strings.Contains(a.Text, want) || a.Refused {
				t.Errorf("%s: got %q, refused %v, without %s", c.question, a.Text, a.Refused, want)
			}
		}
		if strings.Contains(a.Text, c.lacks) {
			t.Errorf("%s: got %q, with %s", c.question, a.Text, c.lacks)
		}
	}
}
