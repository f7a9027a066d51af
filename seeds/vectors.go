package seeds

import _ "embed"

//go:generate go test youju -run ^TestShippedVectors$ -update

//go:embed vectors.bin
var vectors string

// Vectors are those of the shipped articles by the built-in model, for
// embed.WithKnown: with them the first start embeds nothing but the question.
func Vectors() string { return vectors }
