//go:build !purego

// Vector functions by NEON, bit for bit those of kernels_portable.go: the same steps in the same order, sums in
// sixteen lanes (four registers of four), no fused multiply-add. Lengths are multiples of 16.

#include "textflag.h"
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

#define CLEARS \
	VEOR V0.B16, V0.B16, V0.B16 \
	VEOR V1.B16, V1.B16, V1.B16 \
	VEOR V2.B16, V2.B16, V2.B16 \
	VEOR V3.B16, V3.B16, V3.B16

// func extentNEON(x, by []float32) (low, high float32)
TEXT ·extentNEON(SB), NOSPLIT, $0-56
	MOVD x_base+0(FP), R0
	MOVD by_base+24(FP), R1
	MOVD x_len+8(FP), R2
	CLEARS
loop:
	VLD1.P 64(R0), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R1), [V16.S4, V17.S4, V18.S4, V19.S4]
	FOUR(FMUL, 16, 4, 4)
	FMIN(4, 0, 0)
	FMIN(5, 1, 1)
	FMIN(6, 0, 0)
	FMIN(7, 1, 1)
	FMAX(4, 2, 2)
	FMAX(5, 3, 3)
	FMAX(6, 2, 2)
	FMAX(7, 3, 3)
	SUBS $16, R2
	BNE  loop
	FMIN(1, 0, 0)
	FMAX(3, 2, 2)
	FMINV(0, 0)
	FMAXV(2, 2)
	FMOVS F0, low+48(FP)
	FMOVS F2, high+52(FP)
	RET

// func toBytesNEON(dst []uint8, x, by []float32, factor float32, zero int32)
TEXT ·toBytesNEON(SB), NOSPLIT, $0-80
	MOVD dst_base+0(FP), R0
	MOVD x_base+24(FP), R1
	MOVD by_base+48(FP), R2
	MOVD x_len+32(FP), R3
	FMOVS factor+72(FP), F8
	VDUP V8.S[0], V8.S4
	MOVW zero+76(FP), R4
	VDUP R4, V9.S4
loop:
	VLD1.P 64(R1), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1.P 64(R2), [V4.S4, V5.S4, V6.S4, V7.S4]
	FOUR(FMUL, 4, 0, 0)
	ALL(FMUL, 8, 0, 0)
	FCVTNS(0, 0)
	FCVTNS(1, 1)
	FCVTNS(2, 2)
	FCVTNS(3, 3)
	ALL(IADD, 9, 0, 0)
	SQXTN(0, 4)
	SQXTN2(1, 4)
	SQXTN(2, 5)
	SQXTN2(3, 5)
	SQXTUN8(4, 4)
	SQXTUN8(5, 5)
	VST1.P [V4.B8, V5.B8], 16(R0)
	SUBS $16, R3
	BNE  loop
	RET

// func splitNEON(high, low []uint8, x []float32)
TEXT ·splitNEON(SB), NOSPLIT, $0-72
	MOVD high_base+0(FP), R0
	MOVD low_base+24(FP), R1
	MOVD x_base+48(FP), R2
	MOVD x_len+56(FP), R3
	KEEP(splitlimit, V8)
loop:
	VLD1.P 64(R2), [V0.S4, V1.S4, V2.S4, V3.S4]
	ALL(FMUL, 8, 0, 0)
	FCVTNS(0, 0)
	FCVTNS(1, 1)
	FCVTNS(2, 2)
	FCVTNS(3, 3)
	VUZP1 V1.H8, V0.H8, V0.H8
	VUZP1 V3.H8, V2.H8, V2.H8
	VUZP1 V2.B16, V0.B16, V4.B16
	VUZP2 V2.B16, V0.B16, V5.B16
	VST1.P [V4.B16], 16(R1)
	VST1.P [V5.B16], 16(R0)
	SUBS $16, R3
	BNE  loop
	RET

// func dotNEON(x, y []float32) float32
TEXT ·dotNEON(SB), NOSPLIT, $0-52
	MOVD x_base+0(FP), R0
	MOVD y_base+24(FP), R1
	MOVD x_len+8(FP), R2
	CLEARS
