//go:build !purego

package embed

import "golang.org/x/sys/cpu"

// availableKernels are the forms that this machine can run, the fastest first.
func availableKernels() []kernels {
	var out []kernels
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VNNI {
		if allowAMX() {
			out = append(out, amxKernels())
		}
		out = append(out, vnniKernels())
	}
	if cpu.X86.HasAVX2 {
		out = append(out, avx2Kernels())
	}
	return append(out, portableKernels())
}

// amxKernels are those of AVX-512 but for the products of many rows.
func amxKernels() kernels {
	k := vnniKernels()
	k.name, k.multiply = "AMX", amxMultiply
	return k
}

func vnniKernels() kernels {
	return kernels{
		name:      "AVX-512 VNNI",
		multiply:  vnniMultiply,
		extent:    avx512Extent,
		toBytes:   avx512ToBytes,
		split:     avx512Split,
		dot:       avx512Dot,
		addScaled: avx512AddScaled,
		exps:      avx512Exps,
		gelu:      avx512GELU,
		addNorm:   avx512AddNorm,
	}
}

func avx2Kernels() kernels {
	return kernels{
		name:      "AVX2",
		multiply:  avx2Multiply,
		extent:    avx2Extent,
		toBytes:   avx2ToBytes,
		split:     avx2Split,
		dot:       avx2Dot,
		addScaled: avx2AddScaled,
		exps:      avx2Exps,
		gelu:      avx2GELU,
		addNorm:   avx2AddNorm,
	}
}
