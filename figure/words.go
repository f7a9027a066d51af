package figure

import _ "embed"

//go:embed words.txt
var wordList string

// numeralWords hold a numeral and are no figures.
var numeralWords = func() *trie[bool] {
	table := &trie[bool]{}
	for _, word := range entries(wordList) {
		table.add(word, true)
	}
	return table
}()

// longestWord bounds how far before a numeral its word may begin.
const longestWord = 4

// inWord says that the numerals of [start,end) belong to a word: 统一, 一些, 三峡.
// They do not where the unit, which ends at unitEnd, reaches further: 十分钟.
func (s *scanner) inWord(start, end, unitEnd int) bool {
	for i := max(0, start-longestWord); i <= start; i++ {
		if i < start && s.at(i) == '一' && oneWords.has(s.at(i-1)) { // 唯一|一场
			continue
		}
		_, stop := numeralWords.longest(s, i, nil)
		if stop >= end && !(i == start && unitEnd > stop) {
			return true
		}
	}
	return false
}

// oneWords make a word with the 一 behind them.
var oneWords = newRuneSet("唯惟统同单逐")

// numeralCounts says that Chinese numerals are a figure and not a part of a word:
// 三家 is, 一起, 万一 and 十分 are not.
func (s *scanner) numeralCounts(i int, m measured) bool {
	if s.inWord(i, m.end, m.stop) && !s.onlyOne(i, m) && !(m.unit.kind == Duration && s.longestBefore(i, lengths) != "") || s.cut(m) || s.has(i, "一十") && isHan(s.at(i-1)) || m.runes == 1 && financial.has(s.at(i)) && !s.alone(i, m.end) {
		return false
	}
	first, named := s.at(i), m.unit.name != ""
	if (first == '拾' || first == '佰' || first == '仟') && m.runes > 1 && isNumeral(s.at(i+1)) && !financial.has(s.at(i+1)) { // 收拾|一下
		return false
	}
	switch {
	case named && m.runes == 1 && m.unit.kind == Count && (s.company(m) || villageUnits[m.unit.written] && villages.has(s.at(m.stop)) && s.longest(m.stop, ofVillages) == ""):
		return false
	case m.vague:
		return named || m.runes > 1
	case m.runes == 1 && isNumeral(first):
		return s.digitCounts(i, m)
	case m.runes == 1 && scaleOf[first] >= 100 && m.unit.name == "倍":
		return true
	case m.runes == 1 && scaleOf[first] >= 100:
		return named && (m.more != "" || s.qualifierBefore(i) != "" || masses[m.unit.written] && !isDigit(s.at(i-1)) && !beforeMass.has(s.at(i-1)))
	case m.runes == 1:
		return named && !ambiguous[m.unit.written] || m.more != "" || s.alone(i, m.end)
	case m.runes == 2 && m.more == "多" && scaleOf[first] >= 100 && !named: // 莱|万多|夫斯基
		return false
	case m.runes == 2 && m.more == "几" && isNumeral(first): // 七八个, but not 七八
		return named || isScale(s.at(m.end-1))
	case m.more == "" && !named && scaleOf[first] >= 100: // 百万, 千万: with something about it
		return s.qualifierBefore(i) != "" || m.runes > 2 || s.at(m.end) != 0 && !sure.has(s.at(m.end))
	}
	return true
}

// longestCompany bounds the name of a company behind its numeral, in runes.
const longestCompany = 12

// company says that a numeral and its unit begin the name of a company: 三只羊网络科技有限公司.
func (s *scanner) company(m measured) bool {
	if m.unit.written == "家" || m.unit.written == "个" || m.unit.written == "大" || !isHan(s.at(m.stop)) {
		return false
	}
	for i := m.stop; i < m.stop+longestCompany && isHan(s.at(i)) && s.at(i) != '的'; i++ {
		if s.longest(i, []string{"有限公司", "有限责任公司", "股份公司"}) != "" {
			return true
		}
	}
	return false
}

// Units whose numeral makes the name of a village: 五滴村, 九店乡.
var (
	villageUnits = set(`集 滴 门 店 家 道 棵 间 站 口 房 顶 角 面 盘`)
	villages     = newRuneSet("村乡镇湾屯沟庄岭")
	ofVillages   = []string{"村卫生室", "村镇银行", "村级", "村集体", "村办", "乡镇", "乡村", "镇街", "镇级", "镇办", "镇属"} // 六家村卫生室
)

// masses are units of which 百, 千 and 万 alone count: 千人讲师团, 百米; not 万家, 百年.
var masses = set(`人 名 位 元 米 亩 吨 吨级 辆 户 条 种 台 场 套 张 只 册 棵 株 件 项 斤 公斤 公里 平方米 平方公里 两`)

