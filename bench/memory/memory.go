// Package memory says how much of the machine's memory a process holds.
package memory

import (
	"fmt"
	"os"
	"runtime/debug"
	"strings"
)

// Resident returns this process's resident memory in MiB, after a collection, and
// its peak; 0 where the system does not tell.
func Resident() (now, peak float64) {
	debug.FreeOSMemory()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, 0
	}
	for line := range strings.Lines(string(status)) {
		var kib float64
		if n, _ := fmt.Sscanf(line, "VmRSS: %f", &kib); n == 1 {
			now = kib / 1024
		}
		if n, _ := fmt.Sscanf(line, "VmHWM: %f", &kib); n == 1 {
			peak = kib / 1024
		}
	}
	return now, peak
}
