package telegramtest

import (
	"context"
	"net/http"
	"time"
)

// Fault makes calls go wrong. One with neither Code, Drop nor DropAfter only
// delays, or runs its functions, without the server's lock.
type Fault struct {
	Method string // which calls; all where empty
	// Match narrows them down; nil: every call of the method.
	Match func(params map[string]string) bool
	Skip  int // calls that still go well
	Times int // calls that go wrong after those; 0 means 1, below 0 all

	Delay       time.Duration
	Code        int // an error of the Bot API, which does nothing else
	Description string
	RetryAfter  int    // seconds
	Body        string // sent in place of Telegram's JSON, as by a proxy
	Drop        bool   // the connection breaks before anything is done
	DropAfter   bool   // it is done, but the connection breaks before the reply
	Before      func() // runs before anything is done
	After       func() // runs when it is done, before the reply
}

// Fail arranges for a fault; earlier ones come first.
func (s *Server) Fail(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Times == 0 {
		f.Times = 1
	}
	s.faults = append(s.faults, &f)
}

// Heal takes all faults away.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// nextFault is what happens to this call; a zero Fault is nothing.
func (s *Server) nextFault(method string, params map[string]string) Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		switch {
		case f.Times == 0 || f.Method != "" && f.Method != method || f.Match != nil && !f.Match(params):
			continue
		case f.Skip > 0:
			f.Skip--
			continue
		case f.Times > 0:
			f.Times--
		}
		return *f
	}
	return Fault{}
}

// fail says whether the call ends here. Where Code is 0 the caller breaks the
// connection.
func (f Fault) fail(w http.ResponseWriter, ctx context.Context, closed <-chan struct{}) bool {
	if f.Before != nil {
		f.Before()
	}
	f.pause(ctx.Done(), closed)
	switch {
	case f.Drop:
		return true
	case f.Code != 0 && f.Body != "":
		w.WriteHeader(f.Code)
		_, _ = w.Write([]byte(f.Body))
		return true
	case f.Code != 0:
		description := f.Description
		if description == "" {
			description = http.StatusText(f.Code)
		}
		reply(w, nil, &apiError{Code: f.Code, Description: description, RetryAfter: f.RetryAfter})
		return true
	}
	return false
}

// pause lasts for the fault's delay, unless one of the channels ends it.
func (f Fault) pause(ends ...<-chan struct{}) {
	if f.Delay <= 0 {
		return
	}
	timer := time.NewTimer(f.Delay)
	defer timer.Stop()
	for len(ends) < 2 {
		ends = append(ends, nil)
	}
	select {
	case <-timer.C:
	case <-ends[0]:
	case <-ends[1]:
	}
}
