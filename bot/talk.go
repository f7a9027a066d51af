package bot

import (
	"sync"
	"time"

	"youju/answer"
)

const (
	turnsKept = 5             // of a conversation
	turnsAge  = 2 * time.Hour // after which a question does not follow up any more
	talksMost = 10_000        // conversations in memory
)

// talker is one side of a conversation: a person in a chat and, where there are
// topics, in one of them.
type talker struct {
	chat, user int64
	thread     int
}

// talks keeps the last few turns of each conversation in memory, for follow-up
// questions.
type talks struct {
	mu  sync.Mutex
	now func() time.Time
	all map[talker]talk
}

type talk struct {
	turns []answer.Turn
	last  time.Time
}

func newTalks(now func() time.Time) *talks {
	return &talks{now: now, all: map[talker]talk{}}
}

// history is what was said before, oldest first.
func (t *talks) history(who talker) []answer.Turn {
	t.mu.Lock()
	defer t.mu.Unlock()
	if one := t.all[who]; t.now().Sub(one.last) < turnsAge {
		return one.turns
	}
	return nil
}

func (t *talks) add(who talker, turn answer.Turn) {
	before := t.history(who)
	t.mu.Lock()
	defer t.mu.Unlock()
	// A new slice: a question in flight may still hold the old one.
	turns := append(append([]answer.Turn{}, before...), turn)
	if len(turns) > turnsKept {
		turns = turns[len(turns)-turnsKept:]
	}
	if _, known := t.all[who]; !known && len(t.all) >= talksMost {
		t.makeRoom()
	}
	t.all[who] = talk{turns: turns, last: t.now()}
}

// makeRoom forgets what is too old and, if that is nothing, the oldest.
func (t *talks) makeRoom() {
	var oldest talker
	oldestAt := t.now()
	for who, one := range t.all {
		if t.now().Sub(one.last) >= turnsAge {
			delete(t.all, who)
		} else if !one.last.After(oldestAt) {
			oldest, oldestAt = who, one.last
		}
	}
	if len(t.all) >= talksMost {
		delete(t.all, oldest)
	}
}
