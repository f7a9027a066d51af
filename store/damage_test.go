package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"youju/news"
)

// sized is how much a fault run does of what is n in CI: ten times as much with make
// soak, and under the race detector a quarter, for in most one goroutine does it all.
func sized(n int) int {
	switch {
	case os.Getenv("YOUJU_SOAK") == "large":
		return 10 * n
	case raced:
		return n / 4
	}
	return n
}

// furnish puts a little of everything into a store.
func furnish(t testing.TB, s *Store) {
	t.Helper()
	ctx := context.Background()
	for i := range int64(6) {
		u := upd(100 + i)
		u.Body = fmt.Appendf(nil, `{"update_id":%d,"text":"%s"}`, 100+i, strings.Repeat("外资企业有多少家", int(i)*40))
		_, err := s.Journal(ctx, u)
		must(t, err)
	}
	for i := range int64(3) {
		ids, err := s.Finish(ctx, Outcome{Update: 100 + i, State: Answered,
			Messages: []Message{{Talk: alice, Method: "sendMessage", Payload: fmt.Appendf(nil, "答案%d", i)}},
			Turn:     &Turn{Talk: alice, Question: fmt.Sprint("问题", i), Answer: "2103家[1]", Detail: []byte("{}")}})
		must(t, err)
		if i == 0 {
			must(t, s.MarkSent(ctx, ids[0], 55))
		}
	}
	must(t, s.Rate(ctx, Feedback{Chat: 1, Message: 55, User: 7, Rating: 1, Question: "问题0", Answer: []byte("{}"), Hits: []byte("[]")}))
	must(t, s.SetSettings(ctx, alice.Chat, Settings{Language: 2, Brief: true}))
	must(t, s.SetSettings(ctx, -1001234567890, Settings{Plain: true}))
	var sources []Source
	for i := range 3 {
		a := news.Article{ID: fmt.Sprint("a", i), Title: "题", Sections: []string{}, Notes: []news.Note{}, Paragraphs: []news.Paragraph{{ID: fmt.Sprint("p", i), Text: strings.Repeat("实际利用外资", 300*i+1)}}}
		sources = append(sources, Source{Collection: "c", Name: fmt.Sprint("f", i), Mark: "m", Articles: []news.Article{a}, Body: []byte(strings.Repeat("原文", 1500*i+1))})
	}
	must(t, s.PutSources(ctx, sources, "c"))
	must(t, s.SaveDerived(ctx, Derived{"c", "index", "m"}, bytes.Repeat([]byte("索引"), 3000)))
	var vectors []Vector
	for i := range 8 {
		vectors = append(vectors, Vector{Key: Key{byte(i + 1)}, Data: bytes.Repeat([]byte{byte(i)}, 700*i+1)})
	}
	must(t, s.KeepVectors(ctx, "model", vectors))
}

// contents is all that can be read back of a store, an item a name. What is damaged
// and said to be so is not there.
func contents(t testing.TB, s *Store) map[string]string {
	t.Helper()
	ctx := context.Background()
	all := map[string]string{}
	pending, err := s.Pending(ctx)
	must(t, err)
	for _, u := range pending {
		if !u.Damaged {
			all[fmt.Sprint("update ", u.ID)] = fmt.Sprint(u.Talk, string(u.Body), u.Received.UnixMilli())
		}
	}
	unsent, err := s.Unsent(ctx)
	must(t, err)
	for _, m := range unsent {
		if !m.Damaged {
			all[fmt.Sprint("message ", m.ID)] = fmt.Sprint(m.Update, m.Talk, m.Method, string(m.Payload), m.State, m.Attempts)
		}
	}
	turns, err := s.History(ctx, alice, moment(0), 100)
	must(t, err)
	for _, turn := range turns {
		all[fmt.Sprint("turn ", turn.Update)] = fmt.Sprint(turn.Talk, turn.Question, turn.Answer, string(turn.Detail))
	}
	ratings, err := s.Ratings(ctx)
	must(t, err)
	for _, f := range ratings {
		all[fmt.Sprint("rating ", f.Chat, f.Message, f.User)] = fmt.Sprint(f.Rating, f.Question, string(f.Answer), string(f.Hits))
	}
	for _, chat := range []int64{alice.Chat, -1001234567890} {
		set, err := s.Settings(ctx, chat)
		must(t, err)
		if set != (Settings{}) {
			all[fmt.Sprint("settings ", chat)] = fmt.Sprintf("%+v", set)
		}
	}
	must(t, s.checkFacts(ctx))
	last, _, err := s.LastUpdate(ctx)
	must(t, err)
	all["last"] = fmt.Sprint(last)
	addSources(t, s, all)
	if data, found, err := s.ReadDerived(ctx, Derived{"c", "index", "m"}); err != nil {
		t.Fatal(err)
	} else if found {
		all["derived"] = string(data)
	}
	must(t, s.Vectors(ctx, "model", func(key Key, data []byte) { all[fmt.Sprint("vector ", key)] = string(data) }))
	return all
}

