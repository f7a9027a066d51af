//go:build !purego

// Vector functions by AVX2, bit for bit those of kernels_portable.go: the same steps in the same order, sums in
// sixteen lanes (two registers of eight), no fused multiply-add. Lengths are multiples of 16. The constants are explained in kernels.go.

#include "textflag.h"

#define EIGHT(name, value) \
	DATA name<>+0(SB)/4, value \
	DATA name<>+4(SB)/4, value \
	DATA name<>+8(SB)/4, value \
	DATA name<>+12(SB)/4, value \
	DATA name<>+16(SB)/4, value \
	DATA name<>+20(SB)/4, value \
	DATA name<>+24(SB)/4, value \
	DATA name<>+28(SB)/4, value \
	GLOBL name<>(SB), RODATA|NOPTR, $32

EIGHT(magic, $12582912.0)
EIGHT(log2e, $1.44269504088896341)
EIGHT(ln2hi, $0.693359375)
EIGHT(ln2lo, $-2.12194440e-4)
EIGHT(expc0, $1.9875691500e-4)
EIGHT(expc1, $1.3981999507e-3)
EIGHT(expc2, $8.3334519073e-3)
EIGHT(expc3, $4.1665795894e-2)
EIGHT(expc4, $1.6666665459e-1)
EIGHT(expc5, $5.0000001201e-1)
EIGHT(one, $1.0)
EIGHT(half, $0.5)
EIGHT(explow, $-87.0)
EIGHT(erfc1, $0.049867346966790536)
EIGHT(erfc2, $0.02114100615)
EIGHT(erfc3, $0.003277626324147169)
EIGHT(erfc4, $3.8003575e-05)
EIGHT(erfc5, $4.889063564344403e-05)
EIGHT(erfc6, $5.382975e-06)
EIGHT(magnitude, $0x7fffffff)
EIGHT(lowbytes, $0x00ff00ff)
EIGHT(splitlimit, $65535.0)

// Folds the 8 lanes of Y into its lowest, 4 + 4, 2 + 2, 1 + 1. T is clobbered.
#define FOLD(OP, Y, X, T) \
	VEXTRACTF128 $1, Y, T     \
	OP           T, X, X      \
	VSHUFPS      $0xEE, X, X, T \
	OP           T, X, X      \
	VSHUFPS      $0x55, X, X, T \
	OP           T, X, X

// func extentAVX2(x, by *float32, n int) (low, high float32)
TEXT ·extentAVX2(SB), NOSPLIT, $0-32
	MOVQ    x+0(FP), SI
	MOVQ    by+8(FP), DI
	MOVQ    n+16(FP), CX
	VXORPS  Y0, Y0, Y0
	VXORPS  Y1, Y1, Y1
	VXORPS  Y2, Y2, Y2
	VXORPS  Y3, Y3, Y3
loop:
	VMOVUPS (SI), Y4
	VMOVUPS 32(SI), Y5
	VMULPS  (DI), Y4, Y4
	VMULPS  32(DI), Y5, Y5
	VMINPS  Y4, Y0, Y0
	VMINPS  Y5, Y1, Y1
	VMAXPS  Y4, Y2, Y2
	VMAXPS  Y5, Y3, Y3
	ADDQ    $64, SI
	ADDQ    $64, DI
	SUBQ    $16, CX
	JNZ     loop
	VMINPS  Y1, Y0, Y0
	VMAXPS  Y3, Y2, Y2
	FOLD(VMINPS, Y0, X0, X1)
	FOLD(VMAXPS, Y2, X2, X1)
	VMOVSS  X0, low+24(FP)
	VMOVSS  X2, high+28(FP)
	VZEROUPPER
	RET

// func toBytesAVX2(dst *uint8, x, by *float32, n int, factor float32, zero int32)
TEXT ·toBytesAVX2(SB), NOSPLIT, $0-40
	MOVQ         dst+0(FP), DI
	MOVQ         x+8(FP), SI
	MOVQ         by+16(FP), DX
	MOVQ         n+24(FP), CX
	VBROADCASTSS factor+32(FP), Y2
	MOVL         zero+36(FP), AX
	VMOVD        AX, X3
	VPBROADCASTD X3, Y3
