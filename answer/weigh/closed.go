package weigh

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/figure"
)

// noClose says that what a market closed at is asked for and the figure is how far it moved, what it opened at or what it came near to, or that
// how far it moved is asked for and the figure is what it closed at: 逼近3900点，报3897.63点，涨234.59点.
func (c Candidate) noClose(asks asking.Kind, asked string) bool {
	switch asks {
	case asking.Quantity:
		return asking.AsksClose(asked) && (c.Figure.Kind == figure.Change || cameNear.MatchString(c.before()) ||
			opened.MatchString(c.Said()) && !closedAt.MatchString(c.before()) || openedAt.MatchString(c.justBefore()))
	case asking.Change:
		return c.Figure.Kind != figure.Change && closedAt.MatchString(c.before())
	}
	return false
}

var (
	closedAt = pattern.Compile(`(报|收)(收|盘)?(于|在|至|为)?[约近]?$`)
	opened   = pattern.Compile(`[低高平]开|开盘|早盘|午盘|收复|失守`)
	openedAt = pattern.Compile(`(开盘|[低高平]开)[^收;。]*报[约近]?$`) // 开盘就升破3100点,报3125.26点
	cameNear = pattern.Compile(`(逼近|直逼|接近|上摸|摸高|触及|(盘中|一度)[^,，]{0,6})$`)
)
