//go:build !purego

package embed

import "golang.org/x/sys/cpu"

// availableKernels are the forms that this machine can run, the fastest first.
func availableKernels() []kernels {
	k := kernels{"NEON", portableMultiply, vectorKernels{
		extent:    extentNEON,
		toBytes:   toBytesNEON,
		split:     splitNEON,
		dot:       dotNEON,
		addScaled: addScaledNEON,
		exps:      expsNEON,
		gelu:      geluNEON,
		addNorm:   addNormNEON,
	}}
	if cpu.ARM64.HasASIMDDP { // Armv8.2's dot products: all cores of servers and phones since about 2018
		k.name, k.multiply = "NEON with dot products", neonMultiply
	}
	return []kernels{k, portableKernels()}
}
