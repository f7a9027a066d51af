package bot

import (
	"context"
	"fmt"
	"log/slog"
	"syscall"
	"testing"
	"time"

	"youju/bot/telegramtest"
)

// BenchmarkUpdates is the way of an update from the fake server through the
// journal and back, with an answer that costs nothing, at 500 chats; the server's
// own work is in it. It reports answers a second of one core.
func BenchmarkUpdates(b *testing.B) {
	s := telegramtest.New(b)
	bot, err := New(Config{Token: telegramtest.Token, APIURL: s.URL(), Ask: echo, Articles: articles, Store: testStore(b),
		Limits: Limits{Chat: 1 << 20, Group: 1 << 20, All: 1 << 20, Questions: 1 << 20}, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- bot.Run(ctx) }()
	defer func() { cancel(); <-done; bot.client.CloseIdleConnections() }()
	people, rooms := make([]telegramtest.User, 500), make([]*telegramtest.Room, 500)
	for i := range rooms {
		people[i], rooms[i] = s.Person("众人")
	}
	before := used(b)
	b.ResetTimer()
	for i := range b.N {
		rooms[i%500].Say(people[i%500], fmt.Sprintf("第%d问", i))
	}
	for answered := 0; answered < b.N; time.Sleep(5 * time.Millisecond) {
		answered = 0
		for _, room := range rooms {
			answered += len(room.Sent())
		}
	}
	b.ReportMetric(float64(b.N)/(used(b)-before).Seconds(), "answers/cpu-s")
}

// used is the processor time of this process.
func used(tb testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
