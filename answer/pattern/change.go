package pattern

// What the news calls a change, as parts of patterns: what grew, what fell, and how fast.
// 增加 stands apart since 增加值 is an amount.
const (
	Growing = `增长|提高|提升|上升|上涨`
	Falling = `下降|下跌|减少|降低|下滑|回落`
	Pace    = `增速|增幅|涨幅|降幅|跌幅`
)
