package figure

import "strings"

// unit is a unit as it is written, what it is called in the ledger, and what a
// figure with it is used for.
type unit struct {
	name string
	kind Kind
}

// units are the words that follow a number. The longest that fits is taken.
// Words of one character that also begin other words are kept to those that
// newspapers use as measures.
var units = buildUnits(map[Kind]string{
	Amount: `元 万元=元 人民币=元 块=元 块钱=元 美元 美金=美元 欧元 英镑 日元 日圆=日元 港元 港币=港元 台币=新台币 新台币 韩元 卢布 卢比 澳元 加元 瑞郎 泰铢 马克 法郎 比索 里拉 越南盾 新元 法币 角 分钱
吨 公斤=千克 千克 克 毫克 微克 斤 两 磅 盎司 克拉 万吨 千吨 吨级 公吨=吨
公里 千米=公里 米 厘米 毫米 微米 纳米 公分=厘米 英里 海里 英尺 英寸 英呎=英尺 英吋=英寸 光年 里 尺 寸 丈 天文单位
平方公里 平方千米=平方公里 平方米 ㎡=平方米 m²=平方米 平米=平方米 平方英里 平方厘米 亩 公顷 英亩 顷 立方米 m³=立方米 方=立方米 立方 立方公里 立方厘米 升 毫升 加仑 桶 夸脱
度 度电=度 摄氏度 华氏度 ℃=摄氏度 °c=摄氏度 ° 千瓦时 兆瓦时 吉瓦时 千瓦 兆瓦 吉瓦 瓦 kw=千瓦 mw=兆瓦 gw=吉瓦 kwh=千瓦时 伏 千伏 安培 赫兹 兆赫 千赫 吉赫 马力 牛顿 焦耳 千卡 卡路里 帕 分贝 标准煤 标准箱 卡
km=公里 m=米 cm=厘米 mm=毫米 nm=纳米 kg=千克 g=克 mg=毫克 t=吨 ml=毫升 l=升 km²=平方公里 hz=赫兹 mhz=兆赫 ghz=吉赫 mb=兆字节 gb=吉字节 tb=太字节 字节 兆字节 比特
公里/小时=千米/小时 公里每小时=千米/小时 千米/小时 米/秒 元/吨 元/克 元/股 元/斤 元/公斤 元/平方米 元/千瓦时 美元/桶 美元/吨 美元/盎司`,
	Count:    `家 个 项 人 名 位 人次 人份 人民=人 户 件 套 台 辆 艘 架 座 栋 幢 间 所 处 场 场次 次 条 种 类 款 批 批次 支 只 头 匹 尾 株 棵 粒 颗 枚 张 幅 部 本 册 篇 首 集 期 届 片 块 面 份 起 例 宗 笔 单 桩 门 对 双 组 支队 队 队伍 班 班次 列 趟 航次 节 层 级 级别 轮 步 圈 局 站 口 道 排 段 句 字 词 页 票 席 手 股 号 人口=人 口人=人 村 乡 镇 县 市 省 州 国 国家 地区 城市 企业=家 单位 机构 项目 学校 学生 学科 专业 岗位 员工 岁 胎 代 分 环 球 盘 杆 朵 箱 包 袋 瓶 杯 碗 盒 罐 听 顶 把 根 团 营 连 师 军 旅 大 辆次 架次 车次 床 床位 平台 公里长 标箱 辆份 户次 天次 万人 帧 维 像素 语言 声 记 行 艘次 具 尊 座城市 倍速 颗星 人组 幕 出 折戏 盏`,
	Share:    `% ‰ 成 折`,
	Change:   `个百分点 百分点=个百分点 个基点=基点 基点 倍 番 位次 个点=点 点`,
	Duration: `年 年间=年 年时间=年 周年=年 载=年 个月=月 个多月=月 个星期=周 星期=周 个礼拜=周 周 天 日 天时间=天 小时 个小时=小时 钟头=小时 个钟头=小时 分钟 分 秒 秒钟=秒 毫秒 个季度=季度 季度 季 世纪 个世纪=世纪 年代 昼夜 工作日 个工作日=工作日 个交易日=交易日 交易日 学年 学期 月 夜 晚`,
})

// onlyDigits are units too ambiguous behind a single Chinese numeral: 一大, 三分.
var onlyDigits = map[string]bool{
	"分": true, "点": true, "号": true, "里": true, "方": true, "手": true, "声": true, "记": true, "行": true, "出": true,
	"面": true, "起": true, "级": true, "道": true, "排": true, "段": true, "句": true, "环": true, "球": true, "两": true,
	"日": true, "月": true, "卡": true, "国": true, "省": true, "市": true, "州": true, "县": true, "乡": true, "镇": true, "村": true,
	"师": true, "军": true, "连": true, "营": true, "团": true, "旅": true, "班": true, "单": true, "口": true, "手机": true, "尺": true, "寸": true,
	"字": true, "词": true, "头": true, "代": true, "维": true, "股": true, "站": true, "步": true, "帕": true, "度": true, "听": true, "包": true, "把": true,
	"%": true, "胎": true, "期": true, "集": true, "节": true, "首": true, "席": true, "票": true, "局": true, "圈": true, "夜": true, "晚": true, "季": true, "片": true, "块": true, "角": true,
}

// maxUnitRunes bounds the look-ahead for a unit.
const maxUnitRunes = 6

// buildUnits reads the lists above: words apart by white space, "written=name".
func buildUnits(lists map[Kind]string) map[string]unit {
	table := map[string]unit{}
	for kind, list := range lists {
		for _, entry := range strings.Fields(list) {
			written, name, ok := strings.Cut(entry, "=")
			if !ok {
				name = written
			}
			if old, ok := table[written]; ok && old.kind < kind {
				continue // the same word in two lists: one of them, always the same
			}
			table[written] = unit{name: name, kind: kind}
		}
	}
	return table
}

// unitAt returns the longest unit at i and its end; the zero unit for none.
func (s *scanner) unitAt(i int) (unit, int) {
	for n := min(maxUnitRunes, len(s.folded)-i); n > 0; n-- {
		word := string(s.folded[i : i+n])
		if u, ok := units[word]; ok && !s.insideWord(word, i+n) {
			return u, i + n
		}
	}
	return unit{}, i
}

// insideWord says that a Latin unit is only the beginning of a word: 5mg yes, 5men no.
func (s *scanner) insideWord(word string, end int) bool {
	last := word[len(word)-1]
	return last >= 'a' && last <= 'z' && isLatin(s.at(end))
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' }

// Unit returns the normalised name of the longest unit that word begins with.
func Unit(word string) (string, bool) {
	u, _ := newScanner(word).unitAt(0)
	return u.name, u.name != ""
}
