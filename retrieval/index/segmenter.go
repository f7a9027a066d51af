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
//
// What the search for words reads lies together, apart from their texts: it looks
// at a few words for every character of a text.
type segmenter struct {
	words    []entry    // by their text
	distance []float32  // of words: -log₂ of their shares
	length   []uint8    // of words, in runes
	later    [2][]int32 // the second and the third character of words, 0 for none
	begin    []span     // the words that begin with a character, by its code point below planes
}

// span is a part of segmenter.words.
type span struct{ from, to int32 }

// entry is a word of the dictionary.
type entry struct {
	text   string
	speech string // jieba's tag: n, v, ns …
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
	s := &segmenter{words: make([]entry, 0, n), distance: make([]float32, n), length: make([]uint8, 0, n), begin: make([]span, planes)}
	for i := range s.later {
		s.later[i] = make([]int32, 0, n)
	}
	counts := make([]int, 0, n)
	total := 0
	for line := range strings.Lines(dictionary) {
		text, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		digits, speech, _ := strings.Cut(rest, " ")
		count, err := strconv.Atoi(digits)
		if err != nil || count <= 0 || !s.add(entry{text: text, speech: speech}) {
			return nil, fmt.Errorf("line %d of the dictionary, %q, is no word, or not in order", len(s.words)+1, line)
		}
		if s.length[len(s.words)-1] == 1 {
			count = singleCount
		}
		counts = append(counts, count)
		total += count
	}
	all := float32(math.Log2(float64(total)))
	for i, count := range counts {
		s.distance[i] = all - float32(math.Log2(float64(count)))
	}
	return s, nil
}

// add appends a word; it must stand behind those before.
func (s *segmenter) add(e entry) bool {
	n := int32(len(s.words))
	first, size := utf8.DecodeRuneInString(e.text)
	length := utf8.RuneCountInString(e.text)
	if e.text == "" || n > 0 && s.words[n-1].text >= e.text || int(first) >= len(s.begin) || length > math.MaxUint8 {
		return false
	}
	in := &s.begin[first]
	if in.to == 0 {
		in.from = n
	}
	in.to = n + 1
	rest := e.text[size:]
	for i := range s.later {
		var r rune
		if rest != "" {
			r, size = utf8.DecodeRuneInString(rest)
			rest = rest[size:]
		}
		s.later[i] = append(s.later[i], r)
	}
	s.words, s.length = append(s.words, e), append(s.length, uint8(length))
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
	base := float32(0)
	for at := range run {
		alone, longest := false, len(run)-at
		if split && at == 0 {
			longest--
		}
		for in, n := s.first(run[at]), 1; in.from < in.to; n++ {
			if int(s.length[in.from]) == n { // the shortest stands first
				if n <= longest {
					jumps[at+n-1].improve(base+s.distance[in.from], piece{in.from, n})
				}
				alone = alone || n == 1
				in.from++
			}
			if at+n == len(run) {
				break
			}
			in = s.narrow(in, n, run[at+n])
		}
		if !alone {
			jumps[at].improve(base+unknownDistance, piece{unknownWord, 1})
		}
		base = jumps[at].distance
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

// first are the words that begin with a character.
func (s *segmenter) first(r rune) span {
	if int(r) >= len(s.begin) {
		return span{}
	}
	return s.begin[r]
}

// narrow keeps those of some words, alike in their first n characters, that go on
// with next.
func (s *segmenter) narrow(in span, n int, next rune) span {
	if n <= len(s.later) {
		return narrow(in, next, s.later[n-1])
	}
	from := in.from
	for from < in.to && s.character(from, n) < next { // few are that long
		from++
	}
	to := from
	for to < in.to && s.character(to, n) == next {
		to++
	}
	return span{from, to}
}

// character is the one behind the first n of a word, 0 for none.
func (s *segmenter) character(word int32, n int) rune {
	for _, r := range s.words[word].text {
		if n == 0 {
			return r
		}
		n--
	}
	return 0
}

// narrow keeps those of some words whose character is next; characters are sorted.
func narrow(in span, next rune, characters []int32) span {
	from, to := in.from, in.to
	for from < to {
		if middle := (from + to) / 2; characters[middle] < next {
			from = middle + 1
		} else {
			to = middle
		}
	}
	in.from = from
	to = from
	for step := int32(1); to < in.to && characters[to] == next; step *= 2 { // few go on alike
		from, to = to+1, min(to+1+step, in.to)
	}
	for from < to {
		if middle := (from + to) / 2; characters[middle] == next {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return span{in.from, from}
}
