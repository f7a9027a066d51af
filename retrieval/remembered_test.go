package retrieval

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestRememberedSetsAreMadeOnceAndBounded(t *testing.T) {
	var r remembered
	made := 0
	set := func(text string) map[string]bool {
		return r.of(text, func() map[string]bool { made++; return map[string]bool{text: true} })
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
	if made != 51 || !set("外资")["外资"] {
		t.Errorf("made %d times", made)
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
				set := s.TermSet(text)
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
