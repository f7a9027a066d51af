package answer

import "strings"

// Head says of a figure what the articles do, up to their own figure, which stands
// behind it unless the verdict is Unknown: "✗ 2130家 不一致，文章是 ".
func (c Checked) Head() string {
	switch c.Verdict {
	case Same:
		return "✓ " + c.Text + " 一致，原文 "
	case Rounded:
		return "≈ " + c.Text + " 大致一致，原文 "
	case Different:
		return "✗ " + c.Text + " 不一致，文章是 "
	}
	return "？ " + c.Text + " 文章里没有"
}

// Meaning says in brackets whose the articles' figure is, what it measures and when.
func (c Checked) Meaning() string {
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
	return "（" + strings.Join(parts, "，") + "）"
}
