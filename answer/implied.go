package answer

import (
	"strings"

	"youju/answer/pattern"
	"youju/figure"
)

// speedUnit is the unit of speeds.
const speedUnit = "公里/小时"

// pointUnit is what indices and scores have, or nothing.
const pointUnit = "点"

// impliedUnits are what some things are counted or measured in.
var impliedUnits = []struct {
	re   *pattern.Regexp
	unit string
}{
	{pattern.Compile(`人口|人数|多少人|人员(一共|总共|共)?有?多少(呢|啊|$)|多少[^,。的]{0,6}人员$`), "人"},
	{pattern.Compile(`多少[^,。的]{0,6}(企业|公司|机构|单位|工厂|门店)[了呢啊]?[?]*$`), "家"},
	{pattern.Compile(`(企业|公司|机构|高企|小巨人|瞪羚|独角兽)(一共|总共|共)?有?多少(呢|啊|$)|多少(高企|小巨人|瞪羚|独角兽)`), "家"},
	{pattern.Compile(`(项目|平台|实验室)(一共|总共|共)?有?多少(呢|啊|$)`), "个"},
	{pattern.Compile(`面积|占地`), "平方公里"},
	{pattern.Compile(`长度|全长|总长|里程|距离|高度|海拔|身高|体长|宽度|深度|多高|多长|多远|多宽|多深`), "公里"},
	{pattern.Compile(`[时车航风]速|(移动|行驶|行进|飞行|运行|航行|巡航|设计|最高|最大|平均|前进|奔跑)速度`), speedUnit},
	{pattern.Compile(`重量|体重|产量|多重`), "吨"},
	{pattern.Compile(`价格|售价|收盘价|gdp|生产总值|工资|年薪|月薪|收入|利润|净利|产值|增加值|营收|票房|预算|成本|市值|总投资|缴费基数|额(是|为|有|达到?|约)?(多少|几|$)`), "元"},
	{pattern.Compile(`发电|用电|电量|多少度?电`), "千瓦时"},
	{pattern.Compile(`指数|评分|得分|系数|净值`), pointUnit},
	{pattern.Compile(`年龄|多大年纪|几岁`), "岁"},
}

func unitImplied(folded string) string {
	for _, i := range impliedUnits {
		if i.re.MatchString(folded) {
			return i.unit
		}
	}
	return ""
}

// fitImplied is for a unit that nobody named, so that another one is possible.
func (r reading) fitImplied(f figure.Figure) float64 {
	switch {
	case f.Unit == r.implied || alike(f.Unit, r.implied) || isCurrency(r.implied) && isCurrency(f.Unit):
		return 1
	case r.implied == "家" && unitless(f): // 超100亿
		return poorFit
	case isCurrency(r.implied) && unitless(f), r.implied == speedUnit && alike(f.Unit, "公里"): // GDP为8316.92亿, 每小时40公里
		return 0.9
	case f.Unit == "" && r.implied == pointUnit:
		return 1
	case f.Unit == "":
		return 0.6
	case r.implied == pointUnit && f.Kind == figure.Count && f.Unit != "分": // 六大领域 are no index
		return poorFit
	case isCurrency(r.implied) && f.Kind == figure.Count: // 四大城市 are no GDP
		return poorFit
	}
	return 0.3
}

// fitMoney holds an amount without a unit for money too: 总投资约21亿.
func fitMoney(f figure.Figure) float64 {
	if unitless(f) {
		return 0.8
	}
	return oneOf(isCurrency(f.Unit))
}

// unitless says that a figure is of some 万 or 亿, of what is not said.
func unitless(f figure.Figure) bool {
	return f.Unit == "" && (f.Kind == figure.Amount || f.Kind == figure.Count) && strings.ContainsAny(f.Text, "万亿萬億")
}
