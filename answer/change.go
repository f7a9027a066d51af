package answer

// What the news calls a change, as parts of patterns: what grew, what fell, and how fast.
// 增加 stands apart since 增加值 is an amount.
const (
	growing = `增长|提高|提升|上升|上涨`
	falling = `下降|下跌|减少|降低|下滑|回落`
	pace    = `增速|增幅|涨幅|降幅|跌幅`
)
