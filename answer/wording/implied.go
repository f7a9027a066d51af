package wording

import "youju/answer/pattern"

// SpeedUnit is the unit of speeds.
const SpeedUnit = "公里/小时"

// PointUnit is what indices and scores have, or nothing.
const PointUnit = "点"

// impliedUnits are what some things are counted or measured in.
var impliedUnits = []struct {
	re   *pattern.Regexp
	unit string
}{
	{pattern.Compile(`(率|带宽|温度?|烧|占比|比例|成本|得分|分数?|学历|频|血压|血糖|含量|浓度|效|规格|级别|门槛)(是|有|能|会|可|达到?|最)*多高`), ""}, // no length
	{pattern.Compile(`(多少|几[个名位])[^,。的?是有在被\d]{0,5}(教师|老师|学生|新生|员工|职工|工人|医生|护士|民警|官兵|志愿者|运动员|选手|旅客|游客|乘客|观众|居民|村民|农民|用户|儿童|孩子|老人|学员|考生|毕业生|代表|党员|干部|球迷|消费者)($|[?。,了呢啊 ]|(参|被|受|在|从|到|获|报|来))`), "人"},
	{pattern.Compile(`人口|人数|多少人|人员(一共|总共|共)?有?多少(呢|啊|$)|多少[^,。的]{0,6}人员$`), "人"},
	{pattern.Compile(`多少[^,。的]{0,6}(企业|公司|机构|单位|工厂|门店)[了呢啊]?[?]*$`), "家"},
	{pattern.Compile(`(企业|公司|机构|高企|小巨人|瞪羚|独角兽)(一共|总共|共)?有?多少(呢|啊|$)|多少(高企|小巨人|瞪羚|独角兽)`), "家"},
	{pattern.Compile(`(项目|平台|实验室)(一共|总共|共)?有?多少(呢|啊|$)`), "个"},
	{pattern.Compile(`[^评定物代]价格?(至少|最多|最高|最低|可能|或|会|将|曾|已)*(涨|升|跌|降|回落|上调|下调)[到至]了?(多少|几)`), "元"},
	{pattern.Compile(`面积|占地`), "平方公里"},
	{pattern.Compile(`长度|全长|总长|里程|距离|高度|海拔|身高|体长|宽度|深度|多高|多长|多远|多宽|多深|多厚|多薄`), "公里"},
	{pattern.Compile(`[时车航风限]速|(移动|行驶|行进|飞行|运行|航行|巡航|设计|最高|最大|平均|前进|奔跑)速度`), SpeedUnit},
	{pattern.Compile(`重量|体重|产量|收成|多重|多轻`), "吨"},
	{pattern.Compile(`价格|售价|[^评定物]价(是|为|卖)?多少|收盘价|gdp|生产总值|工资|年薪|月薪|收入|利润|净利|产值|增加值|(养老|退休|公积|保证|抚恤|赔偿)金(水平|标准)?(达到?|是|为|有|要|需要?)?(多少|几)|营收|票房|预算|成本|市值|总投资|缴费基数|总值|货值|净值|(外资|税收|租金|学费|罚款)[?]?$|价值(是|为|有|达|多|$)|额(是|为|有|达到?|约)?(多少|几|$)`), "元"},
	{pattern.Compile(`发电|用电|电量|多少度?电`), "千瓦时"},
	{pattern.Compile(`指数|评分|得分|系数|最[高低]分(?:数?(?:是|为|有|要)?(?:多少|几|[?。]|$))|分数线|平均分`), PointUnit},
	{pattern.Compile(`年龄|年纪|岁数|几岁|最年[长轻]`), "岁"},
}

// UnitImplied is the unit that what a folded text asks for is counted or measured in; "" for none.
func UnitImplied(folded string) string {
	for _, i := range impliedUnits {
		if i.re.MatchString(folded) {
			return i.unit
		}
	}
	return ""
}
