package bot

import (
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics are what /metrics shows of the bot.
type metrics struct {
	updates    *prometheus.CounterVec // by source: poll, webhook
	duplicates prometheus.Counter
	questions  prometheus.Counter
	answering  prometheus.Histogram
	refusals   *prometheus.CounterVec // by reason: absent, budget, broken, slow, long
	sends      *prometheus.CounterVec // by outcome: sent, unknown, flood, unreachable, failed
	sending    prometheus.Histogram
	shift      *atomic.Pointer[shift] // whose queues are measured
}

// newMetrics registers them; nil registers nowhere.
func newMetrics(r prometheus.Registerer) (*metrics, error) {
	if r == nil {
		r = prometheus.NewRegistry()
	}
	count := func(name, help string) prometheus.CounterOpts { return prometheus.CounterOpts{Name: name, Help: help} }
	m := &metrics{
		updates:    prometheus.NewCounterVec(count("youju_updates_total", "Updates of Telegram that were journalled, by where they came from."), []string{"source"}),
		duplicates: prometheus.NewCounter(count("youju_updates_duplicate_total", "Updates that came again and were passed over.")),
		questions:  prometheus.NewCounter(count("youju_questions_total", "Questions that were asked.")),
		answering: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "youju_answer_seconds",
			Help: "From a question's turn to its answer, in seconds.", Buckets: prometheus.ExponentialBuckets(0.001, 2, 16)}),
		refusals: prometheus.NewCounterVec(count("youju_refusals_total",
			"Questions without the answer asked for: absent from the articles, over a person's budget, broken, too slow, too long."), []string{"reason"}),
		sends: prometheus.NewCounterVec(count("youju_sends_total",
			"Tries to send a message: sent, unknown (it may have arrived, and is sent again), flood (429), unreachable, failed for good."), []string{"outcome"}),
		sending: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "youju_send_seconds",
			Help: "One call that sends a message, in seconds.", Buckets: prometheus.ExponentialBuckets(0.001, 2, 16)}),
		shift: new(atomic.Pointer[shift]),
	}
	all := []prometheus.Collector{m.updates, m.duplicates, m.questions, m.answering, m.refusals, m.sends, m.sending,
		m.depth("questions", func(s *shift) *queues { return s.answers }), m.depth("messages", func(s *shift) *queues { return s.sends })}
	for _, c := range all {
		if err := r.Register(c); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (m *metrics) watch(s *shift) { m.shift.Store(s) }

func (m *metrics) depth(queue string, of func(*shift) *queues) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "youju_queue_depth",
		Help: "What waits or runs: questions to be answered, messages to be sent.", ConstLabels: prometheus.Labels{"queue": queue}},
		func() float64 {
			if s := m.shift.Load(); s != nil {
				return float64(of(s).unfinished())
			}
			return 0
		})
}
