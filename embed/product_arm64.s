//go:build !purego

// Products of 4 rows of activations, or of 1, with 16 columns of a panel, by NEON. SDOT multiplies the four bytes of a row
// with those of a column and adds the products to the sum. Both sides are signed, so 128 is taken off the activations and
// off their zero point.
//
// V0-V3    four rows of the panel, 4 columns each; in the end what a row is stored with
// V4-V7    16 activations of each row
// V8-V23   sums: row i has columns 0-3 in V(8+4i), 4-7 in V(9+4i) and so on
// V24      128 in each byte; V25 128; V26 the zero point, V27 the scale of a row

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
	MOVD tile_zero(R0), R8     \
	MOVD tile_bias(R0), R9     \
	MOVD tile_tiles(R0), R10   \
	MOVD tile_sums(R0), R20    \
	MOVD tile_colScale(R0), R21 \
	MOVD tile_biasStride(R0), R22 \
	MOVD $128, R23             \
	VDUP R23, V24.B16          \
	VDUP R23, V25.S4

// The rows of a panel are 256 bytes apart.
#define WEIGHTS \
	VLD1 (R14), [V0.B16, V1.B16, V2.B16, V3.B16] \
	ADD  $256, R14

#define LOAD(row, V) \
	VLD1.P 16(row), [V.B16]   \
	VEOR   V24.B16, V.B16, V.B16

#define DOT(lane, i) \
	SDOT(lane, 4+i, 0, 8+4*i)  \
	SDOT(lane, 4+i, 1, 9+4*i)  \
	SDOT(lane, 4+i, 2, 10+4*i) \
	SDOT(lane, 4+i, 3, 11+4*i)
#define DOTS1(lane) WEIGHTS DOT(lane, 0)
#define DOTS4(lane) DOTS1(lane) DOT(lane, 1) DOT(lane, 2) DOT(lane, 3)

// Take off the zero point, scale, add the bias and store a row; on to the next row.
#define STORE(i, A, B, C, D) \
	VLD1R.P 4(R8), [V26.S4]             \
	VSUB    V25.S4, V26.S4, V26.S4      \
	VLD1R.P 4(R7), [V27.S4]             \
	VLD1    (R20), [V0.S4, V1.S4, V2.S4, V3.S4] \
	ALL(MLS, 26, 0, 8+4*i)              \
	SCVTF(8+4*i, 8+4*i)                 \
	SCVTF(9+4*i, 9+4*i)                 \
	SCVTF(10+4*i, 10+4*i)               \
	SCVTF(11+4*i, 11+4*i)               \
	ALL(FMUL, 27, 8+4*i, 8+4*i)         \
	VLD1    (R21), [V0.S4, V1.S4, V2.S4, V3.S4] \
	FOUR(FMUL, 0, 8+4*i, 8+4*i)         \
	VLD1    (R9), [V0.S4, V1.S4, V2.S4, V3.S4] \
	FOUR(FADD, 0, 8+4*i, 8+4*i)         \
	VST1    [A.S4, B.S4, C.S4, D.S4], (R1) \
	ADD     R22, R9                     \
	ADD     R2, R1

// func neonTile4(t *tile)
TEXT ·neonTile4(SB), NOSPLIT, $0-8
	ARGUMENTS
tiles:
	MOVD R3, R11
	ADD  R4, R11, R12
	ADD  R4, R12, R13
	ADD  R4, R13, R19
	ADD  R4, R19, R3
	MOVD R5, R14
	MOVD R6, R15
	CLEAR4(V8, V9, V10, V11)
	CLEAR4(V12, V13, V14, V15)
	CLEAR4(V16, V17, V18, V19)
	CLEAR4(V20, V21, V22, V23)
steps:
	LOAD(R11, V4)
	LOAD(R12, V5)
	LOAD(R13, V6)
	LOAD(R19, V7)
	DOTS4(0)
	DOTS4(1)
	DOTS4(2)
	DOTS4(3)
	SUBS $1, R15
	BNE  steps
	STORE(0, V8, V9, V10, V11)
	STORE(1, V12, V13, V14, V15)
	STORE(2, V16, V17, V18, V19)
	STORE(3, V20, V21, V22, V23)
	SUBS $1, R10
	BNE  tiles
	RET

// func neonTile1(t *tile)
TEXT ·neonTile1(SB), NOSPLIT, $0-8
	ARGUMENTS
tiles:
	MOVD R3, R11
	ADD  R4, R3
	MOVD R5, R14
	MOVD R6, R15
	CLEAR4(V8, V9, V10, V11)
steps:
	LOAD(R11, V4)
	DOTS1(0)
	DOTS1(1)
	DOTS1(2)
	DOTS1(3)
	SUBS $1, R15
	BNE  steps
	STORE(0, V8, V9, V10, V11)
	SUBS $1, R10
	BNE  tiles
	RET
