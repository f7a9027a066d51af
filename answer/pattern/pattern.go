// Package pattern has regular expressions that first look for a character that each match
// needs: most of those that answers are looked for with stand in few of the texts that they
// are asked of.
package pattern

import (
	"regexp"
	"regexp/syntax"
	"unicode"
)

// Regexp is a regular expression that knows some characters of which each match holds
// one: a text that has none of them is not searched. Most patterns stand in few of the
// texts that they are asked of, and to look for characters takes a tenth of the time.
type Regexp struct {
	*regexp.Regexp
	needs *runes // nil where nothing is needed
}

// Compile is regexp.MustCompile.
func Compile(expr string) *Regexp {
	re := regexp.MustCompile(expr)
	parsed, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return &Regexp{Regexp: re}
	}
	return &Regexp{Regexp: re, needs: newRunes(needed(parsed.Simplify()))}
}

func (p *Regexp) mayMatch(text string) bool { return p.needs == nil || p.needs.anyIn(text) }

// MatchString says that a text has a match. It and the others do what those of regexp.Regexp do.
func (p *Regexp) MatchString(text string) bool {
	return p.mayMatch(text) && p.Regexp.MatchString(text)
}

// FindString is the text of the first match; "" for none.
func (p *Regexp) FindString(text string) string {
	if !p.mayMatch(text) {
		return ""
	}
	return p.Regexp.FindString(text)
}

// FindStringIndex is where the first match stands, in bytes; nil for none.
func (p *Regexp) FindStringIndex(text string) []int {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Regexp.FindStringIndex(text)
}

// FindStringSubmatch are the texts of the first match and its groups; nil for none.
func (p *Regexp) FindStringSubmatch(text string) []string {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Regexp.FindStringSubmatch(text)
}

// FindStringSubmatchIndex is where these stand, in bytes; nil for none.
func (p *Regexp) FindStringSubmatchIndex(text string) []int {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Regexp.FindStringSubmatchIndex(text)
}

// FindAllString are the texts of the first n matches, of all where n < 0.
func (p *Regexp) FindAllString(text string, n int) []string {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Regexp.FindAllString(text, n)
}

// FindAllStringIndex is where these stand, in bytes.
func (p *Regexp) FindAllStringIndex(text string, n int) [][]int {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Regexp.FindAllStringIndex(text, n)
}

// FindAllStringSubmatch are their texts with those of their groups.
func (p *Regexp) FindAllStringSubmatch(text string, n int) [][]string {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Regexp.FindAllStringSubmatch(text, n)
}

// FindAllStringSubmatchIndex is where these stand, in bytes.
func (p *Regexp) FindAllStringSubmatchIndex(text string, n int) [][]int {
	if !p.mayMatch(text) {
		return nil
	}
	return p.Regexp.FindAllStringSubmatchIndex(text, n)
}

// ReplaceAllString puts by, in which $1 is a group, in the place of each match.
func (p *Regexp) ReplaceAllString(text, by string) string {
	if !p.mayMatch(text) {
		return text
	}
	return p.Regexp.ReplaceAllString(text, by)
}

// mostNeeded bounds the characters that are looked for.
const mostNeeded = 64

// needed are characters of which each match of an expression holds one, as few as are
// easily found; none where a match may do without, or where they are many.
func needed(re *syntax.Regexp) []rune {
	switch re.Op {
	case syntax.OpLiteral:
		return folds(re.Rune[0], re.Flags&syntax.FoldCase != 0)
	case syntax.OpCharClass:
		return inClass(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return needed(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needed(re.Sub[0])
		}
	case syntax.OpConcat:
		var fewest []rune
		for _, sub := range re.Sub {
			if some := needed(sub); len(some) > 0 && (fewest == nil || len(some) < len(fewest)) {
				fewest = some
			}
		}
		return fewest
	case syntax.OpAlternate:
		var all []rune
		for _, sub := range re.Sub {
			some := needed(sub)
			if len(some) == 0 || len(all)+len(some) > mostNeeded {
				return nil
			}
			all = append(all, some...)
		}
		return all
	}
	return nil
}

func folds(r rune, fold bool) []rune {
	out := []rune{r}
	for other := unicode.SimpleFold(r); fold && other != r; other = unicode.SimpleFold(other) {
		out = append(out, other)
	}
	return out
}

// inClass are the characters of ranges, if they are few.
func inClass(ranges []rune) (out []rune) {
	for i := 0; i+1 < len(ranges); i += 2 {
		if int(ranges[i+1]-ranges[i]) >= mostNeeded-len(out) {
			return nil
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			out = append(out, r)
		}
	}
	return out
}

// runes is a small set of characters.
type runes struct {
	rough [4]uint64 // a bit for the lowest byte of each
	all   map[rune]bool
}

func newRunes(list []rune) *runes {
	if len(list) == 0 {
		return nil
	}
	s := &runes{all: map[rune]bool{}}
	for _, r := range list {
		s.rough[r>>6&3] |= 1 << (r & 63)
		s.all[r] = true
	}
	return s
}

func (s *runes) anyIn(text string) bool {
	for _, r := range text {
		if s.rough[r>>6&3]>>(r&63)&1 == 1 && s.all[r] {
			return true
		}
	}
	return false
}