// beforeMass make another number, or a rate, of the 千 behind them: 数千元, 每百户.
var beforeMass = newRuneSet("每成数几上近好半")

// financial are numerals that are surnames and verbs when they stand by themselves.
var financial = newRuneSet("壹贰叁肆伍陆柒捌玖拾佰仟")

// sure follow the 千万 that means "be sure to".
var sure = newRuneSet("别不要莫勿小记注当")

// digitCounts says it of one numeral from 零 to 九.
func (s *scanner) digitCounts(i int, m measured) bool {
	first := s.at(i)
	switch {
	case first == '两' && m.unit.written == "军": // 中俄两军
		return true
	case first == '零' || first == '〇':
		return m.unit.kind == Amount && m.unit.name == "摄氏度"
	case m.unit.name == "":
		return s.alone(i, m.end)
	case m.unit.written == "楼":
		return s.storey(i, m.stop)
	case first == '一':
		return s.oneCounts(i, m)
	case m.unit.name == "国" && first == '三':
		return s.longest(m.stop, kingdoms) == ""
	case m.unit.written == "日" && first == '两' && s.longestBefore(i, lengths) != "":
		return true
	case m.unit.written == "日":
		return s.longest(m.stop, []string{"内", "以", "的", "后"}) != "" || s.endsWith(i, "拘留")
	case m.unit.written == "点":
		return s.pointsMade(m.stop)
	case m.unit.written == "对":
		return !isNumeral(s.at(m.stop)) && !isDigit(s.at(m.stop))
	}
	return !ambiguous[m.unit.written] || !m.value.IsInteger() // 三毛五
}

// storey says that 楼 is the floor of a house: 住在四楼, and no 天一楼.
func (s *scanner) storey(i, end int) bool {
	return s.at(i-1) != '天' && !isNumeral(s.at(i-1)) && !houses.has(s.at(end))
}

// houses follow a 楼 that is a house, or the beginning of another word.
var houses = newRuneSet("盘市房宇台凤兰船梯")

// kingdoms follow 三国 where it is a time and not three countries.
var kingdoms = []string{"时", "演义", "志", "杀", "鼎立", "人物", "英雄", "故事", "文化", "两晋", "魏", "蜀", "吴", "曹", "无双", "群英", "名将", "题材", "古"}

// pointsMade says that 点 counts what somebody said: 四点新的建议.
func (s *scanner) pointsMade(i int) bool {
	for at := i; at < i+5; at++ {
		if s.longest(at, []string{"建议", "意见", "要求", "立场", "主张", "倡议", "希望", "共识", "体会", "感受", "原因", "启示", "看法", "理由"}) != "" {
			return true
		}
	}
	return false
}

// ambiguous are units that are words of another kind behind one Chinese numeral:
// 三方, 八面, 五角.
var ambiguous = set(`方 里 角 面 记 行 声 出 号 毛 平 重 色 味 金 银 铜 通 计 听 包 发 枪 炮 堂 派 阵 族 板 管 柱 回 卡 帕 度 码 转 世 后 甲 男 女 石 钱 斗 担 师 军 连 营 团 旅 单 点 日 头 路 口 手 分 楼 声 大气压 赫 兆 季 旬 编 章 节 维 环 室 厅 卫 任 车 船`)

func set(words string) map[string]bool {
	table := map[string]bool{}
	for _, w := range entries(words) {
		table[w] = true
	}
	return table
}

// cut says that the nought at the end of several numerals begins a word: 唯一|零售.
func (s *scanner) cut(m measured) bool {
	if m.runes < 2 || m.unit.name != "" || s.at(m.end-1) != '零' {
		return false
	}
	_, stop := numeralWords.longest(s, m.end-1, nil)
	return stop > m.end
}

func (s *scanner) joined(from, to int) bool {
	for i := from; i < to; i++ {
		if joining.has(s.at(i)) {
			return true
		}
	}
	return false
}

var joining = newRuneSet("和与及、")

func endsClause(r rune) bool {
	switch r {
	case 0, ',', '。', ';', '!', '?', '\n', '．', ':':
		return true
	}
	return false
}

// alone says that nothing else stands in the clause, or that the numeral is what
// something is said to be: 答案是四.
func (s *scanner) alone(start, end int) bool {
	before, after := s.at(start-1), s.at(end)
	if after == ' ' {
		after = s.at(end + 1)
	}
	opens := endsClause(before) && before != ':'
	if opens && (endsClause(after) && after != ':' || start == 0 && after == '的') {
		return true
	}
	return before == '是' && (endsClause(after) || after == '这' || after == '那' || after == '不' || after == '却')
}
