// Package english reads a question in English about Chinese economic news as one in
// Chinese: names by their pinyin, numbers, and a small glossary of what such news
// measures and counts. It does not guess: a question with a word that it does not
// know is not read at all.
package english

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

// Names finds what a name in pinyin is in Chinese, "" for nothing: pinyin in small
// letters without spaces; capital says that it was written as a name.
type Names func(pinyin string, capital bool) string

// kind is what a phrase is for in a question.
type kind string

const (
	noun  kind = "noun"
	adj   kind = "adj"
	zone  kind = "zone"
	whole kind = "whole"
	ask   kind = "ask"
	move  kind = "move"
	when  kind = "when"
	and   kind = "and"
	skip  kind = "skip"
	name  kind = "name"
	year  kind = "year"
)

// part is a phrase of a question that was understood.
type part struct {
	kind    kind
	chinese string // of an ask: what is asked
	unit    string // that a noun is counted in
	suffix  string // of a name: the kind of place that was said before it
}

//go:embed glossary.tsv
var table string

// glossary is the table by phrase, its words as stem leaves them.
var glossary = sync.OnceValue(func() map[string]part {
	parts := map[string]part{}
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := append(strings.Split(line, "\t"), "", "")
		var words []string
		for _, w := range strings.Fields(fields[0]) {
			words = append(words, stem(w))
		}
		parts[strings.Join(words, " ")] = part{kind: kind(fields[1]), chinese: fields[2], unit: fields[3]}
	}
	return parts
})

const (
	longestPhrase = 7 // words
	longestName   = 3
)

// token is a word or a number of a question.
type token struct {
	text    string // in small letters, without a possessive
	capital bool
}

var (
	tokenForm = regexp.MustCompile(`[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?%?|[A-Za-z](?:[A-Za-z]|['’&][A-Za-z])*`)
	yearForm  = regexp.MustCompile(`^(19|20)[0-9]{2}$`)
	dayForm   = regexp.MustCompile(`^[0-9]{1,2}$`)
)

// Reading is a question as it was read.
type Reading struct {
	Chinese string
	// Done is what happened when it is asked when, 揭牌; Counted is what is counted,
	// 企业; Names are those that were found. An answer that says none of them is of
	// something else.
	Done, Counted string
	Names         []string
}

// Read reads a question; ok is false where a word of it is not known or nothing is
// asked for. One that follows up may leave out what it asks for or of what.
func Read(question string, names Names, followsUp bool) (read Reading, ok bool) {
	parts, ok := understand(tokens(question), names)
	if !ok {
		return Reading{}, false
	}
	a := compose(parts)
	read.Chinese, ok = a.chinese(followsUp)
	read.Done, read.Counted, read.Names = a.done, a.counted, a.names
	return read, ok
}

func tokens(question string) []token {
	var out []token
	for _, text := range tokenForm.FindAllString(question, -1) {
		small := strings.ToLower(strings.ReplaceAll(text, "’", "'"))
		out = append(out, token{strings.TrimSuffix(small, "'s"), text[0] >= 'A' && text[0] <= 'Z'})
	}
	return out
}

// understand takes the longest phrase or name at each place.
func understand(all []token, names Names) ([]part, bool) {
	var out []part
	for at := 0; at < len(all); {
		p, n := phrase(all[at:])
		if n == 0 {
			p, n = named(all[at:], names)
		}
		if n == 0 {
			return nil, false
		}
		out = append(out, p)
		at += n
	}
	return out, true
}

func phrase(rest []token) (part, int) {
	if yearForm.MatchString(rest[0].text) {
		return part{kind: year, chinese: rest[0].text + "年"}, 1
	}
	var words []string
	for _, t := range rest[:min(longestPhrase, len(rest))] {
		words = append(words, stem(t.text))
	}
	for n := len(words); n > 0; n-- {
		p, known := glossary()[strings.Join(words[:n], " ")]
		if !known {
			continue
		}
		month := p.kind == when && strings.HasSuffix(p.chinese, "月")
		if month && !rest[0].capital { // may, march
			continue
		}
		if month && n < len(rest) && dayForm.MatchString(rest[n].text) { // January 28
			return part{kind: when, chinese: p.chinese + rest[n].text + "日"}, n + 1
		}
		return p, n
	}
	return part{}, 0
}

// named takes up to longestName words as one name, the family name first or last.
func named(rest []token, names Names) (part, int) {
	for n := min(longestName, len(rest)); n > 0; n-- {
		capital := true
		var words []string
		for _, t := range rest[:n] {
			capital = capital && t.capital
			words = append(words, strings.ReplaceAll(t.text, "'", ""))
		}
		if n > 1 && !capital {
			continue
		}
		if found := names(strings.Join(words, ""), capital); found != "" {
			return part{kind: name, chinese: found}, n
		}
		if n > 1 {
			if found := names(words[n-1]+strings.Join(words[:n-1], ""), capital); found != "" {
				return part{kind: name, chinese: found}, n
			}
		}
	}
	return part{}, 0
}

// stem takes the plural off a word.
func stem(word string) string {
	word = strings.ReplaceAll(word, "-", " ")
	switch {
	case len(word) < 4 || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "us") || strings.HasSuffix(word, "is"):
		return word
	case strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "shes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "xes"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "s"):
		return word[:len(word)-1]
	}
	return word
}
