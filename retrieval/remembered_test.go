package retrieval

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"youju/hanzi"
)

func TestRememberedSetsAreMadeOnceAndBounded(t *testing.T) {
	var r remembered[map[string]bool]
	made := 0
	set := func(text string) map[string]bool {
		return r.of(text, len(text), func() map[string]bool { made++; return map[string]bool{text: true} })
	}
	for range 3 {
		if got := set("外资"); !got["外资"] || len(got) != 1 {
			t.Fatalf("got %v", got)
		}
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
	long := strings.Repeat("字", rememberedBytes/30)
	for i := range 50 {
		set(fmt.Sprint(i, long))
		if r.bytes > rememberedBytes {
			t.Fatalf("%d bytes are remembered", r.bytes)
		}
	}
	if made != 51 || !set("外资")["外资"] || made != 52 {
		t.Errorf("made %d times", made)
	}
	for i := range 50 { // what is asked for again stays
		set(fmt.Sprint("again", i, long))
		set("外资")
	}
	if made != 102 {
		t.Errorf("made %d times", made)
	}
}

// TestApartSaysWhatTheTextSays holds the sentences of a text taken apart to those of
// the whole, by the ledger's figures and by those that are looked for.
func TestApartSaysWhatTheTextSays(t *testing.T) {
	c := opened(t, newStub(), "")
	replace(t, c, kunshan)
	s := c.Snapshot()
	s.Ledger()
	source, ok := s.Source(s.passages[0].ID)
	if !ok || len(hanzi.Sentences(source.Text)) < 2 {
		t.Fatalf("%q is no text of sentences", source.Text)
	}
	byLedger := s.Apart(source, asItIs)
	s.ledgerRead.Store(false)
	s.apart = remembered[*Apart]{}
	if alone := s.Apart(source, asItIs); !reflect.DeepEqual(alone, byLedger) {
		t.Errorf("by the ledger %v, without it %v", byLedger, alone)
	}
	for i, span := range hanzi.Sentences(source.Text) {
		part := byLedger.Sentences[i]
		text := string([]rune(source.Text)[span.Start:span.End])
		if part.Span != span || part.Text != text || !reflect.DeepEqual(part.Terms, s.TermSet(text, asItIs)) {
			t.Errorf("%q is %v", text, part)
		}
	}
}

func TestTermSetsAreThoseOfTheTerms(t *testing.T) {
	c := opened(t, newStub(), "")
	replace(t, c, guangzhou)
	s := c.Snapshot()
	var asking sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			for _, text := range []string{"", "实际利用外资254678万美元", "比上年增长24.8%"} {
				set := s.TermSet(text, asItIs)
				terms := s.Terms(text)
				for _, term := range terms {
					if !set[term] {
						t.Errorf("%q is not among %v", term, set)
					}
				}
				if len(set) > len(terms) || len(set) == 0 && text != "" {
					t.Errorf("%q has %v, not %v", text, set, terms)
				}
			}
		})
	}
	asking.Wait()
}

func asItIs(text string) string { return text }
