package telegramtest

import (
	"testing"
	"time"
)

// Call is a request that the bot has made, and what it was told.
type Call struct {
	Method      string // as Telegram writes it
	Params      map[string]string
	Code        int // 200, or the error's; 0 where the connection was dropped
	Description string
	At          time.Time
}

// Calls are the requests made so far for a method, oldest first; all where the
// method is empty. Long polls that still wait are not among them.
func (s *Server) Calls(method string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var calls []Call
	for _, c := range s.calls {
		if method == "" || c.Method == method {
			calls = append(calls, c)
		}
	}
	return calls
}

func (s *Server) record(c Call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.At = time.Now()
	s.calls = append(s.calls, c)
	s.notify()
}

// notify wakes all that wait for something to happen; s.mu is held.
func (s *Server) notify() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// wait returns when check, called with s.mu held, is true, or false when
// patience is over.
func (s *Server) wait(check func() bool) bool {
	timeout := time.After(patience)
	for {
		s.mu.Lock()
		done, changed := check(), s.changed
		s.mu.Unlock()
		if done {
			return true
		}
		select {
		case <-changed:
		case <-timeout:
			return false
		case <-s.closed:
			return false
		}
	}
}

// WaitCalls waits until a method has been called n times, and gives the calls.
func (s *Server) WaitCalls(t testing.TB, method string, n int) []Call {
	t.Helper()
	s.wait(func() bool {
		count := 0
		for _, c := range s.calls {
			if c.Method == method {
				count++
			}
		}
		return count >= n
	})
	calls := s.Calls(method)
	if len(calls) < n {
		t.Fatalf("%s was called %d times, not %d", method, len(calls), n)
	}
	return calls
}
