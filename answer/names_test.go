package answer

import "testing"

func TestNamesAsTheyAreWritten(t *testing.T) {
	cases := []struct {
		key, text string
		says      bool
	}{
		{"中央银行", "英国央行英格兰银行宣布加息", true},
		{"科技大学", "中科大的团队", true},
		{"科技大学", "科技公司与大学生", false},
		{"arpnet", "arpanet和sita hln于1969年开始运营", true},
		{"gpt4", "gpt-4由openai发布", true},
		{"gpt4", "gpt-3.5由openai发布", false},
		{"nato", "nasa的计划", false}, // too short to be misspelt
		{"merit", "merits的角色", true},
		{"苏州", "昆山的园区", false},
	}
	for _, c := range cases {
		if got := says(c.text, c.key); got != c.says {
			t.Errorf("%q says %s: %v", c.text, c.key, got)
		}
	}
}

func TestOneOff(t *testing.T) {
	for _, c := range []struct {
		a, b string
		one  bool
	}{{"abcdef", "abcdef", true}, {"abcdef", "abxdef", true}, {"abcdef", "abcdefg", true}, {"bcdef", "abcdef", true}, {"abcdef", "abxdxf", false}, {"abcd", "abcdef", false}} {
		if oneOff(c.a, c.b) != c.one || oneOff(c.b, c.a) != c.one {
			t.Errorf("%s, %s: want %v", c.a, c.b, c.one)
		}
	}
}
