package embed

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func builtinTokenizer(t testing.TB) *tokenizer {
	t.Helper()
	pieces, err := vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	tok, err := newTokenizer(pieces, characters)
	if err != nil {
		t.Fatal(err)
	}
	return tok
}

func TestTokenIDsEqualTheReference(t *testing.T) {
	tok := builtinTokenizer(t)
	for _, g := range readGolden(t) {
		if got := tok.encode(nil, g.Text); !slices.Equal(got, g.IDs) {
			t.Errorf("ids of %.60q:\n got %v\nwant %v", g.Text, got, g.IDs)
		}
	}
}

func TestInvalidUTF8IsDroppedLikeControlCharacters(t *testing.T) {
	tok := builtinTokenizer(t)
	got := tok.encode(nil, "ab\xff\xfecd\x80 中\xe4\xb8")
	if want := tok.encode(nil, "abcd 中"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestEncodeAppends(t *testing.T) {
	tok := builtinTokenizer(t)
	first := tok.encode(nil, "北京")
	both := tok.encode(slices.Clone(first), "上海")
	if !slices.Equal(both[:len(first)], first) || !slices.Equal(both[len(first):], tok.encode(nil, "上海")) {
		t.Errorf("appending changed the ids: %v after %v", both, first)
	}
}

func TestPiecesWithARowAreThoseThatTextsHave(t *testing.T) {
	tok := builtinTokenizer(t)
	seen := make(map[int32]bool)
	pieces, err := vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	for piece := range strings.SplitSeq(pieces, "\n") {
		inner, _ := strings.CutPrefix(piece, "##")
		for _, text := range []string{piece, inner, "a" + inner, "q" + inner, "中" + inner} {
			for _, id := range tok.encode(nil, text) {
				if tok.rows[id] == noRow {
					t.Fatalf("%q has token %d, which has no row", text, id)
				}
				seen[id] = true
			}
		}
	}
	const hidden = 200 // pieces with a row that only longer words have
	if len(seen) < tok.reachable-hidden || tok.reachable < 13000 {
		t.Errorf("%d pieces have a row, %d were seen", tok.reachable, len(seen))
	}
}

func FuzzTokenizer(f *testing.F) {
	for _, text := range []string{"", "新增公办幼儿园学位9,600个", "GDP gdp [CLS]", "\xff\x00[MAS", "👨‍👩‍👧‍👦é", "﹏﹏"} {
		f.Add(text)
	}
	tok := builtinTokenizer(f)
	f.Fuzz(func(t *testing.T, text string) {
		ids := tok.encode(nil, text)
		if len(ids) < 2 || len(ids) > MaxTokens || ids[0] != clsID || ids[len(ids)-1] != sepID {
			t.Fatalf("%d ids, from %d to %d", len(ids), ids[0], ids[len(ids)-1])
		}
		if n := utf8.RuneCountInString(text); len(ids) > n+2 {
			t.Fatalf("%d ids for %d characters", len(ids), n)
		}
		for _, id := range ids {
			if id < 0 || id >= vocabSize || tok.rows[id] == noRow {
				t.Fatalf("id %d has no row in the word table", id)
			}
		}
	})
}
