//go:build unix

package embed

import (
	"os"
	"runtime/debug"
	"syscall"
	"testing"
	"unsafe"
)

// atTheEnd returns zeros behind which no memory may be touched.
func atTheEnd[T any](t *testing.T, n int) []T {
	t.Helper()
	var one T
	page, bytes := os.Getpagesize(), n*int(unsafe.Sizeof(one))
	room := (bytes + page - 1) / page * page
	memory, err := syscall.Mmap(-1, 0, room+page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Munmap(memory); err != nil {
			t.Error(err)
		}
	})
	if err := syscall.Mprotect(memory[room:], syscall.PROT_NONE); err != nil {
		t.Fatal(err)
	}
	return unsafe.Slice((*T)(unsafe.Pointer(&memory[room-bytes])), n)
}

func TestKernelsTouchNothingBehindTheirSlices(t *testing.T) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	const n, k, columns = 48, 64, 2 * panelWidth
	floats := func(n int) []float32 { return atTheEnd[float32](t, n) }
	x, y, gain, bias := floats(n), floats(n), floats(n), floats(n)
	high, low := atTheEnd[uint8](t, n), atTheEnd[uint8](t, n)
	for _, kernel := range availableKernels() {
		kernel.extent(x, y)
		kernel.toBytes(high, x, y, 1, 1)
		kernel.split(high, low, x)
		kernel.dot(x, y)
		kernel.addScaled(x, y, 1)
		kernel.exps(x)
		kernel.gelu(x)
		kernel.addNorm(x, y, norm{gain: gain, bias: bias})
	}
	w := panels{q: atTheEnd[uint8](t, k*columns), sums: atTheEnd[int32](t, columns), scale: floats(columns)}
	for rows := 1; rows <= 70; rows++ {
		p := product{c: floats(rows * columns), cStride: columns, rows: rows, k: k, w: w, columns: columns, bias: floats(columns)}
		p.a = rowsAtTheEnd(t, rows, k)
		for _, kernel := range availableKernels() {
			kernel.multiply(p)
		}
	}
}

func rowsAtTheEnd(t *testing.T, n, k int) rows {
	return rows{bytes: atTheEnd[uint8](t, n*k), stride: k, zero: atTheEnd[int32](t, n), scale: atTheEnd[float32](t, n)}
}
