package news

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// wholeRunes is the longest passage (in runes) that is never split.
	wholeRunes = 700
	// pieceRunes is what a piece of a longer one is meant to hold: it then fits
	// the encoder's 512 tokens.
	pieceRunes = 480
	// sentenceRunes is where even a single sentence is cut, at a clause if it has one.
	sentenceRunes = 2000
)

const (
	enders  = "。！？!?…"
	closers = "”’\"'）)】]》〉」』〕"
)

// split cuts a text of more than limit runes at line and sentence ends into
// pieces of about equal length near pieceRunes, which together hold the whole
// text but for the white space between them. A shorter text is one piece.
func split(text string, limit int) []string {
	if utf8.RuneCountInString(text) <= limit {
		return nonEmpty(oneLine(text))
	}
	parts := lineSentences(text)
	total := 0
	for _, p := range parts {
		total += utf8.RuneCountInString(p)
	}
	count := (total + pieceRunes - 1) / pieceRunes
	return pack(parts, (total+count-1)/max(count, 1))
}

// lineSentences are the sentences of all lines. A long line that ends inside a
// sentence was broken there: its end and the next line's beginning are one.
func lineSentences(text string) []string {
	var parts []string
	before := ""
	for line := range strings.Lines(text) {
		next := sentences(strings.TrimSpace(line))
		if len(next) == 0 {
			continue
		}
		if before != "" {
			parts[len(parts)-1] += glue(before, next[0])
		}
		if utf8.RuneCountInString(before) >= 20 && isOpen(before) {
			parts[len(parts)-1] += next[0]
			next = next[1:]
		}
		parts = append(parts, next...)
		before = strings.TrimSpace(line)
	}
	return parts
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// pack puts parts together until a piece would be nearer to target without the
// next part than with it. A short rest stays with the piece before it.
func pack(parts []string, target int) []string {
	var pieces []string
	var b strings.Builder
	size := 0
	flush := func() {
		pieces = append(pieces, nonEmpty(strings.TrimSpace(b.String()))...)
		b.Reset()
		size = 0
	}
	for _, p := range parts {
		n := utf8.RuneCountInString(p)
		if size > 0 && size+n > wholeRunes || size+n/2 > target {
			flush()
		}
		b.WriteString(p)
		size += n
	}
	flush()
	if n := len(pieces); n > 1 {
		last, before := utf8.RuneCountInString(pieces[n-1]), utf8.RuneCountInString(pieces[n-2])
		if last*3 < target && last+before <= wholeRunes {
			pieces[n-2] += glue(pieces[n-2], pieces[n-1]) + pieces[n-1]
			return pieces[:n-1]
		}
	}
	return pieces
}

// sentences cuts a line behind each sentence, the spaces that follow included.
// Joined together they are the line again.
func sentences(line string) []string {
	var out []string
	runes := []rune(line)
	start := 0
	for i := 0; i < len(runes); i++ {
		end := sentenceEnd(runes, i)
		if end == 0 {
			continue
		}
		out = append(out, hardCut(runes[start:end])...)
		start, i = end, end-1
	}
	if start < len(runes) {
		out = append(out, hardCut(runes[start:])...)
	}
	return out
}

// sentenceEnd returns where the sentence that ends with runes[i] is over, with
// closing quotes, brackets and white space, or 0 if none ends there.
func sentenceEnd(runes []rune, i int) int {
	if !strings.ContainsRune(enders, runes[i]) && !latinStop(runes, i) {
		return 0
	}
	end := i + 1
	for end < len(runes) && strings.ContainsRune(enders+closers, runes[end]) {
		end++
	}
	if end < len(runes) && strings.ContainsRune("，,、；;：:", runes[end]) {
		return 0 // “……！”，他说
	}
	for end < len(runes) && unicode.IsSpace(runes[end]) {
		end++
	}
	return end
}

// latinStop is a full stop behind a word of three letters or more, before white
// space and a capital or a Chinese character: not 17.78, U.S., No. 5 or v1.2.
func latinStop(runes []rune, i int) bool {
	if runes[i] != '.' || i < 3 || i+2 >= len(runes) || !unicode.IsSpace(runes[i+1]) {
		return false
	}
	for _, r := range runes[i-3 : i] {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return unicode.IsUpper(runes[i+2]) || unicode.Is(unicode.Han, runes[i+2])
}

// hardCut cuts a sentence that is longer than sentenceRunes behind a clause, or
// anywhere but inside a figure or a Latin word.
func hardCut(s []rune) []string {
	var out []string
	for len(s) > sentenceRunes {
		at := cutPoint(s)
		out = append(out, string(s[:at]))
		s = s[at:]
	}
	return append(out, string(s))
}

func cutPoint(s []rune) int {
	for i := sentenceRunes; i > sentenceRunes/2; i-- {
		if strings.ContainsRune("，、；,;：", s[i-1]) && !unicode.IsDigit(s[i]) {
			return i
		}
	}
	for i := sentenceRunes; i > sentenceRunes/2; i-- {
		if !sticks(s[i-1]) && !sticks(s[i]) {
			return i
		}
	}
	return sentenceRunes
}

// sticks says whether a rune may belong to a figure or to a word of an alphabet.
func sticks(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune(".,．，·%％‰-+零〇一二三四五六七八九十百千万亿两点分之", r) ||
		unicode.IsLetter(r) && !unicode.Is(unicode.Han, r)
}

// oneLine joins the lines of a text and trims it.
func oneLine(text string) string {
	out := ""
	if !strings.Contains(text, "\n") {
		return strings.TrimSpace(text)
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		b.WriteString(glue(out, line))
		b.WriteString(line)
		out = line
	}
	return b.String()
}

// glue is what joins two lines: nothing in Chinese and inside a figure, a space
// between words of an alphabet.
func glue(a, b string) string {
	l, _ := utf8.DecodeLastRuneInString(a)
	r, _ := utf8.DecodeRuneInString(b)
	switch {
	case a == "" || b == "":
		return ""
	case l == '-' || !latin(r) && !strings.ContainsRune("($€£“\"", r):
		return ""
	case latinLetter(l) && latinLetter(r):
		return " "
	case latinText(a) && (latin(l) || strings.ContainsRune(",;:.!?)\"'”%", l)):
		return " "
	}
	return ""
}

func latin(r rune) bool { return latinLetter(r) || unicode.IsDigit(r) }

func latinLetter(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

// latinText says whether a text ends in words of an alphabet, none Chinese.
func latinText(s string) bool {
	letters := 0
	for i := 0; i < 20 && s != ""; i++ {
		r, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		if unicode.Is(unicode.Han, r) || r >= 0x3000 {
			return false
		}
		if latinLetter(r) {
			letters++
		}
	}
	return letters >= 4
}
