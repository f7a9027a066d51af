package figure

// trie finds the longest of many words at a place without making strings.
type trie[T any] struct {
	next  map[rune]*trie[T]
	value T
	ends  bool
}

func (t *trie[T]) add(word string, value T) {
	node := t
	for _, r := range word {
		if node.next == nil {
			node.next = map[rune]*trie[T]{}
		}
		if node.next[r] == nil {
			node.next[r] = &trie[T]{}
		}
		node = node.next[r]
	}
	node.value, node.ends = value, true
}

// longest is the longest word at i that accept takes, and where it ends; i for none.
func (t *trie[T]) longest(s *scanner, i int, accept func(value T, end int) bool) (T, int) {
	var best T
	end, node := i, t
	for at := i; node.next != nil; {
		if node = node.next[s.at(at)]; node == nil {
			break
		}
		at++
		if node.ends && (accept == nil || accept(node.value, at)) {
			best, end = node.value, at
		}
	}
	return best, end
}