loop:
	VMOVUPS      (SI), Y0
	VMOVUPS      32(SI), Y1
	VMULPS       (DX), Y0, Y0
	VMULPS       32(DX), Y1, Y1
	VMULPS       Y2, Y0, Y0
	VMULPS       Y2, Y1, Y1
	VCVTPS2DQ    Y0, Y0
	VCVTPS2DQ    Y1, Y1
	VPADDD       Y3, Y0, Y0
	VPADDD       Y3, Y1, Y1
	VPACKSSDW    Y1, Y0, Y0
	VPERMQ       $0xD8, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKUSWB    X1, X0, X0
	VMOVDQU      X0, (DI)
	ADDQ         $64, SI
	ADDQ         $64, DX
	ADDQ         $16, DI
	SUBQ         $16, CX
	JNZ          loop
	VZEROUPPER
	RET

// func splitAVX2(high, low *uint8, x *float32, n int)
TEXT ·splitAVX2(SB), NOSPLIT, $0-32
	MOVQ         high+0(FP), DI
	MOVQ         low+8(FP), DX
	MOVQ         x+16(FP), SI
	MOVQ         n+24(FP), CX
	VMOVUPS      splitlimit<>(SB), Y4
	VMOVDQU      lowbytes<>(SB), Y5
loop:
	VMULPS       (SI), Y4, Y0
	VMULPS       32(SI), Y4, Y1
	VCVTPS2DQ    Y0, Y0
	VCVTPS2DQ    Y1, Y1
	VPACKUSDW    Y1, Y0, Y0
	VPAND        Y5, Y0, Y1
	VPSRLW       $8, Y0, Y0
	VPACKUSWB    Y0, Y1, Y0    // low 0-3 8-11, high 0-3 8-11, low 4-7 12-15, high 4-7 12-15
	VPERMQ       $0xD8, Y0, Y0
	VPSHUFD      $0xD8, Y0, Y0
	VMOVDQU      X0, (DX)
	VEXTRACTI128 $1, Y0, (DI)
	ADDQ         $64, SI
	ADDQ         $16, DI
	ADDQ         $16, DX
	SUBQ         $16, CX
	JNZ          loop
	VZEROUPPER
	RET

// func dotAVX2(x, y *float32, n int) float32
TEXT ·dotAVX2(SB), NOSPLIT, $0-28
	MOVQ    x+0(FP), SI
	MOVQ    y+8(FP), DI
	MOVQ    n+16(FP), CX
	VXORPS  Y0, Y0, Y0
	VXORPS  Y1, Y1, Y1
loop:
	VMOVUPS (SI), Y2
	VMOVUPS 32(SI), Y3
	VMULPS  (DI), Y2, Y2
	VMULPS  32(DI), Y3, Y3
	VADDPS  Y2, Y0, Y0
	VADDPS  Y3, Y1, Y1
	ADDQ    $64, SI
	ADDQ    $64, DI
	SUBQ    $16, CX
	JNZ     loop
	VADDPS  Y1, Y0, Y0
	FOLD(VADDPS, Y0, X0, X1)
	VMOVSS  X0, ret+24(FP)
	VZEROUPPER
	RET

// func addScaledAVX2(x, y *float32, n int, factor float32)
TEXT ·addScaledAVX2(SB), NOSPLIT, $0-28
	MOVQ    x+0(FP), SI
	MOVQ    y+8(FP), DI
	MOVQ    n+16(FP), CX
	VBROADCASTSS factor+24(FP), Y0
loop:
	VMULPS  (DI), Y0, Y1
	VMULPS  32(DI), Y0, Y2
	VADDPS  (SI), Y1, Y1
	VADDPS  32(SI), Y2, Y2
	VMOVUPS Y1, (SI)
	VMOVUPS Y2, 32(SI)
	ADDQ    $64, SI
	ADDQ    $64, DI
	SUBQ    $16, CX
	JNZ     loop
	VZEROUPPER
	RET

