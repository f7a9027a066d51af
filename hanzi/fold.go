// Package hanzi knows the script: full and half width, traditional and
// simplified. What it does keeps offsets: one rune in, one rune out.
package hanzi

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Fold maps text to the form in which it is compared and searched: half width,
// simplified, lower case, every white space a plain one. The result has exactly
// as many runes as s, so an offset in runes means the same place in both.
func Fold(s string) string {
	return strings.Map(FoldRune, s)
}

// Simplify maps traditional characters to simplified ones and leaves all else as
// it is. One rune out for one rune in.
func Simplify(s string) string {
	return strings.Map(func(r rune) rune {
		if IsHan(r) {
			return FoldRune(r)
		}
		return r
	}, s)
}

// FoldRunes is Fold on runes; the argument is not changed.
func FoldRunes(in []rune) []rune {
	out := make([]rune, len(in))
	for i, r := range in {
		out[i] = FoldRune(r)
	}
	return out
}

// FoldRune folds one rune.
func FoldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return unicode.ToLower(r)
	case IsHan(r):
		return simplified().form(r)
	case unicode.IsSpace(r):
		return ' '
	}
	if canonical := width.LookupRune(r).Folded(); canonical != 0 {
		r = canonical
	}
	return unicode.ToLower(r)
}

// Traditional says that a text is written in traditional characters: more of its
// characters have a simplified form than are one. Some are both (里, 后), and a few
// traditional ones stand in simplified texts (著).
func Traditional(s string) bool {
	traditional, simple := 0, 0
	for _, r := range s {
		if simplified().form(r) != r {
			traditional++
		} else if isSimplified()[r] {
			simple++
		}
	}
	return traditional > simple
}

// Neutral says that a text is written alike in both scripts: no character of it has
// another form.
func Neutral(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return simplified().form(r) != r || isSimplified()[r]
	})
}

// isSimplified holds the characters that a traditional one is simplified to.
var isSimplified = sync.OnceValue(func() map[rune]bool {
	forms := make(map[rune]bool, 4096)
	for _, to := range pairs {
		forms[to] = true
	}
	return forms
})

// IsHan says whether r is a Chinese character. 〇 counts as one.
func IsHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r == '〇' ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

// table has a traditional character and its simplified one a line: the first
// choice of OpenCC's TSCharacters.txt (Apache-2.0). Phrase rules are left out on
// purpose: they are rare and could change the number of runes.
//
//go:embed simplified.txt
var table string

// pairs yields each traditional character of the table and its simplified form.
func pairs(yield func(from, to rune) bool) {
	for line := range strings.Lines(table) {
		from, n := utf8.DecodeRuneInString(line)
		to, _ := utf8.DecodeRuneInString(line[n:])
		if !yield(from, to) {
			return
		}
	}
}

// forms are the simplified forms of characters. Every character of every text is
// asked for, so the common ones are found by their place.
type forms struct {
	common [lastCommon - firstCommon]rune // 0 for a character that stays
	rare   map[rune]rune
}

// The common characters: one block of Unicode and what stands before it.
const firstCommon, lastCommon = 0x3400, 0xA000

var simplified = sync.OnceValue(func() *forms {
	f := &forms{rare: map[rune]rune{}}
	for from, to := range pairs {
		if from >= firstCommon && from < lastCommon {
			f.common[from-firstCommon] = to
		} else {
			f.rare[from] = to
		}
	}
	return f
})

// form is the simplified form of a character, itself where it has none.
func (f *forms) form(r rune) rune {
	to := rune(0)
	if r >= firstCommon && r < lastCommon {
		to = f.common[r-firstCommon]
	} else {
		to = f.rare[r]
	}
	if to == 0 {
		return r
	}
	return to
}
