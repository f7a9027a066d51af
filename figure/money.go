package figure

// moneys stand before money whose unit is not said.
var moneys = newEndings("净流出", "净流入", "受贿", "行贿", "贪污", "骗取", "被骗", "骗走", "诈骗", "投资", "金额", "花", "花了", "花费", "耗资", "斥资", "融资", "募资", "赔偿", "赔", "售价", "起价", "价格", "票房", "营收", "利润", "收入", "市值", "罚款", "罚", "亏损", "损失", "欠", "欠款", "贷款", "借款", "奖金", "预算", "成本", "经费", "成交", "卖", "赚", "赚了", "工资", "年薪", "月薪", "价值", "资金", "资产", "负债", "债务", "人民币", "折合人民币", "涉案",
	"奖", "奖励", "转账", "汇款", "捐", "捐款", "捐赠", "捐出", "爆买", "爆卖", "净买入", "净卖出", "补贴", "补助", "年入", "月入", "充值", "存款", "退款", "索要", "掏", "掏出", "揽", "豪掷", "砸下", "捐资", "扣罚", "并处罚款", "攒", "攒下", "总价", "均价", "单价", "首付", "定价", "标价", "报价", "底价", "原价", "现价", "到手价", "指导价", "营收破", "收入破", "销售额破", "市值破", "票房破", "索赔", "亏", "亏了", "止损", "盈利", "套现", "出资", "集资", "注资", "垫资", "敲诈", "勒索", "盗走", "赔付")

// paid says that a word of money stands before i, with at most a qualifier between.
func (s *scanner) paid(i int) bool {
	for range 3 {
		i = s.wordBefore(i)
		i -= runes(s.longestBefore(i, qualifiersBefore))
		i -= runes(s.longestBefore(i, newSums))
	}
	return s.longestBefore(i, moneys) != ""
}

var newSums = newEndings("已经", "已", "为", "达", "是", "共", "共计", "合计", "了", "达到")

// longestPurpose bounds what a sum is for, between it and the word of money: 100亿招商基金.
const longestPurpose = 4

// payment says that what stands at i is money.
func (s *scanner) payment(i int) bool {
	if s.longest(i, payments) != "" {
		return true
	}
	for at := i; at <= i+longestPurpose && isHan(s.at(at)) && s.at(at) != '的'; at++ {
		if s.longest(at, []string{"基金", "资金", "贷款", "补贴", "投资", "赔偿"}) != "" {
			return true
		}
	}
	return false
}

// payments follow money whose unit is not said: 每人发1万助学金.
var payments = []string{"助学金", "奖学金", "奖金", "学费", "补贴", "存款", "贷款", "欠款", "货款", "彩礼", "定金", "押金", "工资", "罚款", "现金", "红包", "债务", "赔款", "巨款", "善款", "票房", "的票房", "的房", "的价格", "营收", "利润", "的利润", "的车"}
