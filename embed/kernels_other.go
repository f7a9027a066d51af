//go:build purego || (!amd64 && !arm64)

package embed

func bestKernels() kernels { return portableKernels() }
