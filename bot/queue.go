package bot

import (
	"context"
	"sync"
)

// queues hands updates to workers: those of one chat one after another, those of
// different chats at once, but never more than there are slots. What waits is
// in memory only.
type queues struct {
	mu      sync.Mutex
	waiting map[int64][]func() // by chat; a chat that is present has a goroutine
	slots   chan struct{}      // one for each job that runs
	room    chan struct{}      // one for each job that waits or runs
	done    sync.WaitGroup
}

func newQueues(workers, room int) *queues {
	return &queues{
		waiting: map[int64][]func(){},
		slots:   make(chan struct{}, workers),
		room:    make(chan struct{}, room),
	}
}

// push waits for room, so that a flood stays with Telegram and not in memory. It
// returns the context's error if that ends first; the job is then not taken.
func (q *queues) push(ctx context.Context, chat int64, job func()) error {
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
	q.waiting[chat] = append(jobs, job)
	if !working {
		q.done.Add(1)
		go q.work(chat)
	}
	return nil
}

// work runs a chat's jobs until none waits.
func (q *queues) work(chat int64) {
	defer q.done.Done()
	for job := q.next(chat); job != nil; job = q.next(chat) {
		q.slots <- struct{}{}
		job()
		<-q.slots
		<-q.room
	}
}

func (q *queues) next(chat int64) func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	jobs := q.waiting[chat]
	if len(jobs) == 0 {
		delete(q.waiting, chat)
		return nil
	}
	q.waiting[chat] = jobs[1:]
	return jobs[0]
}

// unfinished counts the jobs that wait or run.
func (q *queues) unfinished() int { return len(q.room) }

// drain waits until all jobs are done. A job must never panic.
func (q *queues) drain() { q.done.Wait() }
