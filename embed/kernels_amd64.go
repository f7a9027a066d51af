//go:build !purego

package embed

import "golang.org/x/sys/cpu"

func bestKernels() kernels {
	if cpu.X86.HasAVX2 {
		return avx2Kernels()
	}
	return portableKernels()
}

func avx2Kernels() kernels {
	return kernels{
		name:    "AVX2",
		panel8:  avx2Panel8,
		panel16: avx2Panel16,
		absMax:  avx2AbsMax,
		toInt16: avx2ToInt16,
		exps:    avx2Exps,
		gelu:    avx2GELU,
		addNorm: avx2AddNorm,
	}
}
