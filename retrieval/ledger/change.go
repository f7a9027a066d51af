package ledger

import "strings"

var rises = set(`增长 增加 增加了 上升 上涨 提高 提升 增幅 涨幅 增速 涨 增 升 回升 扩大 攀升 增长率 升幅 多 增收 净增 增多 升值 涨价 升温 走高 高 高出 增强 增大 加快 增高 上调 上浮 调高 飙升 暴涨 大涨 激增 猛增 反弹 多增`)

var falls = set(`下降 减少 减少了 下滑 下跌 回落 降低 跌 降 减 缩减 收窄 缩小 降幅 跌幅 减幅 萎缩 下调 少 走低 低 缩短 下挫 减轻 减弱 减小 放缓 下沉 下浮 调低 调降 暴跌 大跌 骤降 锐减 缩水 削减 节约 节省 贬值 少增`)

// moves are changes that say what changes.
var moves = map[string]string{"加息": "up", "降息": "down", "降准": "down", "增资": "up", "减持": "down", "增持": "up", "涨价": "up", "降价": "down", "提价": "up", "减重": "down", "扩招": "up", "裁员": "down"}

func changes(word string) bool { return rises[word] || falls[word] || moves[word] != "" }

var changeNouns = set(`增幅 涨幅 增速 增长率 升幅 降幅 跌幅 减幅`)

// compared are words between what changed and the word of change.
var compared = set(`同比 环比 比 较 上年 同期 去年 上年同期 上月 上季度 逆势 累计 年均 口径 可比 同口径 可比价 不变价`)

// changeBefore finds the word of change that a figure belongs to; -1 for none.
// What rises to a figure is no change: 增加到2000家.
func (p *passage) changeBefore(at place) int {
	for k := at.i - 1; k >= at.left; k-- {
		t := p.tokens[k]
		switch {
		case changes(t.text) && k > 0 && p.tokens[k-1].text == "最": // 最多造成7人死亡
			return -1
		case changes(t.text) && p.tokens[k+1].text != "到" && p.tokens[k+1].text != "至":
			return k
		case changes(t.text):
			return -1
		case !p.skippable(k) && !p.listing(k):
			return -1
		}
	}
	return -1
}

// listing says that token k is a figure of a list or what joins two of them:
// 125%、74.8%.
func (p *passage) listing(k int) bool {
	t := p.tokens[k]
	return t.class == number || and[t.text]
}

// maxCompared bounds what is compared with, in tokens: 比上年同期.
const maxCompared = 7

// changed: what rose or fell stands before the word of change, or was said before.
func (s *state) changed(left, change int) (string, string) {
	p := s.p
	k := change - 1
	for i := max(left, change-maxCompared); i < change; i++ {
		if t := p.tokens[i].text; t == "较" || t == "比" { // 数量较上季度增加
			k = i - 1
			break
		}
	}
	for k >= left {
		t := p.tokens[k]
		if !compared[t.text] && !p.skippable(k) && t.class != moment && t.class != number && t.class != preposition {
			break
		}
		k--
	}
	if k >= left && p.tokens[k].class == locative {
		k = p.beforeAdverbial(left, k) // 股价|在盘后交易中|下跌2%
	}
	entity, metric := s.named(p.endingAt(left, k))
	if word := p.tokens[change].text; moves[word] != "" {
		return first(entity, metric), word
	}
	if by := p.caused(left, change); by >= 0 {
		owner, rest := s.named(p.before(left, by))
		return first(owner, rest), p.said(phrase{by, change + 1})
	}
	if expecting[metric] && s.said.metric != "" {
		return s.said.entity, s.said.metric // 预期增加19万人
	}
	if word := p.tokens[change]; prices[word.text] && entity == "" && len([]rune(metric)) > 1 && !metricLike(metric) {
		return metric, word.textIn(p) // 华光科技|涨3%
	}
	if metric != "" {
		return entity, metric
	}
	metric = s.metric
	if changeNouns[p.tokens[change].text] && !metricLike(metric) && len([]rune(metric)) < 4 {
		metric = p.tokens[change].text // 收报3298点，涨幅为2%
	}
	if word := p.tokens[change]; metric == "" && prices[word.text] {
		metric = word.textIn(p)
	}
	return first(entity, s.owner), metric
}

// prices are what shares and goods do.
var prices = set(`涨 跌 大涨 大跌 暴涨 暴跌`)

// expecting words only say that it was foreseen, or what it was before.
var expecting = set(`预期 市场预期 预测 预计 前值 值 初值 终值`)

// causing verbs stand between what moves something and what it moves.
var causing = set(`拉动 带动 推动 提振 拖累`)

// caused is the verb that says what moves what changed: 净出口|拉动|经济增长; -1 for none.
func (p *passage) caused(left, change int) int {
	for k := change - 1; k >= left; k-- {
		if t := p.tokens[k]; causing[t.text] {
			return k
		} else if t.class == mark || t.class == number || changes(t.text) {
			break
		}
	}
	return -1
}

// direction is the way of a change, behind what it is compared with.
func (p *passage) direction(left, change int) string {
	way := "up"
	if falls[p.tokens[change].text] || moves[p.tokens[change].text] == "down" {
		way = "down"
	}
	for k := change; k >= left; k-- {
		switch t := p.tokens[k].text; {
		case t == "同比" || t == "环比" || t == "累计":
			return t + " " + way
		case strings.HasSuffix(t, "同期"):
			return "同比 " + way
		}
	}
	return way
}
