package news

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// They bound the work on a page that was made to be slow, and the memory: a page of
// 32 MB can hold 28 million elements.
const (
	maxElements = 200_000
	maxTags     = 3 * maxElements // with those that end, and comments
)

var errRepeats = errors.New("the page leaves so much formatting open that it would become millions of elements")

// parseHTML finds the main text of a page, and its title, date, author and site.
func parseHTML(data []byte) ([]Article, error) {
	if bytes.Count(data, []byte("<")) > maxTags {
		return nil, fmt.Errorf("the page has more than %d tags", maxTags)
	}
	text, err := decodeHTML(data)
	if err != nil {
		return nil, err
	}
	text = clean(text)
	if repeatsTooMuch(text) {
		return nil, errRepeats
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("the HTML is broken: %w", err)
	}
	page := htmlUnits(doc)
	h := header{url: pageURL(doc)}
	title := pageTitle(doc, page)
	a, err := mainText(doc)
	if err != nil {
		return nil, err
	}
	h.author, h.source = oneLine(a.Byline()), oneLine(a.SiteName())
	if t, err := a.PublishedTime(); err == nil {
		h.date = t.Format(time.DateOnly)
	}
	if title == "" {
		title = oneLine(a.Title())
	}
	title, site := cutSite(title)
	printed := pageImprint(page)
	h.date, h.source = orElse(h.date, printed.date), orElse(h.source, orElse(printed.source, site))
	h.author = orElse(h.author, printed.author)
	articles, err := assemble(h, titled(title, htmlUnits(a.Node)))
	if len(articles) == 0 && err == nil {
		err = errNoText
	}
	return articles, err
}

// mainText runs Readability. Many Chinese pages put their text in plain div
// elements, and all but one of them are lost unless div is scored too; on other
// pages scoring it lets in what stands around the text. So it is scored only
// where that finds far more.
func mainText(doc *html.Node) (readability.Article, error) {
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	narrow, errNarrow := p.ParseDocument(doc, nil)
	p.TagsToScore = append(slices.Clone(p.TagsToScore), "div")
	wide, err := p.ParseDocument(doc, nil)
	switch {
	case errNarrow != nil || err != nil:
		return wide, fmt.Errorf("the main text could not be found: %w", orError(errNarrow, err))
	case narrow.Node == nil && wide.Node == nil:
		return wide, errNoText
	case narrow.Node == nil:
		return wide, nil
	case wide.Node == nil || textRunes(narrow.Node)*10 >= textRunes(wide.Node)*7:
		return narrow, nil
	}
	return wide, nil
}

func orError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

func textRunes(n *html.Node) int {
	return utf8.RuneCountInString(strings.Join(strings.Fields(textOf(n)), ""))
}

// decodeHTML is decode, but believes the page where it declares its encoding.
func decodeHTML(data []byte) (string, error) {
	if !utf8.Valid(data) && !isBinary(data) {
		if e, name, sure := charset.DetermineEncoding(data, ""); sure && name != "utf-8" && name != "gbk" {
			if s, ok := decodeAll(e, data); ok {
				return s, nil
			}
		}
	}
	return decode(data)
}

// titled puts the headline above the text. Where the text holds it too, what
// stands above it there is a kicker.
func titled(title string, us []unit) []unit {
	head := unit{kind: titleUnit, text: title, whole: true}
	if title == "" {
		return us
	}
	at := slices.IndexFunc(us, func(u unit) bool { return u.text == title })
	if at < 0 || at > 4 {
		return append([]unit{head}, us...)
	}
	us[at] = head
	for i := range us[:at] {
		if us[i].kind == textUnit && utf8.RuneCountInString(us[i].text) <= 40 {
			us[i].kind = kickerUnit
		}
	}
	return us
}

var siteTail = regexp.MustCompile(`^(.{4,}?)\s*(?:[_|｜]|\s[-—–]\s?|--|-)\s*([^_|｜]{2,40})$`)
var siteName = regexp.MustCompile(`(?:网|报|社|台|在线|频道|客户端|门户|新闻|中心|\.com|\.cn)$`)

// cutSite parts the name of the site from a page's title.
func cutSite(title string) (headline, site string) {
	m := siteTail.FindStringSubmatch(title)
	if m == nil {
		return title, ""
	}
	parts := strings.FieldsFunc(m[2], func(r rune) bool { return strings.ContainsRune("_|｜-—– ", r) })
	if len(parts) == 0 || !siteName.MatchString(parts[len(parts)-1]) {
		return title, ""
	}
	return m[1], parts[len(parts)-1]
}

// pageTitle is the heading that the page's title repeats, else that title.
func pageTitle(doc *html.Node, us []unit) string {
	title := ""
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "title" && title == "" {
			title = oneLine(textOf(n))
		}
	}
	for _, u := range us {
		if n := utf8.RuneCountInString(u.text); n >= 4 && n <= 100 && strings.HasPrefix(title, u.text) {
			return u.text
		}
	}
	return title
}

func pageURL(doc *html.Node) string {
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "link" && attr(n, "rel") == "canonical":
			return attr(n, "href")
		case n.Data == "meta" && attr(n, "property") == "og:url":
			return attr(n, "content")
		}
	}
	return ""
}

var printedDate = regexp.MustCompile(datePattern + `(?:` + clockPattern + `|\s*(?:星期|周)[一二三四五六日天])`)

// pageImprint looks for the line of a page that tells its date and source.
func pageImprint(us []unit) imprint {
	var p imprint
	for _, u := range us {
		found, ok := readImprint(u.text)
		if m := printedDate.FindString(u.text); !ok && m != "" && utf8.RuneCountInString(u.text) <= 80 {
			found.date = parseDate(m)
		}
		if m := imprintFrom.FindStringSubmatch(u.text); m != nil && utf8.RuneCountInString(u.text) <= 80 {
			found.source = orElse(found.source, m[1])
		}
		p.date, p.source, p.author = orElse(p.date, found.date), orElse(p.source, found.source), orElse(p.author, found.author)
	}
	return p
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
