package news

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// header is what a file says about its articles before the text.
type header struct {
	title, source, date, author, url string
	kind                             Kind
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// cutFrontMatter takes YAML front matter (between two lines of ---) off the
// text. skipped is the number of lines taken. Unknown keys are ignored.
func cutFrontMatter(text string) (h header, rest string, skipped int, err error) {
	lead := len(text) - len(strings.TrimLeft(text, "\n "))
	lines := strings.SplitAfter(text[lead:], "\n")
	if strings.TrimRight(lines[0], " \t\n") != "---" {
		return header{}, text, 0, nil
	}
	above := strings.Count(text[:lead], "\n")
	end := 0
	for i := 1; i < len(lines) && end == 0; i++ {
		if mark := strings.TrimRight(lines[i], " \t\n"); mark == "---" || mark == "..." {
			end = i
		}
	}
	block := strings.Join(lines[1:max(end, 1)], "")
	switch {
	case end == 0 && !looksLikeKeys(lines):
		return header{}, text, 0, nil // a rule above the text
	case end == 0:
		return header{}, "", 0, &lineError{above + 1, errors.New("the front matter is not closed by a line of ---")}
	case !looksLikeKeys(lines[:end]) && strings.TrimSpace(block) != "":
		return header{}, text, 0, nil
	}
	h, err = readHeader(block, above+1)
	return h, strings.Join(lines[end+1:], ""), above + end + 1, err
}

// looksLikeKeys tells front matter from text between two rules: its first line
// of content is a key and a colon.
func looksLikeKeys(lines []string) bool {
	for _, l := range lines[1:] {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			key, _, ok := strings.Cut(l, ":")
			return ok && key != "" && !strings.ContainsAny(key, " ，。\t")
		}
	}
	return false
}

// readHeader reads the YAML below line first of the file.
func readHeader(block string, first int) (header, error) {
	var h header
	var keys map[string]yaml.Node
	if err := yaml.Unmarshal([]byte(block), &keys); err != nil {
		line := 1
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			line, _ = strconv.Atoi(m[1])
		}
		msg := yamlLine.ReplaceAllString(strings.TrimPrefix(err.Error(), "yaml: "), "")
		return h, &lineError{first + line, fmt.Errorf("the front matter is broken: %s", strings.TrimLeft(msg, ": "))}
	}
	kind := ""
	for name, to := range map[string]*string{
		"title": &h.title, "kind": &kind, "source": &h.source, "date": &h.date, "author": &h.author, "url": &h.url,
	} {
		node, ok := keys[name]
		if !ok {
			continue
		}
		value, err := scalar(&node)
		if err != nil {
			return h, &lineError{first + node.Line, fmt.Errorf("the front matter's %s %w", name, err)}
		}
		*to = value
	}
	h.date = parseDate(h.date)
	switch h.kind = Kind(kind); h.kind {
	case "", KindArticle, KindCaption:
		return h, nil
	}
	node := keys["kind"]
	return h, &lineError{first + node.Line, fmt.Errorf("the front matter's kind is %q, not article or caption", kind)}
}

// scalar is a value as it is written; a list (of authors) becomes one line.
func scalar(n *yaml.Node) (string, error) {
	switch {
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		return "", nil
	case n.Kind == yaml.ScalarNode:
		return oneLine(n.Value), nil
	case n.Kind != yaml.SequenceNode:
		return "", errors.New("is neither a text nor a list of texts")
	}
	var all []string
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode {
			return "", errors.New("is neither a text nor a list of texts")
		}
		all = append(all, oneLine(c.Value))
	}
	return strings.Join(all, "、"), nil
}
