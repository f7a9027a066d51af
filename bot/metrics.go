package bot

import (
	"fmt"
	"sync/atomic"

	vm "github.com/VictoriaMetrics/metrics"
)

// metrics are what /metrics shows of the bot.
type metrics struct {
	updates    counters    // that were journalled, by source: poll, webhook
	duplicates *vm.Counter // updates that came again and were passed over
	questions  *vm.Counter
	answering  *vm.PrometheusHistogram // from a question's turn to its answer, in seconds
	// refusals are questions without the answer asked for, by reason: absent from the articles, over a person's budget,
	// broken, slow, long.
	refusals counters
	// sends are tries to send a message, by outcome: sent, unknown (it may have arrived, and is sent again), flood (429),
	// unreachable, failed for good.
	sends   counters
	sending *vm.PrometheusHistogram // one call that sends a message, in seconds
	shift   *atomic.Pointer[shift]  // whose queues are measured
}

// counters are those of one name, one for each value of a label.
type counters struct {
	set         *vm.Set
	name, label string
}

func (c counters) of(value string) *vm.Counter {
	return c.set.GetOrCreateCounter(fmt.Sprintf("%s{%s=%q}", c.name, c.label, value))
}

// newMetrics adds them to a set; nil: nobody looks.
func newMetrics(set *vm.Set) *metrics {
	if set == nil {
		set = vm.NewSet()
	}
	seconds := vm.ExponentialBuckets(0.001, 2, 16)
	m := &metrics{
		updates:    counters{set, "youju_updates_total", "source"},
		duplicates: set.NewCounter("youju_updates_duplicate_total"),
		questions:  set.NewCounter("youju_questions_total"),
		answering:  set.NewPrometheusHistogramExt("youju_answer_seconds", seconds),
		refusals:   counters{set, "youju_refusals_total", "reason"},
		sends:      counters{set, "youju_sends_total", "outcome"},
		sending:    set.NewPrometheusHistogramExt("youju_send_seconds", seconds),
		shift:      new(atomic.Pointer[shift]),
	}
	m.depth(set, "questions", func(s *shift) *queues { return s.answers })
	m.depth(set, "messages", func(s *shift) *queues { return s.sends })
	return m
}

func (m *metrics) watch(s *shift) { m.shift.Store(s) }

// depth is what waits or runs: questions to be answered, messages to be sent.
func (m *metrics) depth(set *vm.Set, queue string, of func(*shift) *queues) {
	set.NewGauge(fmt.Sprintf("youju_queue_depth{queue=%q}", queue), func() float64 {
		if s := m.shift.Load(); s != nil {
			return float64(of(s).unfinished())
		}
		return 0
	})
}
