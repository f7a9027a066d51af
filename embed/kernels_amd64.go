//go:build !purego

package embed

import "golang.org/x/sys/cpu"

// availableKernels are the forms that this machine can run, the fastest first.
func availableKernels() []kernels {
	var out []kernels
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VNNI {
		out = append(out, vnniKernels())
	}
	if cpu.X86.HasAVX2 {
		out = append(out, avx2Kernels())
	}
	return append(out, portableKernels())
}

// vnniKernels are those of AVX2 but for the products, which take most of the time.
func vnniKernels() kernels {
	k := avx2Kernels()
	k.name, k.panel8, k.panel16 = "AVX-512 VNNI", vnniPanel8, vnniPanel16
	return k
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