// exp of 8 differences to the largest, added to SUM.
#define EXP8(at, SUM) \
	VMOVUPS at(SI), Y2   \
	VSUBPS  Y0, Y2, Y2   \
	VMAXPS  explow<>(SB), Y2, Y2 \
	VMULPS  Y6, Y2, Y3   \
	VADDPS  Y7, Y3, Y3   \
	VSUBPS  Y7, Y3, Y4   \
	VPSLLD  $23, Y3, Y3  \
	VMULPS  Y8, Y4, Y4   \
	VSUBPS  Y4, Y2, Y2   \
	VPSRAD  $23, Y3, Y4  \
	VCVTDQ2PS Y4, Y4     \
	VMULPS  Y9, Y4, Y4   \
	VSUBPS  Y4, Y2, Y2   \
	VMULPS  Y10, Y2, Y4  \
	VADDPS  Y11, Y4, Y4  \
	VMULPS  Y2, Y4, Y4   \
	VADDPS  Y12, Y4, Y4  \
	VMULPS  Y2, Y4, Y4   \
	VADDPS  Y13, Y4, Y4  \
	VMULPS  Y2, Y4, Y4   \
	VADDPS  Y14, Y4, Y4  \
	VMULPS  Y2, Y4, Y4   \
	VADDPS  Y15, Y4, Y4  \
	VMULPS  Y2, Y4, Y4   \
	VMULPS  Y2, Y4, Y4   \
	VADDPS  Y2, Y4, Y4   \
	VADDPS  one<>(SB), Y4, Y4 \
	VPADDD  Y3, Y4, Y4   \
	VADDPS  Y4, SUM, SUM \
	VMOVUPS Y4, at(SI)

// func expsAVX2(x *float32, n int) float32
TEXT ·expsAVX2(SB), NOSPLIT, $0-20
	MOVQ    x+0(FP), SI
	MOVQ    n+8(FP), CX
	MOVQ    SI, DX
	MOVQ    CX, BX
	VMOVUPS (SI), Y0
	VMOVUPS 32(SI), Y1
largest:
	VMAXPS  (DX), Y0, Y0
	VMAXPS  32(DX), Y1, Y1
	ADDQ    $64, DX
	SUBQ    $16, BX
	JNZ     largest
	VMAXPS  Y1, Y0, Y0
	FOLD(VMAXPS, Y0, X0, X1)
	VBROADCASTSS X0, Y0
	VXORPS  Y1, Y1, Y1
	VXORPS  Y5, Y5, Y5
	VMOVUPS log2e<>(SB), Y6
	VMOVUPS magic<>(SB), Y7
	VMOVUPS ln2hi<>(SB), Y8
	VMOVUPS ln2lo<>(SB), Y9
	VMOVUPS expc0<>(SB), Y10
	VMOVUPS expc1<>(SB), Y11
	VMOVUPS expc2<>(SB), Y12
	VMOVUPS expc3<>(SB), Y13
	VMOVUPS expc4<>(SB), Y14
	VMOVUPS expc5<>(SB), Y15
exp:
	EXP8(0, Y1)
	EXP8(32, Y5)
	ADDQ    $64, SI
	SUBQ    $16, CX
	JNZ     exp
	VADDPS  Y5, Y1, Y1
	FOLD(VADDPS, Y1, X1, X2)
	VMOVSS  X1, ret+16(FP)
	VZEROUPPER
	RET

// func geluAVX2(x *float32, n int)
TEXT ·geluAVX2(SB), NOSPLIT, $0-16
	MOVQ    x+0(FP), SI
	MOVQ    n+8(FP), CX
	VMOVUPS magnitude<>(SB), Y4
	VMOVUPS one<>(SB), Y5
	VMOVUPS half<>(SB), Y6
	VXORPS  Y7, Y7, Y7
	VMOVUPS erfc1<>(SB), Y8
	VMOVUPS erfc2<>(SB), Y9
	VMOVUPS erfc3<>(SB), Y10
	VMOVUPS erfc4<>(SB), Y11
	VMOVUPS erfc5<>(SB), Y12
	VMOVUPS erfc6<>(SB), Y13
