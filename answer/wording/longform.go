package wording

import "strings"

// longForms are short forms of the news and what they are short for, as far as
// the short form is part of no other word.
var longForms = strings.NewReplacer(
	"即时", "即时", "实时", "实时", "及时", "及时", "同时", "同时", "小时", "小时", "ctor", "ctor", "octo", "octo", "CTOR", "CTOR", // 即时速递, Director
	"固投", "固定资产投资", "规上", "规模以上", "高企", "高新技术企业", "社零", "社会消费品零售", "科企", "科技企业",
	"经营收", "经营收", "运营收", "运营收", "民营收", "民营收", "国营收", "国营收", "营收入", "营收入", "营收", "营业收入", "净利润", "净利润", "净利率", "净利率", "净利息", "净利息", "净利", "净利润",
	"产销分别", "产量销量分别", "不良率", "不良贷款率", "外贸进出口", "进出口", "时速", "速度每小时", "车速", "速度每小时", "gdp", "生产总值", "GDP", "生产总值", "地区生产总值", "生产总值", "国内生产总值", "生产总值", "cpi", "居民消费价格", "CPI", "居民消费价格", "pmi", "采购经理指数", "PMI", "采购经理指数",
	"电动车", "电动汽车", "电动自行车", "电动自行车", "双开", "开除党籍和公职", "动工", "开工", "双创", "创新创业", "没有通过", "未通过", "没通过", "未通过",
	"ceo", "首席执行官", "CEO", "首席执行官", "cfo", "首席财务官", "CFO", "首席财务官", "cto", "首席技术官", "CTO", "首席技术官",
	"首任", "第一任", "首个", "第一个", "首届", "第一届", "首位", "第一位", "首家", "第一家", "首部", "第一部", "首座", "第一座", "首枚", "第一枚", "首批", "第一批", "游人次", "游人次", "游人数", "游人数", "游人", "游客", // 旅游人次
)

// LongForm is a folded text with the short forms of the news written out.
func LongForm(text string) string { return longForms.Replace(text) }
