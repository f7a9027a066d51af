// What the vector functions of arm64 share: bit for bit those of kernels_portable.go, the same steps in the same order, sums
// in sixteen lanes (four registers of four), no fused multiply-add. Lengths are multiples of 16.

#include "neon_arm64.h"

#define CONSTANT(name, value) \
	DATA name<>+0(SB)/4, value \
	GLOBL name<>(SB), RODATA|NOPTR, $4
#include "vector_constants.h"

// KEEP puts a constant into each lane. R19 is clobbered.
#define KEEP(name, V) \
	MOVD  $name<>(SB), R19 \
	VLD1R (R19), [V.S4]

// Folds the 16 lanes of V0 to V3 into V0, 8 + 8, 4 + 4, 2 + 2, 1 + 1. V1 is clobbered.
#define FOLD \
	FADD(2, 0, 0)                      \
	FADD(3, 1, 1)                      \
	FADD(1, 0, 0)                      \
	VEXT $8, V0.B16, V0.B16, V1.B16    \
	FADD(1, 0, 0)                      \
	FADDP(0, 0)
