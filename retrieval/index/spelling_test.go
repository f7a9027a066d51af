package index_test

import (
	"testing"

	"youju/retrieval/index"
)

func TestRespell(t *testing.T) {
	passages := []index.Passage{
		{ID: "a", Text: "郑州高新区的科技型中小企业升至2103家。"},
		{ID: "d", Text: "湖北省的湖北圣泉酒庄年产果酒。上排和电能都在这里，鹏汕沿排角海滩，茶饮店可以参加，能参加的店很多。"},
		{ID: "b", Text: "景德镇高新区协调解决问题，天津的细胞产业初显集聚势头，产业多元，名师很多，台词写得好。"},
		{ID: "c", Text: "屋邨有16座旧型政府廉租屋，后由新政府和外资接管，文学院教诗歌，分时段上课。"},
		{ID: "e", Text: "云岭的泽璟制药上市了，杉杉新能源产业园一期已开工。"},
	}
	x := build(t, passages, vectorsOf(passages))
	for _, c := range []struct{ question, written, word string }{
		{"郑洲高新区多少家", "郑洲", "郑州"},
		{"景德振解决了多少问题", "景德振", "景德镇"},
		{"天津有多少细包企业", "细包", "细胞"},
		{"天津外姿企业多少家", "外姿", "外资"}, // 外 is no word of grammar
		{"Zhengzhou有几家", "Zhengzhou", "郑州"},
		{"泽景制药上市了吗", "泽景", "泽璟"},  // no word, but it stands there with 制
		{"衫衫新能源投了多少", "衫衫", "杉杉"}, // both characters, since they are one
		{"泽景什么时候上市", "", ""},      // nothing behind it tells
		{"湖北圣泉酒庄在哪", "", ""},      // written like this there, and no 湖北省
		{"鹏汕排角海滩", "", ""},        // 鹏汕 and 排角 are there, no 上排
		{"饮店能参加吗", "", ""},        // 饮店 and 能参 are there, no 电能
		{"郑州高新区有多少家", "", ""},     // all known
		{"比特币现在多少钱", "", ""},      // unknown, but sounds like nothing there
		{"正周围有什么", "", ""},        // the same sound in other characters only
		{"天津离郑州多远", "", ""},       // asks how far, and is no 多元
		{"多少名是学生", "", ""},        // a counter and a verb, and no 名师
		{"累计出动多少台次", "", ""},      // a unit, and no 台词
		{"旧型政府廉租屋有几座", "", ""},    // 型政府 stands there with what is around it
		{"文和诗各有多少", "", ""},       // a word of grammar
		{"点映时短视频多吗", "", ""},      // 时 stands by itself, and no 时段 is meant
		{"高新区科技企业多少家", "", ""},    // over the border of two known words
	} {
		found := x.Respell(c.question)
		if c.word == "" {
			if len(found) != 0 {
				t.Errorf("%s was respelled: %v", c.question, found)
			}
			continue
		}
		if len(found) != 1 || found[0].Word != c.word || string([]rune(c.question)[found[0].Start:found[0].End]) != c.written {
			t.Errorf("%s: %v, want %s", c.question, found, c.word)
		}
	}
}
