package bot

import (
	"context"
	"slices"
	"sync"
)

// queues run jobs: those of one chat one after another in their order, those of
// different chats at once.
type queues struct {
	mu      sync.Mutex
	waiting map[int64][]job // by chat; a chat that is present has a goroutine
	halted  bool
	room    chan struct{} // one for each job that waits or runs
	done    sync.WaitGroup
}

// job is run once it is the turn of its order among those that wait in its chat.
type job struct {
	order int64
	run   func() // must not panic
}

func newQueues(room int) *queues {
	return &queues{waiting: map[int64][]job{}, room: make(chan struct{}, room)}
}

// push waits for room, so that a flood stays where it is kept and not in memory.
// It returns the context's error if that ends first; the job is then not taken.
func (q *queues) push(ctx context.Context, chat int64, j job) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	select {
	case q.room <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	jobs, working := q.waiting[chat]
	at := len(jobs)
	for at > 0 && jobs[at-1].order > j.order {
		at--
	}
	q.waiting[chat] = slices.Insert(jobs, at, j)
	if !working {
		q.done.Add(1)
		go q.work(chat)
	}
	return nil
}

// work runs a chat's jobs until none waits.
func (q *queues) work(chat int64) {
	defer q.done.Done()
	for run := q.next(chat); run != nil; run = q.next(chat) {
		run()
		<-q.room
	}
}

func (q *queues) next(chat int64) func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	jobs := q.waiting[chat]
	if len(jobs) == 0 || q.halted {
		delete(q.waiting, chat)
		return nil
	}
	q.waiting[chat] = jobs[1:]
	return jobs[0].run
}

// unfinished counts the jobs that wait or run.
func (q *queues) unfinished() int { return len(q.room) }

// halt leaves what waits undone; what runs goes on.
func (q *queues) halt() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.halted = true
}

// drained is closed when all jobs are done, or those that ran at a halt.
func (q *queues) drained() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		q.done.Wait()
	}()
	return done
}
