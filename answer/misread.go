package answer

import (
	"strings"

	"youju/answer/pattern"
)

// toLevel asks for a step on a scale that something was raised or lowered to.
var toLevel = pattern.Compile(`[到至]几级`)

// noChange are words that hold a change's character and name none, and rates that are no shares.
var noChange = strings.NewReplacer("降雨", "雨", "降水", "雨", "降雪", "雪", "降落", "落", "降生", "生", "升级", "级", "升学", "学", "升旗", "旗", "升空", "空", "升降", "",
	"刷新率", "频度", "频率", "频度", "汇率", "汇价", "心率", "心跳", "功率", "功效", "分辨率", "分辨度", "帧率", "帧数", "市盈率", "市盈", "市净率", "市净")
