package telegramtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func show(text string, entities []Entity, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	for i := range entities {
		entities[i].URL = "" // TDLib writes addresses in its own way
	}
	slices.SortFunc(entities, func(a, b Entity) int {
		return cmp.Or(a.Offset-b.Offset, b.Length-a.Length, strings.Compare(a.Type, b.Type))
	})
	return fmt.Sprintf("%q %v", text, entities)
}

// TestParseHTMLLikeTDLib keeps the fake honest: on text put together of markup,
// broken markup, references and hostile characters it says what TDLib says.
func TestParseHTMLLikeTDLib(t *testing.T) {
	judge := NewTDLib(t)
	parts := rapid.SampledFrom([]string{
		"<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "</>", "<a href=\"https://example.com/?a=1&amp;b=2\">", "<a href='x.y'>", "</a>",
		"<blockquote>", "<blockquote expandable>", "<blockquote expandable=1>", "</blockquote>", "<B >", "</ b>", "< b>", "<br/>", "<b", "<", ">", "&lt;", "&gt",
		"&amp;", "&quot;", "&apos;", "&#39;", "&#x1F600;", "&#0;", "&#xd800;", "&#99999999;", "&", "文字", "254678万美元", "😀", "👨‍👩‍👧", "\u202e", "\u200b",
		" ", "\n", "x", "\\", "/", "=", "\"", "'", "<code>", "</code>", "<pre>", "</pre>", "<s x=y>", "</s>", "<tg-spoiler>", "</tg-spoiler>",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(parts, 0, 10).Draw(t, "parts"), "")
		ours, theirs := show(ParseHTML(text)), show(judge.ParseHTML(text))
		if ours != theirs {
			t.Fatalf("%q\n  ours: %s\nTDLib: %s", text, ours, theirs)
		}
	})
}
