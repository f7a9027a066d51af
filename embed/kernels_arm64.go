//go:build !purego

package embed

import "golang.org/x/sys/cpu"

// availableKernels are the forms that this machine can run, the fastest first.
func availableKernels() []kernels {
	k := kernels{
		name:    "NEON",
		panel8:  portablePanel[int8],
		panel16: neonPanel16,
		absMax:  neonAbsMax,
		toInt16: neonToInt16,
		exps:    neonExps,
		gelu:    neonGELU,
		addNorm: neonAddNorm,
	}
	if cpu.ARM64.HasASIMDDP { // Armv8.2's dot products: all cores of servers and phones since about 2018
		k.name, k.panel8 = "NEON with dot products", neonPanel8
	}
	return []kernels{k, portableKernels()}
}
