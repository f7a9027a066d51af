//go:build race

package soak

// raced says that the race detector watches, the program under test too.
const raced = true
