package embed

import (
	"bufio"
	"fmt"
	"sort"
	"strings"
)

// characterClass is what the reference does with a character: see model/characters.py.
type characterClass byte

const (
	letter      characterClass = 0
	dropped     characterClass = 'd'
	space       characterClass = 's'
	ideograph   characterClass = 'c'
	punctuation characterClass = 'p'
)

type characterRun struct {
	from, to rune
	class    characterClass
}

type characterTable struct {
	low  []characterClass // code points below 0x10000
	high []characterRun   // in order
}

func parseCharacters(text string) (characterTable, error) {
	t := characterTable{low: make([]characterClass, 0x10000)}
	lines := bufio.NewScanner(strings.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		var run characterRun
		if _, err := fmt.Sscanf(lines.Text(), "%x %x %c", &run.from, &run.to, &run.class); err != nil {
			return t, fmt.Errorf("line %d of the character table: %w", n, err)
		}
		for r := run.from; r <= run.to && int(r) < len(t.low); r++ {
			t.low[r] = run.class
		}
		t.high = append(t.high, run)
	}
	return t, lines.Err()
}

func (t *characterTable) class(r rune) characterClass {
	if int(r) < len(t.low) {
		return t.low[r]
	}
	i := sort.Search(len(t.high), func(i int) bool { return r <= t.high[i].to })
	if i < len(t.high) && r >= t.high[i].from {
		return t.high[i].class
	}
	return letter
}