loop:
	VMOVUPS (SI), Y0
	VANDPS  Y4, Y0, Y1   // z
	VMULPS  Y13, Y1, Y2
	VADDPS  Y12, Y2, Y2
	VMULPS  Y1, Y2, Y2
	VADDPS  Y11, Y2, Y2
	VMULPS  Y1, Y2, Y2
	VADDPS  Y10, Y2, Y2
	VMULPS  Y1, Y2, Y2
	VADDPS  Y9, Y2, Y2
	VMULPS  Y1, Y2, Y2
	VADDPS  Y8, Y2, Y2
	VMULPS  Y1, Y2, Y2
	VADDPS  Y5, Y2, Y2
	VMULPS  Y2, Y2, Y2
	VMULPS  Y2, Y2, Y2
	VMULPS  Y2, Y2, Y2
	VMULPS  Y2, Y2, Y2
	VMULPS  Y6, Y1, Y1
	VDIVPS  Y2, Y1, Y1
	VMAXPS  Y7, Y0, Y0
	VSUBPS  Y1, Y0, Y0
	VMOVUPS Y0, (SI)
	ADDQ    $32, SI
	SUBQ    $8, CX
	JNZ     loop
	VZEROUPPER
	RET

// func addNormAVX2(x, y, gain, bias *float32, n int, epsilon float32)
TEXT ·addNormAVX2(SB), NOSPLIT, $0-44
	MOVQ      x+0(FP), SI
	MOVQ      y+8(FP), DI
	MOVQ      gain+16(FP), R8
	MOVQ      bias+24(FP), R9
	MOVQ      n+32(FP), CX
	VXORPS    X5, X5, X5
	VCVTSI2SSQ CX, X5, X5
	SHLQ      $2, CX     // bytes
	XORQ      AX, AX
	VXORPS    Y0, Y0, Y0
	VXORPS    Y4, Y4, Y4
sum:
	VMOVUPS   (SI)(AX*1), Y1
	VMOVUPS   32(SI)(AX*1), Y2
	VADDPS    (DI)(AX*1), Y1, Y1
	VADDPS    32(DI)(AX*1), Y2, Y2
	VMOVUPS   Y1, (SI)(AX*1)
	VMOVUPS   Y2, 32(SI)(AX*1)
	VADDPS    Y1, Y0, Y0
	VADDPS    Y2, Y4, Y4
	ADDQ      $64, AX
	CMPQ      AX, CX
	JNE       sum
	VADDPS    Y4, Y0, Y0
	FOLD(VADDPS, Y0, X0, X1)
	VDIVSS    X5, X0, X0
	VBROADCASTSS X0, Y3
	XORQ      AX, AX
	VXORPS    Y0, Y0, Y0
	VXORPS    Y4, Y4, Y4
center:
	VMOVUPS   (SI)(AX*1), Y1
	VMOVUPS   32(SI)(AX*1), Y2
	VSUBPS    Y3, Y1, Y1
	VSUBPS    Y3, Y2, Y2
	VMOVUPS   Y1, (SI)(AX*1)
	VMOVUPS   Y2, 32(SI)(AX*1)
	VMULPS    Y1, Y1, Y1
	VMULPS    Y2, Y2, Y2
	VADDPS    Y1, Y0, Y0
	VADDPS    Y2, Y4, Y4
	ADDQ      $64, AX
	CMPQ      AX, CX
	JNE       center
	VADDPS    Y4, Y0, Y0
	FOLD(VADDPS, Y0, X0, X1)
	VDIVSS    X5, X0, X0
	VADDSS    epsilon+40(FP), X0, X0
	VSQRTSS   X0, X0, X0
	VMOVSS    one<>(SB), X1
	VDIVSS    X0, X1, X0
	VBROADCASTSS X0, Y3
	XORQ      AX, AX
scale:
	VMULPS    (SI)(AX*1), Y3, Y1
	VMULPS    (R8)(AX*1), Y1, Y1
	VADDPS    (R9)(AX*1), Y1, Y1
	VMOVUPS   Y1, (SI)(AX*1)
	ADDQ      $32, AX
	CMPQ      AX, CX
	JNE       scale
	VZEROUPPER
	RET
