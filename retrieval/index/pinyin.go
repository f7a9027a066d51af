package index

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// pinyinTable has, zipped, a line for each way to read characters: the readings without tones, the commonest first and ü as v,
// a space, and the characters. It is go-pinyin's dictionary up to U+9FFF; that library's own form of it is a Go map
// that adds a megabyte to the program and is filled at every start. pinyin_test.go makes the table and holds it to the
// library.
//
//go:embed pinyin.txt.gz
var pinyinTable []byte

const (
	firstRead = '〇' // U+3007
	lastRead  = '\u9fff'
)

// pinyin holds how characters are read. It is safe for concurrent use.
type pinyin struct {
	ways   [][]string
	of     [lastRead - firstRead + 1]uint16 // of ways; 0 is none
	once   sync.Once
	sounds map[string][]rune // filled when it is first asked for
}

var readPinyin = sync.OnceValue(func() *pinyin {
	p := &pinyin{ways: [][]string{nil}}
	table, err := unzip(pinyinTable)
	if err != nil {
		return p // nothing is read: the test of the table fails
	}
	for line := range strings.Lines(table) {
		readings, characters, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		for _, c := range characters {
			p.of[c-firstRead] = uint16(len(p.ways))
		}
		p.ways = append(p.ways, strings.Split(readings, ","))
	}
	return p
})

// readings are the ways to read a character, without tones; none if it is not known.
func (p *pinyin) readings(c rune) []string {
	if c < firstRead || c > lastRead {
		return nil
	}
	return p.ways[p.of[c-firstRead]]
}

// alike are the characters that are mostly read as one is, or nearly so (fuzzy), with it.
func (p *pinyin) alike(c rune) []rune {
	ways := p.readings(c)
	if len(ways) == 0 {
		return nil
	}
	return p.bySound()[fuzzy(ways[0])]
}

// bySound are the characters by how each is mostly read.
func (p *pinyin) bySound() map[string][]rune {
	p.once.Do(func() {
		p.sounds = map[string][]rune{}
		for c := firstRead; c <= lastRead; c++ {
			if ways := p.readings(c); len(ways) > 0 {
				p.sounds[fuzzy(ways[0])] = append(p.sounds[fuzzy(ways[0])], c)
			}
		}
	})
	return p.sounds
}

// commonest is a run as it is mostly read, in one word; what has no reading is left out.
func (p *pinyin) commonest(run []rune) string {
	latin := make([]byte, 0, utf8.UTFMax*len(run))
	for _, c := range run {
		if ways := p.readings(c); len(ways) > 0 {
			latin = append(latin, ways[0]...)
		}
	}
	return string(latin)
}
