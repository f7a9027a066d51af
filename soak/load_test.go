package soak

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// TestManyChatsAtOnce: 500 chats ask at once, and then at half of the rate that
// this showed; how long an answer takes is measured from the question to its
// arrival. What the machine does beside it makes that longer; the processor time of
// an answer it does not.
func TestManyChatsAtOnce(t *testing.T) {
	for _, reader := range []string{"false", "true"} {
		t.Run("reader "+reader, func(t *testing.T) {
			if reader == "true" && testing.Short() {
				t.Skip("the reader takes a while for each of them: left out of a short run")
			}
			s := telegramtest.New(t)
			p := newProgram(t, s.URL(), map[string]string{"YOUJU_READER": reader})
			c := newCrowd(t, s, p, sized(50, 500), differing(t, sized(5, 100))...)
			p.start()
			p.ready()
			before, began := p.spent(), time.Now()
			for range c.chats {
				c.ask()
			}
			c.settled(2 * time.Minute)
			rate := float64(len(c.asked)) / time.Since(began).Seconds()
			t.Logf("%d at once: %.0f answers a second, %s; %v", len(c.asked), rate, perAnswer(p.spent()-before, len(c.asked)), latencies(c, s, 0))

			first := len(c.asked)
			before, began = p.spent(), time.Now()
			stop := c.keepAsking(time.Duration(float64(time.Second) / (rate / 2)))
			time.Sleep(time.Duration(sized(1, 20)) * time.Second)
			stop()
			c.settled(time.Minute)
			n := len(c.asked) - first
			t.Logf("%.0f a second: %s; %v", float64(n)/time.Since(began).Seconds(), perAnswer(p.spent()-before, n), latencies(c, s, first))
			conclude(t, c, p, fmt.Sprintf("%d chats", len(c.chats)))
		})
	}
}

// differing are questions about the shipped articles, so that nothing is answered
// from what was kept of the same question.
func differing(t testing.TB, n int) (texts []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "seedqa", "queries.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(data) {
		var q struct {
			Text     string
			Metadata struct {
				Kind       string
				Standalone bool
			}
		}
		if err := json.Unmarshal(line, &q); err != nil {
			t.Fatal(err)
		}
		if q.Metadata.Kind == "plain" && q.Metadata.Standalone && len(texts) < n {
			texts = append(texts, q.Text)
		}
	}
	return texts
}

func perAnswer(spent time.Duration, answers int) string {
	if spent == 0 || answers == 0 {
		return "processor time unknown"
	}
	return fmt.Sprintf("%v of processor time an answer, %.0f answers a second a core",
		(spent / time.Duration(answers)).Round(10*time.Microsecond), float64(answers)/spent.Seconds())
}

// spent is the processor time of the running program so far, its own and the
// system's for it; 0 where there is no /proc.
func (p *program) spent() time.Duration {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(data), ") ") // behind the name, which may hold spaces
	fields := strings.Fields(rest)
	var user, system int64
	_, _ = fmt.Sscan(strings.Join(fields[11:13], " "), &user, &system)
	return time.Duration(user+system) * time.Second / 100 // USER_HZ
}

// latencies are from each question to its answer, of those asked after the first.
func latencies(c *crowd, s *telegramtest.Server, first int) string {
	arrived := map[string]time.Time{}
	for _, call := range s.Calls("sendMessage") {
		if key := call.Params["chat_id"] + call.Params["reply_parameters"]; call.Code == 200 && arrived[key].IsZero() {
			arrived[key] = call.At
		}
	}
	var took []time.Duration
	for _, q := range c.asked[first:] {
		key := fmt.Sprintf(`%d{"message_id":%d,"allow_sending_without_reply":true}`, q.room.Chat.ID, q.id)
		if at, ok := arrived[key]; ok {
			took = append(took, at.Sub(q.at))
		}
	}
	if len(took) == 0 {
		return "no answer arrived"
	}
	slices.Sort(took)
	at := func(share float64) time.Duration {
		return took[int(share*float64(len(took)-1))].Round(time.Millisecond)
	}
	return fmt.Sprintf("p50 %v, p95 %v, p99 %v, most %v", at(.5), at(.95), at(.99), at(1))
}
