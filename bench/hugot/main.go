// Command hugot times the same model (float32) by hugot's pure Go backend, GoMLX.
// Its argument is a folder with model.onnx and tokenizer.json.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/knights-analytics/hugot"

	"youju/bench/turns"
)

type order struct {
	Tokens int `json:"tokens"`
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "hugot:", err)
		os.Exit(1)
	}
}

func run(model string) error {
	session, err := hugot.NewGoSession()
	if err != nil {
		return err
	}
	defer session.Destroy()
	pipeline, err := hugot.NewPipeline(session, hugot.FeatureExtractionConfig{ModelPath: model, Name: "bge"})
	if err != nil {
		return err
	}
	return turns.Serve(func(o order) (any, error) {
		text := strings.Repeat("新", o.Tokens-2) // [CLS] and [SEP] are added
		return turns.Median(func() error {
			_, err := pipeline.RunPipeline([]string{text})
			return err
		})
	})
}
