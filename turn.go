package main

import (
	"context"
	"runtime"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/cli"
)

// inTurn works on no more questions at once than there are cores; the others wait, the
// first to come first. To answer is nothing but work where the built-in models do it:
// more at once would all be done later, and what sends the answers that are ready
// would wait for a core behind them.
func inTurn(ask cli.Ask) cli.Ask {
	cores := make(chan struct{}, runtime.GOMAXPROCS(0))
	return func(ctx context.Context, q asking.Question) (say.Answer, error) {
		select {
		case cores <- struct{}{}:
		case <-ctx.Done():
			return say.Answer{}, context.Cause(ctx)
		}
		defer func() { <-cores }()
		return ask(ctx, q)
	}
}
