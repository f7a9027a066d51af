package answer

import "youju/answer/pattern"

// measure is a question for an amount that it names and asks nothing of: 参会人数是?
var measure = pattern.Compile(`数量|总数|人数|面积|价格是|金额|总额|价值(是|为)`)

// grewBare only names what grew: 新三样出口增长.
var grewBare = pattern.Compile(`[^在年比来](增长|增幅|上涨|下跌|同比|环比)[?。]*$`)

// otherAsked asks for something else than an amount that is named beside it: 人数由什么决定.
var otherAsked = pattern.Compile(`什么|甚么|谁|哪[里儿个些位家种项]|为何|为啥|怎`)
