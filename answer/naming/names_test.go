package naming

import (
	"slices"
	"strings"
	"testing"

	"youju/answer/answertest"
)

func TestANameThatAQuestionBeginsWith(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for question, want := range map[string]string{"拉卡拉被央行罚款多少": "拉卡拉", "本泽马的年薪是多少": "本泽马", "医院船的任务是什么": "", "高新技术的产值": "", "企业的产值是多少": ""} {
		if got := Opening(snapshot, question); got != want {
			t.Errorf("%s begins with the name %q, want %q", question, got, want)
		}
	}
	if LacksAllOf("蓝藻菌", "久而久之，蓝藻被同化") || !LacksAllOf("拉卡拉", "瑞银信被罚款27万元") || LacksAllOf("", "瑞银信") {
		t.Error("what lacks all of a name is told wrongly")
	}
}

func TestWhatATextLacksOfAName(t *testing.T) {
	for _, c := range []struct {
		name, text string
		lacks      float64
	}{
		{"木子世乒", "木子在世乒赛上首战", 0}, {"卫宁健康", "京东健康的业绩", 0.5}, {"孙俪", "演员孙俪", 0}, {"卫宁", "京东健康", 1},
	} {
		if got := LackedOf([]string{c.name}, c.text); got != c.lacks {
			t.Errorf("%s lacks %v of %s, want %v", c.text, got, c.name, c.lacks)
		}
	}
}

func TestWhatAsksIsNoPartOfAName(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, question := range []string{"沈阿福哪一年救起了五名落水者", "陈阿贵何时回乡", "王阿禄几岁"} {
		for _, n := range In(snapshot, question) {
			if strings.ContainsAny(n.Shown, "哪何几") {
				t.Errorf("%s names %s", question, n.Shown)
			}
		}
	}
}

// TestCommonWordsAreNoPlaces: gse's dictionary holds these words to be places.
func TestCommonWordsAreNoPlaces(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for _, question := range []string{"山道的长度是多少", "上一个冰河时代的高山冰川何时融化", "公司上市后的福利如何", "滑坡波及多少农户", "四门之中西门叫什么"} {
		if names := In(snapshot, question); len(names) > 0 {
			t.Errorf("%s names %v", question, names)
		}
	}
	if names := In(snapshot, "郑州的滑坡"); len(names) != 1 || names[0].Shown != "郑州" {
		t.Errorf("郑州的滑坡 names %v", names)
	}
}

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
		{"俄联邦", "一名俄海军军官", true},
		{"俄联邦", "一名俄姓军官", false},
	}
	for _, c := range cases {
		if got := Says(c.text, c.key); got != c.says {
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

func TestPlacesThatNoDictionaryKnows(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for question, want := range map[string]string{
		"怀化市去年有多少家企业": "怀化市", "怀川市有几家": "怀川市", "云梦县上半年增速": "云梦县", "试点市有几个": "", "哪个城市最多": "", "多少个县": "", "全市有多少家": "",
	} {
		if got := placesByEnding(snapshot, question); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%s names %v, want %s", question, got, want)
		}
	}
}

func TestNamesThatATextWritesOtherwise(t *testing.T) {
	for _, c := range []struct {
		question, name, text string
		missing              bool
	}{
		{"上海浦东的夫妻", "上海浦东", "上海市浦东新区一对夫妻", false},
		{"贵阳乌当经侦大队", "贵阳", "乌当公安分局经侦大队", false},
		{"贵阳市乌当经侦大队", "贵阳市", "乌当区经侦大队", false},
		{"贵阳乌当经侦大队", "贵阳", "乌当的居民说", true},
		{"贵阳的经侦大队", "贵阳", "的确如此，分局说", true},
		{"贵阳公安抓获几人", "贵阳", "青禾公安分局抓获8人", true},
		{"贵阳风景区有几处", "贵阳", "青禾风景区8处", true},
		{"贵阳新城区住了几人", "贵阳", "青禾新城区住了8人", true},
		{"张家口仓库有几座", "张家口", "张家港口岸有8座仓库", true},
	} {
		if got := Missing([]Name{Place(c.name)}, c.question, c.text) != ""; got != c.missing {
			t.Errorf("%s of %q in %q: missing %v", c.name, c.question, c.text, got)
		}
	}
	for _, c := range []struct {
		name, text string
		short      bool
	}{
		{"阿冠杯", "阿拉伯冠军杯小组赛", true}, {"北师大", "北京师范大学", true}, {"阿冠杯", "阿拉伯。冠军杯", false}, {"京东", "北京的东边", false}, {"王小明", "王大爷说小伙子明白", false},
	} {
		if got := ShortOf(c.name, c.text); got != c.short {
			t.Errorf("%s is short for a name of %q: %v", c.name, c.text, got)
		}
	}
}

func TestOrganisationsBySeveralNames(t *testing.T) {
	for _, c := range []struct {
		key, text string
		says      bool
	}{
		{"imf", "国际货币基金组织表示", true}, {"who", "世卫组织总干事", true}, {"世界卫生组织", "据who报告", true}, {"中情局", "a social network", false}, {"中情局", "前cia官员", true}, {"nato", "北约峰会", true}, {"imf", "世界银行表示", false},
	} {
		if got := Says(c.text, c.key); got != c.says {
			t.Errorf("%s says %s: %v", c.text, c.key, got)
		}
	}
}
