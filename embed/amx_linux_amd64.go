//go:build !purego

package embed

import (
	"syscall"

	"golang.org/x/sys/cpu"
)

// allowAMX asks the kernel for the right to use AMX, once and for the whole process: its registers make what is saved at
// a switch of threads 8 kB larger (Linux 5.16, Documentation/arch/x86/xstate.rst). It reports whether it may be used.
func allowAMX() bool {
	const requestPermission, tileData = 0x1023, 18 // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
	if !cpu.X86.HasAMXTile || !cpu.X86.HasAMXInt8 {
		return false
	}
	_, _, refused := syscall.RawSyscall(syscall.SYS_ARCH_PRCTL, requestPermission, tileData, 0)
	return refused == 0
}
