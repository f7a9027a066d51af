package ledger

import "youju/figure"

// dispatches end the clause that says where a report is from: 新华社北京8月14日电.
var dispatches = set(`电 讯 消息 报道`)

// announcing say what somebody does himself where a verb follows: 公司宣布|收购…….
var announcing = set(`宣布 表示 称 透露 声明 强调`)

// doesIt says that what is announced has no subject of its own.
func (p *passage) doesIt(i, limit int) bool {
	for ; i < limit; i++ {
		switch p.tokens[i].class {
		case adverb, particle:
		case verb, preposition:
			return true
		default:
			return joints[p.tokens[i].text]
		}
	}
	return false
}

// goesOnDoing says that the clause behind c has no subject: 财政部发布公告称，|将发行…….
func (p *passage) goesOnDoing(c clause) bool {
	return c.to+1 < len(p.tokens) && p.tokens[c.to].text == "," && resolved[p.tokens[c.to+1].text]
}

// resolved say that he who speaks will do it himself.
var resolved = set(`将 拟 计划 决定 同意 打算`)

// withoutOutlet drops where a body publishes from its name: 财政部|官网.
func (p *passage) withoutOutlet(ph phrase) phrase {
	for ph.to-1 > ph.from && outlets[p.tokens[ph.to-1].text] {
		ph.to--
	}
	return ph
}

var outlets = set(`官网 官 网 网站 官方 微博 微信 公众号 客户端 公告 通报 消息`)

// sources only say what others own.
var sources = set(`it之家 记者 财报 年报 季报 半年报 公告 数据 报告 报道 消息 媒体 外媒 专家 分析师 业内人士 通报 资料 图表 研报 统计`)

// maxReporting is how far behind a speaker his verb may stand, in tokens.
const maxReporting = 14

// reports is the verb of saying that a phrase is the subject of; -1 for none.
func (p *passage) reports(ph phrase, c clause) int {
	if ph.empty() {
		return -1
	}
	for k := ph.to; k < c.to && k < ph.to+maxReporting; k++ {
		if reporting[p.tokens[k].text] {
			return k
		}
		if p.tokens[k].class == number && p.figures[p.tokens[k].figure].Kind != figure.Date {
			break
		}
	}
	return -1
}

var reporting = set(`说 表示 介绍 称 指出 认为 告诉 透露 宣布 报道 强调 写道 说道 坦言 电 讯 获悉 了解 看到 注意到 测定 显示 回忆 时说 声明 谈到 补充 看来 宣称 声称`)