loop:
	VLD1.P 64(R0), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R1), [V16.S4, V17.S4, V18.S4, V19.S4]
	FOUR(FMUL, 16, 4, 4)
	FOUR(FADD, 4, 0, 0)
	SUBS $16, R2
	BNE  loop
	FOLD
	FMOVS F0, ret+48(FP)
	RET

// func addScaledNEON(x, y []float32, factor float32)
TEXT ·addScaledNEON(SB), NOSPLIT, $0-52
	MOVD x_base+0(FP), R0
	MOVD y_base+24(FP), R1
	MOVD x_len+8(FP), R2
	FMOVS factor+48(FP), F8
	VDUP V8.S[0], V8.S4
loop:
	VLD1 (R0), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1.P 64(R1), [V4.S4, V5.S4, V6.S4, V7.S4]
	ALL(FMUL, 8, 4, 4)
	FOUR(FADD, 4, 0, 0)
	VST1.P [V0.S4, V1.S4, V2.S4, V3.S4], 64(R0)
	SUBS $16, R2
	BNE  loop
	RET

// exp of the differences in V(x) and V(x+1) to the largest, by V(x+2) to V(x+7).
#define BOTH(OP, m, n, d) \
	OP(m, n, d)       \
	OP(m, n+1, d+1)
#define PAIRS(OP, m, n, d) \
	OP(m, n, d)       \
	OP(m+1, n+1, d+1)
#define HORNER(c) \
	PAIRS(FMUL, 4, 8, 8) \
	BOTH(FADD, c, 8, 8)

// exp of 8 differences, added to V(sum) and V(sum+1).
#define EXP8(sum) \
	VLD1 (R0), [V4.S4, V5.S4] \
	BOTH(FSUB, 28, 4, 4)    \
	BOTH(FMAX, 16, 4, 4)    \
	BOTH(FMUL, 17, 4, 6)    \
	BOTH(FADD, 18, 6, 6)    \
	BOTH(FSUB, 18, 6, 8)    \
	BOTH(FMUL, 19, 8, 10)   \
	PAIRS(FSUB, 10, 4, 4)   \
	BOTH(FMUL, 20, 8, 10)   \
	PAIRS(FSUB, 10, 4, 4)   \
	BOTH(FMUL, 21, 4, 8)    \
	BOTH(FADD, 22, 8, 8)    \
	HORNER(23)              \
	HORNER(24)              \
	HORNER(25)              \
	HORNER(26)              \
	PAIRS(FMUL, 4, 8, 8)    \
	PAIRS(FMUL, 4, 8, 8)    \
	PAIRS(FADD, 4, 8, 8)    \
	BOTH(FADD, 27, 8, 8)    \
	SHL23(6, 6)             \
	SHL23(7, 7)             \
	PAIRS(IADD, 6, 8, 8)    \
	PAIRS(FADD, 8, sum, sum) \
	VST1.P [V8.S4, V9.S4], 32(R0)

// func expsNEON(x []float32) float32
TEXT ·expsNEON(SB), NOSPLIT, $0-28
	MOVD x_base+0(FP), R0
	MOVD x_len+8(FP), R1
	MOVD R0, R2
	MOVD R1, R3
	VLD1 (R0), [V0.S4]
	VORR V0.B16, V0.B16, V1.B16
	VORR V0.B16, V0.B16, V2.B16
	VORR V0.B16, V0.B16, V3.B16
largest:
	VLD1.P 64(R2), [V4.S4, V5.S4, V6.S4, V7.S4]
	FMAX(4, 0, 0)
	FMAX(5, 1, 1)
	FMAX(6, 2, 2)
	FMAX(7, 3, 3)
	SUBS $16, R3
	BNE  largest
	FMAX(1, 0, 0)
	FMAX(3, 2, 2)
	FMAX(2, 0, 0)
	FMAXV(0, 28)
	VDUP V28.S[0], V28.S4
	KEEP(explow, V16)
	KEEP(log2e, V17)
	KEEP(magic, V18)
	KEEP(ln2hi, V19)
	KEEP(ln2lo, V20)
	KEEP(expc0, V21)
	KEEP(expc1, V22)
	KEEP(expc2, V23)
	KEEP(expc3, V24)
	KEEP(expc4, V25)
	KEEP(expc5, V26)
	KEEP(one, V27)
	CLEARS
