package index

import (
	"regexp"
	"sort"
	"strings"

	"youju/hanzi"
)

// asking are words that ask and say nothing of what is asked for, longest first.
var asking = func() []string {
	list := strings.Fields(`请问 请告诉我 告诉我 想知道 想问一下 我想问 有没有人知道 你知道 多少个 多少家 多少 哪一个 哪一年 哪一种 哪一位 哪一 哪个 哪些 哪年 哪里 哪儿 哪家 哪位 哪种 哪 几个 几家 几
那个 那边 那里 这个 这边 一共 总共 大概 大约 想 能 
什么时候 什么时间 什么样 什么 甚么 何时 何地 何人 何种 何 为什么 为何 怎么样 怎么 怎样 如何 找谁反映 找谁 归谁管 谁 是不是 是否 有没有 吗 呢 啊 呀 吧 了 的 是 有 请 被 将 多大 多长 多高 多久 多远 多重 啥时候 啥 咋 多大年纪 多大岁数 多少岁 几岁`)
	sort.SliceStable(list, func(i, j int) bool { return len(list[i]) > len(list[j]) })
	return list
}()

// withoutAsking blanks the words of a question that only ask, so that they
// neither match nor join their neighbours into a bigram. A question made of
// nothing else is kept.
func withoutAsking(question string) string {
	folded := hanzi.Fold(question)
	for _, word := range asking {
		folded = strings.ReplaceAll(folded, word, " ")
	}
	if m := timeAsked.FindStringSubmatchIndex(folded); m != nil && !hours.MatchString(folded[:m[2]]) {
		folded = folded[:m[2]]
	}
	if strings.TrimSpace(folded) == "" {
		return question
	}
	return folded
}

// timeAsked ends a question for when something happens: 上映时间; the texts say what happens
// and a date. What has hours is said to have them: 开放时间.
var (
	timeAsked = regexp.MustCompile(`[^\s]+?\s*((具体)?(时间|日期))[\s?。]*$`)
	hours     = regexp.MustCompile(`(营业|开放|开馆|闭馆|办公|工作|上班|下班|服务|办理|受理|作息|运营|平均|持续|有效|所需|花费|截止)\s*$`)
)
