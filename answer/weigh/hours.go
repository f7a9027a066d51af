package weigh

import (
	"strings"

	"youju/answer/pattern"
)

// hoursAsked asks for a time of a part of the day.
var hoursAsked = pattern.Compile(`(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|深夜)[的在是]?几[点时]`)

// partHours are the hours that a part of the day has, from one to before another; those of a night go on into the next day.
var partHours = map[string][2]int{
	"凌晨": {0, 6}, "清晨": {4, 9}, "早上": {4, 11}, "早晨": {4, 11}, "上午": {5, 13}, "中午": {11, 15}, "下午": {12, 19}, "傍晚": {16, 21},
	"晚上": {17, 26}, "晚间": {17, 26}, "夜里": {18, 30}, "夜间": {18, 30}, "深夜": {21, 30},
}

const (
	halfDay  = 12 // hours
	wholeDay = 24
)

// outOfHours says that a folded question asks for a time of a part of the day and the figure is one of another:
// 15时45分 for 晚上几点. An hour that people say by the half day (8点) may be either.
func (c Candidate) outOfHours(asked string) bool {
	m, at := hoursAsked.FindStringSubmatch(asked), c.Figure.When.Clock
	if m == nil || at == "" || c.Figure.Until.Clock != "" {
		return false
	}
	hours, hour := partHours[m[1]], int(at[0]-'0')*10+int(at[1]-'0')
	within := func(hour int) bool { return hour >= hours[0] && hour < hours[1] }
	either := hour <= halfDay && strings.ContainsAny(c.Figure.Text, "点點")
	return !within(hour) && !within(hour+wholeDay) && !(either && within(hour+halfDay))
}
