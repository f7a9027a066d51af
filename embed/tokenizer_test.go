package embed

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func builtinTokenizer(t testing.TB) *tokenizer {
	t.Helper()
	tok, err := newTokenizer(vocabulary, characters)
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

func FuzzTokenizer(f *testing.F) {
	for _, text := range []string{"", "新增公办幼儿园学位9,600个", "GDP gdp [CLS]", "\xff\x00[MAS", "👨‍👩‍👧‍👦é", "﹏﹏"} {
		f.Add(text)
	}
	tok := builtinTokenizer(f)
	size := int32(len(tok.initial) + len(tok.inner))
	f.Fuzz(func(t *testing.T, text string) {
		ids := tok.encode(nil, text)
		if len(ids) < 2 || len(ids) > MaxTokens || ids[0] != clsID || ids[len(ids)-1] != sepID {
			t.Fatalf("%d ids, from %d to %d", len(ids), ids[0], ids[len(ids)-1])
		}
		if n := utf8.RuneCountInString(text); len(ids) > n+2 {
			t.Fatalf("%d ids for %d characters", len(ids), n)
		}
		for _, id := range ids {
			if id < 0 || id >= size {
				t.Fatalf("id %d is not in the vocabulary of %d", id, size)
			}
		}
	})
}