func addSources(t testing.TB, s *Store, all map[string]string) {
	t.Helper()
	sources, err := s.Sources(context.Background(), "c")
	must(t, err)
	for _, source := range sources {
		if source.Articles != nil {
			all["articles of "+source.Name] = fmt.Sprintf("%+v %v %x", source.Articles, source.Mark, source.Hash)
		}
		body, err := s.SourceBody(context.Background(), "c", source.Name)
		var damage *DamageError
		switch {
		case err == nil:
			all["body of "+source.Name] = string(body)
		case !errors.As(err, &damage):
			t.Fatal(err)
		}
	}
}

// trial opens a damaged copy and holds it against what was there.
type trial struct {
	missing, rebuilt int
	later            []string // Options.later
	older            bool     // an older state is no error: it is said that the last changes may be lost
}

func (r *trial) run(t *testing.T, what, path string, want map[string]string) {
	t.Helper()
	c := newClock()
	s, err := Open(context.Background(), path, Options{Clock: c.Now, later: r.later})
	if err != nil {
		t.Errorf("%s: neither opened nor rebuilt: %v", what, err)
		return
	}
	defer func() {
		if t.Failed() {
			t.Logf("the last try: %s", what)
		}
	}()
	got := contents(t, s)
	missing := 0
	for name, value := range want {
		switch now, ok := got[name]; {
		case !ok:
			missing++
		case now != value && name != "last" && !r.older:
			t.Errorf("%s: %s reads %.80q, not %.80q", what, name, now, value)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok && !r.older {
			t.Errorf("%s: %s was not there", what, name)
		}
	}
	damages := s.Damages()
	if (missing > 0 || r.older) && len(damages) == 0 {
		t.Errorf("%s: %d things are missing and nothing is said", what, missing)
	}
	r.missing += missing
	for _, d := range damages {
		if d.What == "the store's file" {
			r.rebuilt++
		}
	}
	if _, err := s.Journal(context.Background(), upd(900)); err != nil {
		t.Errorf("%s: it cannot be written to: %v", what, err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("%s: close: %v", what, err)
	}
	if detail, err := s.layout.sound(context.Background(), path); err != nil || detail != "" {
		t.Errorf("%s: it stays damaged: %s %v", what, detail, err)
	}
}

// furnished is a closed store's bytes with what is in it.
func furnished(t *testing.T) (data []byte, want map[string]string) {
	t.Helper()
	c := newClock()
	path := file(t)
	s, err := Open(t.Context(), path, Options{Clock: c.Now})
	must(t, err)
	furnish(t, s)
	want = contents(t, s)
	if len(want) < 25 {
		t.Fatalf("only %d things are in it", len(want))
	}
	must(t, s.Close())
	data, err = os.ReadFile(path)
	must(t, err)
	return data, want
}

// A byte flipped anywhere, a cut anywhere: nothing reads otherwise than it was
// written, what is missing is said, and the store goes on.
func TestDamageNeverReadsAsContent(t *testing.T) {
	data, want := furnished(t)
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	var flips, cuts trial
	tries := 0
	step := max(1, len(data)/sized(100))
	try := func(r *trial, what string, damaged []byte) {
		must(t, os.RemoveAll(dir))
		must(t, os.Mkdir(dir, 0o700))
		must(t, os.WriteFile(path, damaged, 0o600))
		r.run(t, what, path, want)
		tries++
	}
	places := []int{}
	for i := 0; i < 100; i += max(1, 100/sized(25)) { // the header, where each byte counts
		places = append(places, i)
	}
	for i := 100; i < len(data); i += step {
		places = append(places, i+(i/step)%min(step, 7))
	}
	for _, i := range places {
		if i >= len(data) {
			continue
		}
		damaged := bytes.Clone(data)
		damaged[i] ^= 1 << (i % 8)
		try(&flips, fmt.Sprintf("bit %d of byte %d flipped", i%8, i), damaged)
	}
	for i := 0; i < len(data); i += step * 5 {
		try(&cuts, fmt.Sprintf("cut at byte %d", i), data[:i])
	}
	t.Logf("%d bytes, %d tries: flips: %d things lost and said, %d rebuilt; cuts: %d lost and said, %d rebuilt",
		len(data), tries, flips.missing, flips.rebuilt, cuts.missing, cuts.rebuilt)
}

// The same for the log that a crash leaves. A log that is cut between two changes
// is an older state, which nothing can tell from the truth: it must only be one.
func TestDamageOfTheLogIsNoticed(t *testing.T) {
	c := newClock()
	path := file(t)
	s := opened(t, path, c)
	furnish(t, s)
	want := contents(t, s)
	data, err := os.ReadFile(path)
	must(t, err)
	log, err := os.ReadFile(path + "-wal")
	must(t, err)
	dir := t.TempDir()
	crashed := filepath.Join(dir, FileName)
	var r trial
	try := func(what string, log []byte, run func()) {
		must(t, os.RemoveAll(dir))
		must(t, os.Mkdir(dir, 0o700))
		must(t, os.WriteFile(crashed, data, 0o600))
		must(t, os.WriteFile(crashed+"-wal", log, 0o600))
		run()
	}
	try("unharmed", log, func() { r.run(t, "unharmed", crashed, want) })
	if r.missing > 0 {
		t.Fatalf("a crash alone lost %d things", r.missing)
	}
	r.older = true
	step := max(1, len(log)/sized(40))
	for i := 0; i < len(log); i += step + 1 {
		what := fmt.Sprintf("bit %d of byte %d of the log flipped", i%8, i)
		damaged := bytes.Clone(log)
		damaged[i] ^= 1 << (i % 8)
		try(what, damaged, func() { r.run(t, what, crashed, want) })
	}
	t.Logf("%d bytes of log, flips every %d: %d things lost and said", len(log), step, r.missing)
	for i := 0; i < len(log); i += step*3 + 1 {
		try("cut", log[:i], func() {
			s, err := Open(t.Context(), crashed, Options{})
			must(t, err)
			for name, value := range contents(t, s) {
				if name != "last" && want[name] != value && strings.HasPrefix(name, "vector") {
					t.Errorf("log cut at %d: %s reads otherwise", i, name)
				}
			}
			must(t, s.Close())
		})
	}
}

func TestAReaderRefusesADamagedFile(t *testing.T) {
	data, _ := furnished(t)
	path := file(t)
	for at := 0; at < len(data); at += pageSize {
		damaged := bytes.Clone(data)
		copy(damaged[at:], make([]byte, pageSize))
		must(t, os.WriteFile(path, damaged, 0o600))
		s, err := OpenReadOnly(t.Context(), path, Options{})
		if err == nil { // a page with nothing but bodies, whose checksums tell
			if damage, err := s.Check(t.Context()); err != nil || len(damage) == 0 {
				t.Errorf("page %d: %v %v", at/pageSize+1, damage, err)
			}
			must(t, s.Close())
			continue
		}
		var damage *DamageError
		if !errors.As(err, &damage) {
			t.Errorf("page %d: %v", at/pageSize+1, err)
		}
	}
}

// A crash while a rebuilt file takes the damaged one's place.
func TestARebuildThatWasCutShortIsFinished(t *testing.T) {
	data, want := furnished(t)
	path := file(t)
	must(t, os.WriteFile(path, []byte("damaged"), 0o600))
	must(t, os.WriteFile(path+"-wal", []byte("an old log"), 0o600))
	must(t, os.WriteFile(path+rebuiltSuffix, data, 0o600))
	must(t, os.WriteFile(path+draftSuffix, []byte("half of another"), 0o600))
	must(t, os.Mkdir(path+scratchMark+"1", 0o700))
	must(t, os.WriteFile(filepath.Join(path+scratchMark+"1", "damaged.db"), data, 0o600))
	var r trial
	r.run(t, "the swap", path, want)
	if _, err := os.Stat(path + scratchMark + "1"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("copies of what was repaired are left: %v", err)
	}
	if r.missing > 0 {
		t.Errorf("%d things are missing", r.missing)
	}
}

// A number that is damaged is no other version: a reader goes on, and says so.
func TestAReaderTellsADamagedVersionFromAnother(t *testing.T) {
	data, want := furnished(t)
	for bit := range 32 {
		path := file(t)
		damaged := bytes.Clone(data)
		damaged[60+bit/8] ^= 1 << (bit % 8)
		must(t, os.WriteFile(path, damaged, 0o600))
		s, err := OpenReadOnly(t.Context(), path, Options{})
		if err != nil {
			t.Errorf("bit %d: %v", bit, err)
			continue
		}
		if got := contents(t, s); len(got) != len(want) || len(s.Damages()) != 1 {
			t.Errorf("bit %d: %d of %d things, %v", bit, len(got), len(want), s.Damages())
		}
		must(t, s.Close())
	}
}
