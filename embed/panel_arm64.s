//go:build !purego

// Products of rows of 16-bit activations with a panel of 16 columns of weights, by NEON: 3 rows or 1 with weights of 8
// bits, 6 rows or 1 with 16 bits.
//
// V0-V7 are for what is read; V8-V31 are sums of 4 columns each.

#include "go_asm.h"
#include "textflag.h"
#include "neon_arm64.h"

#define ARGUMENTS \
	MOVD t+0(FP), R0           \
	MOVD tile_c(R0), R1        \
	MOVD tile_cStride(R0), R2  \
	MOVD tile_a(R0), R3        \
	MOVD tile_aStride(R0), R4  \
	MOVD tile_w(R0), R5        \
	MOVD tile_steps(R0), R6    \
	MOVD tile_rowScale(R0), R7 \
	MOVD tile_colScale(R0), R8 \
	MOVD tile_bias(R0), R9     \
	MOVD tile_tiles(R0), R10

#define CLEAR8(A, B, C, D, E, F, G, H) \
	VEOR A.B16, A.B16, A.B16 \
	VEOR B.B16, B.B16, B.B16 \
	VEOR C.B16, C.B16, C.B16 \
	VEOR D.B16, D.B16, D.B16 \
	VEOR E.B16, E.B16, E.B16 \
	VEOR F.B16, F.B16, F.B16 \
	VEOR G.B16, G.B16, G.B16 \
	VEOR H.B16, H.B16, H.B16
#define CLEAR \
	CLEAR8(V8, V9, V10, V11, V12, V13, V14, V15)   \
	CLEAR8(V16, V17, V18, V19, V20, V21, V22, V23) \
	CLEAR8(V24, V25, V26, V27, V28, V29, V30, V31)

// Scale the sums in V0-V3, add the bias and store a row; on to the next row.
#define STORE \
	VLD1R.P 4(R7), [V4.S4]              \
	FMUL(4, 0, 0)                       \
	FMUL(4, 1, 1)                       \
	FMUL(4, 2, 2)                       \
	FMUL(4, 3, 3)                       \
	VLD1 (R8), [V4.S4, V5.S4, V6.S4, V7.S4] \
	FMUL(4, 0, 0)                       \
	FMUL(5, 1, 1)                       \
	FMUL(6, 2, 2)                       \
	FMUL(7, 3, 3)                       \
	VLD1 (R9), [V4.S4, V5.S4, V6.S4, V7.S4] \
	FADD(4, 0, 0)                       \
	FADD(5, 1, 1)                       \
	FADD(6, 2, 2)                       \
	FADD(7, 3, 3)                       \
	VST1 [V0.S4, V1.S4, V2.S4, V3.S4], (R1) \
	ADD  R2, R1

// Weights of 8 bits. An activation of at most 32639 is 256·h + l in two signed bytes, so that SDOT can take it: row i
// has its h in the lower half of V(5+i) and its l in the upper half, and sums of h in V(8+8i) and up, of l in V(12+8i)
// and up.
#define SPLIT(row, i) \
	VLD1.P 16(row), [V4.H8] \
	RSHRN8(4, 5+i)        \
	XTN2(4, 5+i)

// Four rows of the panel, for 4 columns each in V4, V0, V2 and V1.
#define WEIGHTS8 \
	VLD1.P 64(R14), [V0.B16, V1.B16, V2.B16, V3.B16] \
	VZIP1  V2.H8, V0.H8, V4.H8 \
	VZIP2  V2.H8, V0.H8, V0.H8 \
	VZIP1  V3.H8, V1.H8, V2.H8 \
	VZIP2  V3.H8, V1.H8, V1.H8

#define DOT4(lane, i, d) \
	SDOT(lane, 5+i, 4, d)   \
	SDOT(lane, 5+i, 0, d+1) \
	SDOT(lane, 5+i, 2, d+2) \
	SDOT(lane, 5+i, 1, d+3)
#define DOTS(u, i) \
	DOT4(u, i, 8+8*i)    \
	DOT4(u+2, i, 12+8*i)

#define STORE8(i) \
	SHL8(8+8*i, 0)        \
	SHL8(9+8*i, 1)        \
	SHL8(10+8*i, 2)       \
	SHL8(11+8*i, 3)       \
	IADD(12+8*i, 0, 0)    \
	IADD(13+8*i, 1, 1)    \
	IADD(14+8*i, 2, 2)    \
	IADD(15+8*i, 3, 3)    \
	SCVTF(0, 0)           \
	SCVTF(1, 1)           \
	SCVTF(2, 2)           \
	SCVTF(3, 3)           \
	STORE

// func neonTile3x8(t *tile)
TEXT ·neonTile3x8(SB), NOSPLIT, $0-8
	ARGUMENTS
