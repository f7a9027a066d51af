package screen

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"
	"unicode/utf16"

	"youju/bot/telegramtest"
)

// marked is a text with its entities, whose places are in UTF-16 units.
func marked(text string, entities []telegramtest.Entity) template.HTML {
	units := utf16.Encode([]rune(text))
	open, closed := map[int][]string{}, map[int][]string{}
	entities = slices.Clone(entities)
	slices.SortStableFunc(entities, func(a, b telegramtest.Entity) int {
		return cmp.Or(a.Offset-b.Offset, b.Length-a.Length)
	})
	for _, e := range entities {
		before, after := tags(e)
		end := min(e.Offset+e.Length, len(units))
		open[e.Offset] = append(open[e.Offset], before)
		closed[end] = append([]string{after}, closed[end]...) // the inner one first
	}
	var out strings.Builder
	for i := 0; i <= len(units); i++ {
		out.WriteString(strings.Join(closed[i], "") + strings.Join(open[i], ""))
		if i == len(units) {
			break
		}
		end := i + 1
		if utf16.IsSurrogate(rune(units[i])) {
			end = min(i+2, len(units))
		}
		out.WriteString(html.EscapeString(string(utf16.Decode(units[i:end]))))
		i = end - 1
	}
	// A quote is a block: the line end before and after it is not shown once more.
	shown := strings.NewReplacer("\n<blockquote>", "<blockquote>", "</blockquote>\n", "</blockquote>").Replace(out.String())
	return template.HTML(shown) //nolint:gosec // escaped above
}

func tags(e telegramtest.Entity) (before, after string) {
	switch e.Type {
	case "bold":
		return "<b>", "</b>"
	case "italic":
		return "<i>", "</i>"
	case "code", "pre":
		return "<code>", "</code>"
	case "text_link", "bot_command", "mention", "url":
		return "<a>", "</a>"
	case "blockquote", "expandable_blockquote":
		return "<blockquote>", "</blockquote>"
	}
	return "", ""
}

// blocks are those of a rich message.
func blocks(all []map[string]any) template.HTML {
	var out strings.Builder
	for _, b := range all {
		block(&out, b)
	}
	return template.HTML(out.String()) //nolint:gosec // escaped in rich
}

func block(out *strings.Builder, b map[string]any) {
	switch b["type"] {
	case "paragraph":
		fmt.Fprintf(out, "<p>%s</p>", rich(b["text"]))
	case "heading":
		fmt.Fprintf(out, "<p><b>%s</b></p>", rich(b["text"]))
	case "footer":
		fmt.Fprintf(out, "<footer>%s</footer>", rich(b["text"]))
	case "expandable_blockquote":
		fmt.Fprintf(out, "<blockquote>%s</blockquote>", rich(b["text"]))
	case "table":
		table(out, b)
	case "blockquote", "details":
		inner, _ := b["blocks"].([]any)
		for _, one := range inner {
			if fields, ok := one.(map[string]any); ok {
				block(out, fields)
			}
		}
	}
}

func table(out *strings.Builder, b map[string]any) {
	out.WriteString("<table>")
	rows, _ := b["cells"].([]any)
	for _, row := range rows {
		out.WriteString("<tr>")
		cells, _ := row.([]any)
		for _, cell := range cells {
			fields, _ := cell.(map[string]any)
			tag := "td"
			if header, _ := fields["is_header"].(bool); header {
				tag = "th"
			}
			fmt.Fprintf(out, `<%s style="text-align:%s">%s</%s>`, tag, html.EscapeString(fmt.Sprint(fields["align"])), rich(fields["text"]), tag)
		}
		out.WriteString("</tr>")
	}
	out.WriteString("</table>")
}

// rich is a rich text: a string, a list of them, or one in a form.
func rich(v any) string {
	switch v := v.(type) {
	case string:
		return html.EscapeString(v)
	case []any:
		var all strings.Builder
		for _, part := range v {
			all.WriteString(rich(part))
		}
		return all.String()
	case map[string]any:
		inner := rich(v["text"])
		switch v["type"] {
		case "bold":
			return "<b>" + inner + "</b>"
		case "italic":
			return "<i>" + inner + "</i>"
		case "url":
			return "<a>" + inner + "</a>"
		}
		return inner
	}
	return ""
}
