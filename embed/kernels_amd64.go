package embed

import "golang.org/x/sys/cpu"

func bestKernels() kernels {
	if cpu.X86.HasAVX2 {
		return avx2Kernels()
	}
	return portableKernels()
}

func avx2Kernels() kernels {
	k := portableKernels()
	k.name = "AVX2"
	k.panel8, k.panel16 = avx2Panel8, avx2Panel16
	return k
}
