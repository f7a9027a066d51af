//go:build purego || (!amd64 && !arm64)

package embed

func availableKernels() []kernels { return []kernels{portableKernels()} }
