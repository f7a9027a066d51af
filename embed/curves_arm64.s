//go:build !purego

// The vector functions that are curves, exp and GELU, by NEON; kernels.go has the formulas.

#include "textflag.h"
#include "vector_arm64.h"

// TERM is a step of a polynomial in V(x): V(p) = V(p) · V(x) + V(c), and the same for V(x+1) and V(p+1).
#define TERM(c, x, p) \
	PAIRS(FMUL, x, p, p) \
	BOTH(FADD, c, p, p)

// EXP8 replaces 8 numbers by exp of their differences to the largest, V28, which it adds to V(sum) and V(sum+1). V4 and V5
// are the differences, then r; V6 and V7 are t, whose lowest bits are n; V8 and V9 are n, then the polynomial.
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
	TERM(23, 4, 8)          \
	TERM(24, 4, 8)          \
	TERM(25, 4, 8)          \
	TERM(26, 4, 8)          \
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
	CLEAR4(V0, V1, V2, V3)
exp:
	EXP8(0)
	EXP8(2)
	SUBS $16, R1
	BNE  exp
	FOLD
	FMOVS F0, ret+24(FP)
	RET

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
	FABS(0, 2)             // z
	FABS(1, 3)
	BOTH(FMUL, 16, 2, 4)
	BOTH(FADD, 17, 4, 4)
	TERM(18, 2, 4)
	TERM(19, 2, 4)
	TERM(20, 2, 4)
	TERM(21, 2, 4)
	TERM(22, 2, 4)
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
