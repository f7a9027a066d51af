package evidence

import (
	"testing"

	"youju/hanzi"
)

func TestWhatStandsInThePlaceOfTheWordsThatAsk(t *testing.T) {
	for _, c := range []struct {
		asked, text string
		filled      bool
	}{
		{"白塔县一名工人因偷什么被抓", "一名工人因偷电缆被抓现行", true},
		{"白塔县一名工人因偷什么被抓", "工人因偷被抓", false},
		{"青禾美术馆带来了什么活动?", "青禾美术馆带来“月下听松”活动,邀观众品茶", true},
		{"青禾美术馆带来了什么活动?", "青禾美术馆带来惊喜,活动持续到深夜", false}, // another clause
		{"救人的快递小哥叫什么名字", "这名快递小哥叫周远航,正在送货", true},
		{"救人的快递小哥叫什么名字", "一名快递小哥挺身而出", false},
		{"林老师的妙招是什么", "我的妙招是和学生打赌", true},
		{"他看到的是什么", "这也是他一直以来的梦想", false},
		{"什么的价格涨了", "大葱的价格涨了", false}, // nothing stands before what is asked
		{"古镇的特色是什么", "古镇的特色是古镇的特色", false},
	} {
		b := blankIn(hanzi.Fold(c.asked))
		if got := b != nil && b.filledIn(hanzi.Fold(c.text)); got != c.filled {
			t.Errorf("%s by %s: %v, want %v", c.asked, c.text, got, c.filled)
		}
	}
}