exp:
	EXP8(0)
	EXP8(2)
	SUBS $16, R1
	BNE  exp
	FOLD
	FMOVS F0, ret+24(FP)
	RET

#define GELUSTEP(c) \
	PAIRS(FMUL, 2, 4, 4) \
	BOTH(FADD, c, 4, 4)

// func geluNEON(x []float32)
TEXT ·geluNEON(SB), NOSPLIT, $0-24
	MOVD x_base+0(FP), R0
	MOVD x_len+8(FP), R1
	KEEP(erfc6, V16)
	KEEP(erfc5, V17)
	KEEP(erfc4, V18)
	KEEP(erfc3, V19)
	KEEP(erfc2, V20)
	KEEP(erfc1, V21)
	KEEP(one, V22)
	KEEP(half, V23)
	VEOR V24.B16, V24.B16, V24.B16
loop:
	VLD1 (R0), [V0.S4, V1.S4]
	FABS(0, 2)              // z
	FABS(1, 3)
	BOTH(FMUL, 16, 2, 4)
	BOTH(FADD, 17, 4, 4)
	GELUSTEP(18)
	GELUSTEP(19)
	GELUSTEP(20)
	GELUSTEP(21)
	GELUSTEP(22)
	PAIRS(FMUL, 4, 4, 4)
	PAIRS(FMUL, 4, 4, 4)
	PAIRS(FMUL, 4, 4, 4)
	PAIRS(FMUL, 4, 4, 4)
	BOTH(FMUL, 23, 2, 2)
	PAIRS(FDIV, 4, 2, 2)
	BOTH(FMAX, 24, 0, 0)
	PAIRS(FSUB, 2, 0, 0)
	VST1.P [V0.S4, V1.S4], 32(R0)
	SUBS $8, R1
	BNE  loop
	RET

// func addNormNEON(x, y []float32, n norm)
TEXT ·addNormNEON(SB), NOSPLIT, $0-96
	MOVD x_base+0(FP), R0
	MOVD y_base+24(FP), R1
	MOVD n_gain_base+48(FP), R2
	MOVD n_bias_base+72(FP), R3
	MOVD x_len+8(FP), R4
	SCVTFD R4, F8
	FCVTDS F8, F8
	MOVD R0, R5
	MOVD R4, R6
	CLEARS
sum:
	VLD1 (R5), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1.P 64(R1), [V20.S4, V21.S4, V22.S4, V23.S4]
	FOUR(FADD, 20, 16, 16)
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R5)
	FOUR(FADD, 16, 0, 0)
	SUBS $16, R6
	BNE  sum
	FOLD
	FDIVS F8, F0, F6
	VDUP V6.S[0], V6.S4     // mean
	MOVD R0, R5
	MOVD R4, R6
	CLEARS
center:
	VLD1 (R5), [V16.S4, V17.S4, V18.S4, V19.S4]
	ALL(FSUB, 6, 16, 16)
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R5)
	FOUR(FMUL, 16, 16, 16)
	FOUR(FADD, 16, 0, 0)
	SUBS $16, R6
	BNE  center
	FOLD
	FDIVS F8, F0, F0
	FMOVS epsilon<>(SB), F1
	FADDS F1, F0, F0
	FSQRTS F0, F0
	FMOVS $1.0, F1
	FDIVS F0, F1, F6
	VDUP V6.S[0], V6.S4     // 1 ÷ deviation
scale:
	VLD1 (R0), [V0.S4, V1.S4]
	VLD1.P 32(R2), [V2.S4, V3.S4]
	VLD1.P 32(R3), [V4.S4, V5.S4]
	BOTH(FMUL, 6, 0, 0)
	PAIRS(FMUL, 2, 0, 0)
	PAIRS(FADD, 4, 0, 0)
	VST1.P [V0.S4, V1.S4], 32(R0)
	SUBS $8, R4
	BNE  scale
	RET
