package news

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// HTML opens an element of formatting that was not ended again in every block and
// before every text that follows: 400 of them before 100 000 paragraphs are
// 40 million elements, made of less than 2 MB. maxRepeated bounds that; the pages of
// news have some thousands.
const maxRepeated = 2_000_000

// formatting are the elements that are opened again.
var formatting = names(`a b big code em font i nobr s small strike strong tt u`)

var formattingBegins = regexp.MustCompile(`(?i)<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]`)

// barriers are elements in which the end of an element of formatting does not end one
// outside of them.
var barriers = names(`applet button caption desc foreignobject html marquee math mi mn mo ms mtext object select svg table td template th title annotation-xml`)

func names(list string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(list) {
		set[name] = true
	}
	return set
}

// level is what was opened inside of a barrier.
type level struct {
	barrier string
	open    map[string]int // elements of formatting, by name
}

// repeatsTooMuch says that a page may be one of which a parser makes far more elements
// than it holds. It counts on the side of too many: what it takes for open may have been
// ended, but not the other way round.
func repeatsTooMuch(page string) bool {
	z := html.NewTokenizer(strings.NewReader(page))
	levels := []level{{open: map[string]int{}}}
	open, repeated := 0, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return false
		}
		top := &levels[len(levels)-1]
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			raw, _ := z.TagName()
			name := string(raw)
			if formatting[name] {
				top.open[name]++
				open++
			}
			if barriers[name] {
				levels = append(levels, level{name, map[string]int{}})
			}
		case html.EndTagToken:
			raw, _ := z.TagName()
			name := string(raw)
			if formatting[name] && top.open[name] > 0 {
				top.open[name]--
				open--
			}
			if n := len(levels) - 1; n > 0 && top.barrier == name {
				for inner, count := range top.open { // they may still be open outside
					levels[n-1].open[inner] += count
				}
				levels = levels[:n]
			}
		case html.TextToken: // of a script, which inside of a picture is read as tags
			open += len(formattingBegins.FindAllIndex(z.Raw(), -1))
		}
		if repeated += open; repeated > maxRepeated {
			return true
		}
	}
}
