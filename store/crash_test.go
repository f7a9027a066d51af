package store

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"youju/news"
)

// childStore names the store that a child process of TestKill writes to.
const childStore = "YOUJU_TEST_CHILD_STORE"

// TestChild is no test of its own: it is the process that TestKill kills. It says
// what was acknowledged, a line each.
func TestChild(t *testing.T) {
	path := os.Getenv(childStore)
	if path == "" {
		t.Skip("it is run by TestKill")
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		fmt.Println("refused", err)
		return
	}
	last, _, err := s.LastUpdate(t.Context())
	must(t, err)
	for n := last + 1; ; n++ {
		work(t, s, n)
	}
}

// body of a source that only n has; every tenth is larger than a chunk.
func bodyOf(n int64) []byte {
	times := 20
	if n%10 == 0 {
		times = 100_000
	}
	return bytes.Repeat(fmt.Appendf(nil, "来源%d ", n), times)
}

func work(t *testing.T, s *Store, n int64) {
	ctx := t.Context()
	u := upd(n)
	u.Body = fmt.Append(nil, "question ", n)
	_, err := s.Journal(ctx, u)
	must(t, err)
	fmt.Println("journalled", n)
	if n%3 == 0 { // left pending
		return
	}
	ids, err := s.Finish(ctx, Outcome{Update: n, State: Answered, Messages: []Message{{Talk: alice, Method: "m", Payload: fmt.Append(nil, "answer ", n)}}, Turn: &Turn{Talk: alice, Question: "q"}})
	must(t, err)
	fmt.Println("finished", n)
	if n%2 == 0 {
		must(t, s.MarkSending(ctx, ids[0]))
		must(t, s.MarkSent(ctx, ids[0], n))
		fmt.Println("sent", n)
	}
	if n%5 == 0 {
		a := news.Article{ID: fmt.Sprint("a", n)}
		must(t, s.PutSources(ctx, []Source{{Collection: "c", Name: fmt.Sprint("f", n%50), Body: bodyOf(n), Articles: []news.Article{a}}}, "c"))
		fmt.Println("kept", n)
		must(t, s.KeepVectors(ctx, "m", []Vector{{Key: Key{byte(n)}, Data: bodyOf(n + 1)}}))
		must(t, s.SaveDerived(ctx, Derived{"c", "index", "m"}, bodyOf(n/10*10)))
	}
	if n%17 == 0 {
		must(t, s.Forget(ctx, Who{User: 12345}))
	}
}

// ledger of what was acknowledged.
type acknowledged struct {
	journalled, finished, sent map[int64]bool
	kept                       map[string]int64 // by source, whose body it has
}

// run starts the child, kills it a while after its first word (or after its start,
// for the moments of opening), and takes down what it said.
func (a *acknowledged) run(t *testing.T, path string, opening bool, after time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChild$", "-test.v")
	child.Env = append(os.Environ(), childStore+"="+path)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	kill := func() { time.AfterFunc(after, func() { _ = child.Process.Kill() }) }
	if opening {
		kill()
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		a.take(t, lines.Text())
		if !opening && strings.HasPrefix(lines.Text(), "journalled") {
			opening = true
			kill()
		}
	}
	_ = child.Wait() // it was killed
}

func (a *acknowledged) take(t *testing.T, line string) {
	var what string
	var n int64
	if strings.HasPrefix(line, "refused") || strings.Contains(line, "FAIL") || strings.Contains(line, "_test.go") {
		t.Error(line)
	}
	if got, _ := fmt.Sscan(line, &what, &n); got != 2 {
		return
	}
	switch what {
	case "journalled":
		a.journalled[n] = true
	case "finished":
		a.finished[n] = true
	case "sent":
		a.sent[n] = true
	case "kept":
		a.kept[fmt.Sprint("f", n%50)] = n
	}
}

// verify opens the store as the next process would.
func (a *acknowledged) verify(t *testing.T, path string) (lost, doubled int) {
	t.Helper()
	ctx := context.Background()
	s, err := Open(ctx, path, Options{})
	must(t, err)
	defer func() { must(t, s.Close()) }()
	damage, err := s.Check(ctx)
	must(t, err)
	if len(damage) > 0 {
		t.Errorf("a kill damaged the store: %v", damage)
	}
	states := map[int64]State{}
	rows, err := s.readers.db.Query(`SELECT id, state FROM updates`)
	must(t, err)
	must(t, each(rows, func() error {
		var id int64
		var state State
		err := rows.Scan(&id, &state)
		states[id] = state
		return err
	}))
	messages := map[int64]int{}
	for _, m := range unsentOf(t, s) {
		messages[m.Update]++
	}
	for n := range a.journalled {
		answered := a.finished[n]
		switch state := states[n]; {
		case state == "" || answered && state != Answered:
			lost++
		case state == Answered && !a.sent[n] && messages[n] == 0 && count(t, s, fmt.Sprintf(`messages WHERE state = 'sent' AND update_id = %d`, n)) == 0:
			lost++ // finished without its message
		}
	}
	doubled = count(t, s, `(SELECT update_id FROM messages GROUP BY update_id HAVING count(*) > 1)`) +
		count(t, s, `(SELECT update_id FROM turns GROUP BY update_id HAVING count(*) > 1)`)
	return lost + a.verifySources(t, s), doubled
}

// verifySources: what was kept is there, or what replaced it.
func (a *acknowledged) verifySources(t *testing.T, s *Store) (lost int) {
	for name, n := range a.kept {
		body, err := s.SourceBody(context.Background(), "c", name)
		if err != nil {
			lost++
			continue
		}
		var found int64
		_, _ = fmt.Sscanf(string(body), "来源%d", &found)
		if found < n || !bytes.Equal(body, bodyOf(found)) {
			lost++
		}
	}
	if data, found, err := s.ReadDerived(context.Background(), Derived{"c", "index", "m"}); err != nil || found && len(data) == 0 {
		t.Errorf("the index after a kill: %v", err)
	}
	if n := count(t, s, `chunks WHERE blob NOT IN (SELECT blob FROM sources) AND blob NOT IN (SELECT blob FROM derived)`); n > 0 {
		t.Errorf("%d chunks that a kill left are never swept", n)
	}
	return lost
}

func unsentOf(t *testing.T, s *Store) []Message {
	unsent, err := s.Unsent(context.Background())
	must(t, err)
	return unsent
}

// kill -9 at random moments, again and again over the same store: what was
// acknowledged is there.
func TestKill(t *testing.T) {
	path := file(t)
	a := &acknowledged{journalled: map[int64]bool{}, finished: map[int64]bool{}, sent: map[int64]bool{}, kept: map[string]int64{}}
	random := rand.New(rand.NewPCG(1, 2))
	kills := sized(20)
	lost, doubled := 0, 0
	for i := range kills {
		a.run(t, path, i%4 == 0, time.Duration(random.IntN(200)+random.IntN(200))*time.Millisecond)
		nowLost, nowDoubled := a.verify(t, path)
		lost, doubled = max(lost, nowLost), max(doubled, nowDoubled)
	}
	t.Logf("%d kills: %d updates received, %d answered, %d sent, %d sources kept; lost %d, doubled %d",
		kills, len(a.journalled), len(a.finished), len(a.sent), len(a.kept), lost, doubled)
	if lost > 0 || doubled > 0 {
		t.Errorf("lost %d, doubled %d", lost, doubled)
	}
	if len(a.journalled) < kills {
		t.Errorf("the children did too little to tell: %d updates", len(a.journalled))
	}
}
