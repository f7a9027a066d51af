// How AVX-512 ends a row of a tile, for the registers of tile_amd64.h. Z27 to Z29 are clobbered.

// Take off the zero point, scale, add the bias and store 16 columns of a row.
#define STORE16(at, S) \
	VPMULLD   (at)(CX), Z28, Z29 \
	VPSUBD    Z29, S, S          \
	VCVTDQ2PS S, S               \
	VMULPS    Z27, S, S          \
	VMULPS    (at)(SI), S, S     \
	VADDPS    (at)(R15), S, S    \
	VMOVUPS   S, (at)(R8)

#define STORE(S0, S1, S2, S3) \
	VPBROADCASTD (DX)(R12*1), Z28 \
	VBROADCASTSS (AX)(R12*1), Z27 \
	STORE16(0, S0)                \
	STORE16(64, S1)               \
	STORE16(128, S2)              \
	STORE16(192, S3)              \
	NEXTROW
