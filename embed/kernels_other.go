//go:build !amd64 && !arm64

package embed

func bestKernels() kernels { return portableKernels() }
