package index

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// segmenter cuts runs of Chinese characters into the words that gse cuts them
// into: the path of the least sum of -log₂ of the words' shares of all counts,
// added in 32 bits as gse does (segmenter_test.go holds it to that). gse itself
// needs a quarter of a second and 50 MB to load the same words.
type segmenter struct {
	words []entry // by their text
	begin []span  // the words that begin with a character, by its code point below planes
}

// span is a part of segmenter.words.
type span struct{ from, to int32 }

// entry is a word of the dictionary.
type entry struct {
	text     string
	speech   string  // jieba's tag: n, v, ns …
	distance float32 // -log₂ of its share
}

// piece is a word of a run: its place in segmenter.words, or unknown.
type piece struct {
	word  int32
	runes int
}

const (
	planes = 0x30000 // code points that may begin a word; pages that no word begins in are never touched

	unknownWord     = -1
	unknownDistance = 32  // of one character
	unknownSpeech   = "x" // jieba's tag for it

	// singleCount is that of every word of one character: gse gives them so
	// little that they stand only where nothing longer does.
	singleCount = 2
)

// newSegmenter reads a dictionary: a word, its count and its part of speech a
// line, sorted by the bytes of the words, none twice.
func newSegmenter(dictionary string) (*segmenter, error) {
	n := strings.Count(dictionary, "\n")
	s := &segmenter{words: make([]entry, 0, n), begin: make([]span, planes)}
	counts := make([]int, 0, n)
	total := 0
	for line := range strings.Lines(dictionary) {
		text, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		digits, speech, _ := strings.Cut(rest, " ")
		count, err := strconv.Atoi(digits)
		if err != nil || count <= 0 || !s.add(entry{text: text, speech: speech}) {
			return nil, fmt.Errorf("line %d of the dictionary, %q, is no word, or not in order", len(s.words)+1, line)
		}
		if utf8.RuneCountInString(text) == 1 {
			count = singleCount
		}
		counts = append(counts, count)
		total += count
	}
	all := float32(math.Log2(float64(total)))
	for i, count := range counts {
		s.words[i].distance = all - float32(math.Log2(float64(count)))
	}
	return s, nil
}

// add appends a word; it must stand behind those before.
func (s *segmenter) add(e entry) bool {
	n := int32(len(s.words))
	first, _ := utf8.DecodeRuneInString(e.text)
	if e.text == "" || n > 0 && s.words[n-1].text >= e.text || int(first) >= len(s.begin) {
		return false
	}
	in := &s.begin[first]
	if in.to == 0 {
		in.from = n
	}
	in.to = n + 1
	s.words = append(s.words, e)
	return true
}

// jump is the best way to the end of a character.
type jump struct {
	distance float32
	piece    piece
}

func (j *jump) improve(distance float32, p piece) {
	if j.piece.runes == 0 || j.distance > distance {
		*j = jump{distance, p}
	}
}

// cut appends the words of a run. With split set, the run itself is no word: that
// is how the parts of a long word are found.
func (s *segmenter) cut(pieces []piece, run []rune, split bool) []piece {
	if split && len(run) == 1 {
		return pieces
	}
	var few [64]jump
	jumps := few[:min(len(run), len(few))]
	if len(run) > len(few) {
		jumps = make([]jump, len(run))
	}
	text, base := string(run), float32(0)
	for at, r := range run {
		alone := s.prefixes(text, func(p piece) {
			if !split || p.runes < len(run) {
				jumps[at+p.runes-1].improve(base+s.words[p.word].distance, p)
			}
		})
		if !alone {
			jumps[at].improve(base+unknownDistance, piece{unknownWord, 1})
		}
		text, base = text[utf8.RuneLen(r):], jumps[at].distance
	}
	return trace(pieces, jumps)
}

// trace appends the pieces of the best path.
func trace(pieces []piece, jumps []jump) []piece {
	begin := len(pieces)
	for end := len(jumps); end > 0; {
		p := jumps[end-1].piece
		pieces = append(pieces, p)
		end -= p.runes
	}
	slices.Reverse(pieces[begin:])
	return pieces
}

// prefixes finds the words that text begins with, the shortest first, and says
// whether its first character is one.
func (s *segmenter) prefixes(text string, found func(piece)) (alone bool) {
	first, size := utf8.DecodeRuneInString(text)
	if int(first) >= len(s.begin) {
		return false
	}
	in := s.begin[first]
	for at, n := 0, 1; in.from < in.to; n++ {
		at += size
		if len(s.words[in.from].text) == at { // the shortest stands first
			found(piece{in.from, n})
			alone = alone || n == 1
			in.from++
		}
		if at == len(text) {
			break
		}
		_, size = utf8.DecodeRuneInString(text[at:])
		in = s.narrow(in, at, text[at:at+size])
	}
	return alone
}

// narrow keeps those of some words, alike in their first `at` bytes, that go on
// with next.
func (s *segmenter) narrow(in span, at int, next string) span {
	from, to := in.from, in.to
	for from < to {
		if middle := (from + to) / 2; s.words[middle].text[at:] < next {
			from = middle + 1
		} else {
			to = middle
		}
	}
	in.from = from
	to = from
	for step := int32(1); to < in.to && strings.HasPrefix(s.words[to].text[at:], next); step *= 2 { // few go on alike
		from, to = to+1, min(to+1+step, in.to)
	}
	for from < to {
		if middle := (from + to) / 2; strings.HasPrefix(s.words[middle].text[at:], next) {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return span{in.from, from}
}
