//go:build !purego

package embed

import "golang.org/x/sys/cpu"

// availableKernels are the forms that this machine can run, the fastest first.
func availableKernels() []kernels {
	var out []kernels
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VNNI {
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
	return kernels{"AVX-512 VNNI", vnniMultiply, vectorKernels{
		extent:    extentAVX512,
		toBytes:   toBytesAVX512,
		split:     splitAVX512,
		dot:       dotAVX512,
		addScaled: addScaledAVX512,
		exps:      expsAVX512,
		gelu:      geluAVX512,
		addNorm:   addNormAVX512,
	}}
}

func avx2Kernels() kernels {
	return kernels{"AVX2", avx2Multiply, vectorKernels{
		extent:    extentAVX2,
		toBytes:   toBytesAVX2,
		split:     splitAVX2,
		dot:       dotAVX2,
		addScaled: addScaledAVX2,
		exps:      expsAVX2,
		gelu:      geluAVX2,
		addNorm:   addNormAVX2,
	}}
}
