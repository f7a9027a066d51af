package pattern

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Patterns find what the regular expressions find, in texts that have what they need and in others.
func TestPatternsFindWhatRegularExpressionsFind(t *testing.T) {
	pieces := []string{"年", "第", "一次", "(第一|首)次", "[年月日]", "[^年]", `\d+`, `\p{Han}`, ".{0,3}", "(从|由)?", "(x|年|)", "[甲乙丙]{2,3}", "(?i:ab)", "^", "$", "个*", "(次|第)+"}
	letters := []rune("年月日第一首次从由甲乙丙个aBx3，")
	rapid.Check(t, func(t *rapid.T) {
		expr := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 4).Draw(t, "pieces"), rapid.SampledFrom([]string{"", "|"}).Draw(t, "joint"))
		p, re := Compile(expr), regexp.MustCompile(expr)
		text := string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 12).Draw(t, "text"))
		for name, pair := range map[string][2]any{
			"MatchString":                {p.MatchString(text), re.MatchString(text)},
			"FindString":                 {p.FindString(text), re.FindString(text)},
			"FindStringIndex":            {p.FindStringIndex(text), re.FindStringIndex(text)},
			"FindStringSubmatch":         {p.FindStringSubmatch(text), re.FindStringSubmatch(text)},
			"FindStringSubmatchIndex":    {p.FindStringSubmatchIndex(text), re.FindStringSubmatchIndex(text)},
			"FindAllString":              {p.FindAllString(text, -1), re.FindAllString(text, -1)},
			"FindAllStringIndex":         {p.FindAllStringIndex(text, -1), re.FindAllStringIndex(text, -1)},
			"FindAllStringSubmatch":      {p.FindAllStringSubmatch(text, -1), re.FindAllStringSubmatch(text, -1)},
			"FindAllStringSubmatchIndex": {p.FindAllStringSubmatchIndex(text, -1), re.FindAllStringSubmatchIndex(text, -1)},
			"ReplaceAllString":           {p.ReplaceAllString(text, "<$0>"), re.ReplaceAllString(text, "<$0>")},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Fatalf("%s of %q in %q: got %v, want %v", name, expr, text, pair[0], pair[1])
			}
		}
	})
}

func TestWhatPatternsNeed(t *testing.T) {
	for expr, want := range map[string]string{
		"第一次|首次": "第首", "(^|[^自])(从|由)[^至到]{0,6}$": "从由", "[年月日](、|和)$": "、和", ".{0,6}来源": "来", "年?": "", `\p{Han}`: "", "a|": "",
	} {
		p, got := Compile(expr), ""
		for _, r := range "第首从由年月日、和来a" {
			if p.needs != nil && p.needs.all[r] {
				got += string(r)
			}
		}
		if got != want {
			t.Errorf("%s needs one of %q, want %q", expr, got, want)
		}
	}
}
