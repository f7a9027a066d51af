//go:build unix

package main

import "golang.org/x/sys/unix"

// noCoreDump keeps the token, which is in the memory and in the environment, from
// being written to a file by a crash. A system that forbids it does no harm.
func noCoreDump() { _ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}) }
