package check

import (
	"strings"

	"youju/lang"
)

// Head says of a figure what the articles do, up to their own figure, which stands
// behind it unless the verdict is Unknown: "✗ 2130家 不一致，文章是 ".
func (c Checked) Head(l lang.Language) string {
	switch c.Verdict {
	case Same:
		return l.Say("check.same", c.Text)
	case Rounded:
		return l.Say("check.rounded", c.Text)
	case Different:
		return l.Say("check.different", c.Text)
	}
	return l.Say("check.unknown", c.Text)
}

// Meaning says in brackets whose the articles' figure is, what it measures and when.
func (c Checked) Meaning(l lang.Language) string {
	if c.Figure == nil {
		return ""
	}
	var parts []string
	for _, part := range []*string{c.Figure.Entity, c.Figure.Metric, c.Figure.Period} {
		if part != nil {
			parts = append(parts, *part)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return l.Say("answer.bracketed", strings.Join(parts, l.Say("answer.comma")))
}
