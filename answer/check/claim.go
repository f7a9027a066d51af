package check

import (
	"context"
	"sort"
	"strings"

	"youju/answer/evidence"
	"youju/answer/naming"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// claimed is a figure of a text with the words that say what it is of.
type claimed struct {
	entry  ledger.Entry
	near   string        // the clause around it, up to the figures beside it; in short forms
	own    string        // near, with whose it is and what it measures
	whole  string        // its sentence less the figures
	words  []weighed     // of own
	around []weighed     // of whole
	names  []naming.Name // of places and institutions that own says
}

// weighed is a word that tells what a figure is of.
type weighed struct {
	text   string
	weight float64
}

// fact is a figure of the articles with the words that say what it is of.
type fact struct {
	entry     ledger.Entry
	source    retrieval.Source
	near, own string
	sentence  string
	title     string
	paragraph string
	names     []naming.Name // of its entity
}

// checkedHits is how many passages are looked at for a sentence of a text.
const checkedHits = 10

// facts are the figures of the articles that may be those of a sentence: of the
// passages found for it, and of the same metric and the same entity or year anywhere.
func (c *checker) facts(ctx context.Context, entries []ledger.Entry) ([]fact, error) {
	text := c.lines[entries[0].Paragraph]
	query := string(text[entries[0].Sentence.Start:entries[0].Sentence.End])
	if e := entries[len(entries)-1].Entity; !strings.Contains(query, e) {
		query = e + " " + query // carried over from a sentence before
	}
	hits, err := c.snapshot.Search(ctx, query, checkedHits)
	if err != nil {
		return nil, err
	}
	var out []fact
	seen := map[string]bool{}
	add := func(paragraph string) {
		if !seen[paragraph] {
			seen[paragraph] = true
			out = append(out, c.of(paragraph)...)
		}
	}
	for _, h := range hits {
		add(h.Paragraph)
	}
	for _, e := range entries {
		if e.Metric == "" {
			continue
		}
		for _, same := range c.snapshot.Ledger().WithMetric(e.Metric) {
			sameYear := e.Period.From.Year != 0 && evidence.OfYear(same, e.Period.From.Year) && same.Unit == e.Unit
			if sameYear || e.Entity != "" && ledger.Key(same.Entity) == ledger.Key(e.Entity) {
				add(same.Paragraph)
			}
		}
	}
	return out, nil
}

// of are the figures of a paragraph.
func (c *checker) of(paragraph string) []fact {
	if known, ok := c.found[paragraph]; ok {
		return known
	}
	source, ok := c.snapshot.Source(paragraph)
	if !ok {
		return nil
	}
	entries := c.snapshot.Ledger().Of(paragraph)
	text := []rune(source.Text)
	out := make([]fact, 0, len(entries))
	for _, e := range entries {
		if !weigh.Listed(e.Figure) {
			continue
		}
		near, own := ownWords(e, entries, text)
		out = append(out, fact{
			entry: e, source: source, near: near, own: own, sentence: shortForm(string(text[e.Sentence.Start:e.Sentence.End])),
			title:     shortForm(source.Article.Title + " " + source.Section + " " + source.Article.Source),
			paragraph: shortForm(source.Text), names: placesIn(c.snapshot, e.Entity),
		})
	}
	c.found[paragraph] = out
	return out
}

// claimOf weighs the words of a figure of the text.
func (c *checker) claimOf(e ledger.Entry, entries []ledger.Entry) claimed {
	text := c.lines[e.Paragraph]
	claim := claimed{entry: e, whole: shortForm(blank(text, e.Sentence, entries))}
	claim.near, claim.own = ownWords(e, entries, text)
	claim.around = c.weigh(claim.whole)
	if e.Kind != figure.Date {
		claim.words = c.weigh(claim.own)
	}
	if weightOf(claim.words) == 0 {
		claim.words = claim.around
	}
	claim.names = placesIn(c.snapshot, claim.own)
	return claim
}

// ownWords are the words around a figure in its clause, up to the figures beside
// it, alone and with what the ledger knows of it.
func ownWords(e ledger.Entry, entries []ledger.Entry, text []rune) (near, own string) {
	span := e.Clause
	for _, o := range entries {
		if o.Paragraph != e.Paragraph || o.Kind == figure.Date {
			continue
		}
		if o.End <= e.Start {
			span.Start = max(span.Start, o.End)
		} else if o.Start >= e.End && o.Start < span.End {
			span.End = o.Start
			for i := e.End; i < span.End; i++ {
				if text[i] == '、' || text[i] == '和' { // what follows is the next one's
					span.End = i
				}
			}
		}
	}
	near = shortForm(blank(text, span, entries))
	return near, shortForm(e.Entity+" "+e.Metric) + " " + near
}

// blank is a part of a text with its figures taken out.
func blank(text []rune, span hanzi.Span, entries []ledger.Entry) string {
	out := append([]rune(nil), text[span.Start:span.End]...)
	for _, e := range entries {
		for i := max(e.Start, span.Start); i < min(e.End, span.End); i++ {
			out[i-span.Start] = ' '
		}
	}
	return string(out)
}

// shortForm is the form in which words of two texts are compared.
func shortForm(text string) string {
	return zoneForms.Replace(wording.LongForm(hanzi.Fold(text)))
}

var zoneForms = strings.NewReplacer("高新技术产业开发区", "高新区", "高新技术开发区", "高新区", "经济技术开发区", "经开区", "经济开发区", "经开区", "“", "", "”", "", "\"", "", "《", "", "》", "", "「", "", "」", "")

// What a word tells of what a figure is of: a verb less than a noun, since what
// one text 拥有 the other has 培育.
const (
	nounWeight = 1.0
	verbWeight = 0.25
)

// neutral are words that say how a figure is said, not what it is of; a change and
// its direction are compared by themselves.
var neutral = setOf(`达到 升至 增至 降至 突破 超过 约为 共有 共计 总计 合计 累计 实现 完成 数量 总数 总量 人数 家数 户数 占比 比重 比例 所占 同比 环比 增长 增幅 增速 增加 下降 减少 降幅 提高 上升 上涨 下跌 提升 回落
其中 目前 已有 已经 拥有 达成 高达 分别 一共 总共 全国 全省 全市 全区 全县 全球 全年 位居 排名 位列 表示 显示 数据显示 方面 以来 比上年 上年 去年 今年 同期 截至 截止 年底 年末 人民币 左右 大约 将近 接近 以上 不足 不到 至少 我国 我省 我市 成为 这个 那个 这些 日前 近日 左右 正在 同时 此外 另外`)

func setOf(list string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(list) {
		out[word] = true
	}
	return out
}

// weigh are the words of a text that tell something, each once, in order of text.
func (c *checker) weigh(text string) []weighed {
	rarity := map[string]float64{}
	for _, term := range c.snapshot.QuestionTerms(text) {
		rarity[term.Text] = term.Rarity
	}
	var out []weighed
	for _, w := range c.snapshot.Words(text) {
		r, said := rarity[w.Text]
		if !said || neutral[w.Text] || len([]rune(w.Text)) < 2 {
			continue
		}
		delete(rarity, w.Text)
		switch class := wording.Class(w.Speech); {
		case naming.PlaceClass(class) || class == "":
			out = append(out, weighed{w.Text, nounWeight * r})
		case class == "v" || class == "a":
			out = append(out, weighed{w.Text, verbWeight * r})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].text < out[j].text })
	return out
}

func weightOf(words []weighed) float64 {
	total := 0.0
	for _, w := range words {
		total += w.weight
	}
	return total
}

// placesIn are the places, zones and institutions of a text, for what they have in
// common with those of another.
func placesIn(snapshot *retrieval.Snapshot, text string) []naming.Name {
	return naming.In(snapshot, text)
}
