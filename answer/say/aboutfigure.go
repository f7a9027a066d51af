package say

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// whatFigure is all that a question says beside a figure of which it asks what it is:
// 112.14亿元指的是什么.
var whatFigure = pattern.Compile(`^(这个?|那个?|数字?|里的?|文章|中的|说的|指的?|代表|意思|什么|啥|哪里的?|谁的?|钱|数据?|是|的|[\s\p{P}])*$`)

// AboutFigure says that a question asks what a figure is of.
func AboutFigure(r asking.Reading) bool {
	if len(r.Figures) != 1 || r.Asks.Numeric() || r.Claim != nil {
		return false
	}
	return whatFigure.MatchString(strings.Replace(hanzi.Fold(r.Raw), hanzi.Fold(r.Figures[0].Text), "", 1))
}
