// Package turns lets the programs that are measured take turns on a machine whose
// speed drifts: each waits for a JSON line that says what to run, runs it for a
// moment, and answers with a line.
package turns

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"
)

// Serve answers each line of standard input by what do returns.
func Serve[Order any](do func(Order) (any, error)) error {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<28)
	answers := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var order Order
		if err := json.Unmarshal(lines.Bytes(), &order); err != nil {
			return fmt.Errorf("read an order: %w", err)
		}
		answer, err := do(order)
		if err != nil {
			return err
		}
		if err := answers.Encode(answer); err != nil {
			return fmt.Errorf("write an answer: %w", err)
		}
	}
	return lines.Err()
}

// A turn takes about this long, and at least three runs.
const (
	turn      = 400 * time.Millisecond
	leastRuns = 3
)

// Median runs work for a turn, once more before to warm up, and returns the median
// time of a run in milliseconds.
func Median(work func() error) (map[string]float64, error) {
	if err := work(); err != nil {
		return nil, err
	}
	var times []time.Duration
	for begin := time.Now(); time.Since(begin) < turn || len(times) < leastRuns; {
		start := time.Now()
		if err := work(); err != nil {
			return nil, err
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	return map[string]float64{"ms": times[len(times)/2].Seconds() * 1e3}, nil
}
