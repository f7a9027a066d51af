//go:build !amd64

package embed

func bestKernels() kernels { return portableKernels() }