tiles:
	MOVD R3, R11
	ADD  R4, R11, R12
	ADD  R4, R12, R13
	ADD  R4, R13, R3
	MOVD R5, R14
	MOVD R6, R15
	CLEAR
steps:
	SPLIT(R11, 0)
	SPLIT(R12, 1)
	SPLIT(R13, 2)
	WEIGHTS8
	DOTS(0, 0)
	DOTS(0, 1)
	DOTS(0, 2)
	WEIGHTS8
	DOTS(1, 0)
	DOTS(1, 1)
	DOTS(1, 2)
	SUBS $1, R15
	BNE  steps
	STORE8(0)
	STORE8(1)
	STORE8(2)
	SUBS $1, R10
	BNE  tiles
	RET

// func neonTile1x8(t *tile)
TEXT ·neonTile1x8(SB), NOSPLIT, $0-8
	ARGUMENTS
tiles:
	MOVD R3, R11
	ADD  R4, R3
	MOVD R5, R14
	MOVD R6, R15
	CLEAR8(V8, V9, V10, V11, V12, V13, V14, V15)
steps:
	SPLIT(R11, 0)
	WEIGHTS8
	DOTS(0, 0)
	WEIGHTS8
	DOTS(1, 0)
	SUBS $1, R15
	BNE  steps
	STORE8(0)
	SUBS $1, R10
	BNE  tiles
	RET

// Weights of 16 bits. Row i of activations is in V(i), its sums in V(8+4i) and up. A pair of rows of the panel comes in
// two halves of 8 columns, the first row's in V6, the second's in V7.
#define WEIGHTS16 VLD2.P 32(R14), [V6.H8, V7.H8]

#define MULTIPLY(u, i, d) \
	SMLAL(2*u, i, 6, d)      \
	SMLAL2(2*u, i, 6, d+1)   \
	SMLAL(2*u+1, i, 7, d)    \
	SMLAL2(2*u+1, i, 7, d+1)

#define HALF6(u, half) \
	WEIGHTS16                     \
	MULTIPLY(u, 0, 8+2*half)      \
	MULTIPLY(u, 1, 12+2*half)     \
	MULTIPLY(u, 2, 16+2*half)     \
	MULTIPLY(u, 3, 20+2*half)     \
	MULTIPLY(u, 4, 24+2*half)     \
	MULTIPLY(u, 5, 28+2*half)
#define PAIR6(u) HALF6(u, 0) HALF6(u, 1)

#define HALF1(u, half) \
	WEIGHTS16                     \
	MULTIPLY(u, 0, 8+2*half)
#define PAIR1(u) HALF1(u, 0) HALF1(u, 1)

#define STORE16(i) \
	SCVTF(8+4*i, 0)    \
	SCVTF(9+4*i, 1)    \
	SCVTF(10+4*i, 2)   \
	SCVTF(11+4*i, 3)   \
	STORE

// func neonTile6x16(t *tile)
TEXT ·neonTile6x16(SB), NOSPLIT, $0-8
	ARGUMENTS
tiles:
	MOVD R3, R11
	ADD  R4, R11, R12
	ADD  R4, R12, R13
	ADD  R4, R13, R19
	ADD  R4, R19, R20
	ADD  R4, R20, R21
	ADD  R4, R21, R3
	MOVD R5, R14
	MOVD R6, R15
	CLEAR
steps:
	VLD1.P 16(R11), [V0.H8]
	VLD1.P 16(R12), [V1.H8]
	VLD1.P 16(R13), [V2.H8]
	VLD1.P 16(R19), [V3.H8]
	VLD1.P 16(R20), [V4.H8]
	VLD1.P 16(R21), [V5.H8]
	PAIR6(0)
	PAIR6(1)
	PAIR6(2)
	PAIR6(3)
	SUBS   $1, R15
	BNE    steps
	STORE16(0)
	STORE16(1)
	STORE16(2)
	STORE16(3)
	STORE16(4)
	STORE16(5)
	SUBS   $1, R10
	BNE    tiles
	RET

// func neonTile1x16(t *tile)
TEXT ·neonTile1x16(SB), NOSPLIT, $0-8
	ARGUMENTS
tiles:
	MOVD R3, R11
	ADD  R4, R3
	MOVD R5, R14
	MOVD R6, R15
	VEOR V8.B16, V8.B16, V8.B16
	VEOR V9.B16, V9.B16, V9.B16
	VEOR V10.B16, V10.B16, V10.B16
	VEOR V11.B16, V11.B16, V11.B16
steps:
	VLD1.P 16(R11), [V0.H8]
	PAIR1(0)
	PAIR1(1)
	PAIR1(2)
	PAIR1(3)
	SUBS   $1, R15
	BNE    steps
	STORE16(0)
	SUBS   $1, R10
	BNE    tiles
	RET
