//go:build !purego

// Vector functions by NEON: see vector_arm64.h.

#include "textflag.h"
#include "vector_arm64.h"

// func extentNEON(x, by []float32) (low, high float32)
TEXT ·extentNEON(SB), NOSPLIT, $0-56
	MOVD x_base+0(FP), R0
	MOVD by_base+24(FP), R1
	MOVD x_len+8(FP), R2
	CLEAR4(V0, V1, V2, V3)
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
	CLEAR4(V0, V1, V2, V3)
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
	CLEAR4(V0, V1, V2, V3)
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
	CLEAR4(V0, V1, V2, V3)
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
