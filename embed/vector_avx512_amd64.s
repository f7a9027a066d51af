//go:build !purego

// Vector functions by AVX-512, bit for bit those of kernels_portable.go: the same steps in the same order, sums in
// sixteen lanes, no fused multiply-add. Lengths are multiples of 16. The constants are explained in kernels.go.

#include "textflag.h"

// Z16 to Z27.
DATA exp<>+0(SB)/4, $-87.0
DATA exp<>+4(SB)/4, $1.44269504088896341
DATA exp<>+8(SB)/4, $12582912.0
DATA exp<>+12(SB)/4, $0.693359375
DATA exp<>+16(SB)/4, $-2.12194440e-4
DATA exp<>+20(SB)/4, $1.9875691500e-4
DATA exp<>+24(SB)/4, $1.3981999507e-3
DATA exp<>+28(SB)/4, $8.3334519073e-3
DATA exp<>+32(SB)/4, $4.1665795894e-2
DATA exp<>+36(SB)/4, $1.6666665459e-1
DATA exp<>+40(SB)/4, $5.0000001201e-1
DATA exp<>+44(SB)/4, $1.0
GLOBL exp<>(SB), RODATA|NOPTR, $48

// Z16 to Z24: the polynomial from its highest term down to 1, a half, and all bits but the sign.
DATA erfc<>+0(SB)/4, $5.382975e-06
DATA erfc<>+4(SB)/4, $4.889063564344403e-05
DATA erfc<>+8(SB)/4, $3.8003575e-05
DATA erfc<>+12(SB)/4, $0.003277626324147169
DATA erfc<>+16(SB)/4, $0.02114100615
DATA erfc<>+20(SB)/4, $0.049867346966790536
DATA erfc<>+24(SB)/4, $1.0
DATA erfc<>+28(SB)/4, $0.5
DATA erfc<>+32(SB)/4, $0x7fffffff
GLOBL erfc<>(SB), RODATA|NOPTR, $36

DATA splitlimit<>+0(SB)/4, $65535.0
GLOBL splitlimit<>(SB), RODATA|NOPTR, $4

// Folds the 16 lanes of Z into its lowest, 8 + 8, 4 + 4, 2 + 2, 1 + 1. TZ, which is TY and TX, is clobbered.
#define FOLD(OP, Z, Y, X, TY, TX) \
	VEXTRACTF64X4 $1, Z, TY   \
	OP            TY, Y, Y    \
	VEXTRACTF128  $1, Y, TX   \
	OP            TX, X, X    \
	VSHUFPS       $0xEE, X, X, TX \
	OP            TX, X, X    \
	VSHUFPS       $0x55, X, X, TX \
	OP            TX, X, X

// func extentAVX512(x, by *float32, n int) (low, high float32)
TEXT ·extentAVX512(SB), NOSPLIT, $0-32
	MOVQ    x+0(FP), SI
	MOVQ    by+8(FP), DI
	MOVQ    n+16(FP), CX
	VPXORD  Z0, Z0, Z0
	VPXORD  Z1, Z1, Z1
loop:
	VMOVUPS (SI), Z2
	VMULPS  (DI), Z2, Z2
	VMINPS  Z2, Z0, Z0
	VMAXPS  Z2, Z1, Z1
	ADDQ    $64, SI
	ADDQ    $64, DI
	SUBQ    $16, CX
	JNZ     loop
	FOLD(VMINPS, Z0, Y0, X0, Y2, X2)
	FOLD(VMAXPS, Z1, Y1, X1, Y2, X2)
	VMOVSS  X0, low+24(FP)
	VMOVSS  X1, high+28(FP)
	VZEROUPPER
	RET

// func toBytesAVX512(dst *uint8, x, by *float32, n int, factor float32, zero int32)
TEXT ·toBytesAVX512(SB), NOSPLIT, $0-40
	MOVQ         dst+0(FP), DI
	MOVQ         x+8(FP), SI
	MOVQ         by+16(FP), DX
	MOVQ         n+24(FP), CX
	VBROADCASTSS factor+32(FP), Z2
	MOVL         zero+36(FP), AX
	VMOVD        AX, X3
	VPBROADCASTD X3, Z3
loop:
	VMOVUPS      (SI), Z0
	VMULPS       (DX), Z0, Z0
	VMULPS       Z2, Z0, Z0
	VCVTPS2DQ    Z0, Z0
	VPADDD       Z3, Z0, Z0
	VPMOVUSDB    Z0, X0
	VMOVDQU      X0, (DI)
	ADDQ         $64, SI
	ADDQ         $64, DX
	ADDQ         $16, DI
	SUBQ         $16, CX
	JNZ          loop
	VZEROUPPER
	RET

// func splitAVX512(high, low *uint8, x *float32, n int)
TEXT ·splitAVX512(SB), NOSPLIT, $0-32
	MOVQ         high+0(FP), DI
	MOVQ         low+8(FP), DX
	MOVQ         x+16(FP), SI
	MOVQ         n+24(FP), CX
	VBROADCASTSS splitlimit<>(SB), Z2
loop:
	VMULPS       (SI), Z2, Z0
	VCVTPS2DQ    Z0, Z0
	VPSRLD       $8, Z0, Z1
	VPMOVDB      Z0, X0
	VPMOVDB      Z1, X1
	VMOVDQU      X0, (DX)
	VMOVDQU      X1, (DI)
	ADDQ         $64, SI
	ADDQ         $16, DI
	ADDQ         $16, DX
	SUBQ         $16, CX
	JNZ          loop
	VZEROUPPER
	RET

// func dotAVX512(x, y *float32, n int) float32
TEXT ·dotAVX512(SB), NOSPLIT, $0-28
	MOVQ    x+0(FP), SI
	MOVQ    y+8(FP), DI
	MOVQ    n+16(FP), CX
	VPXORD  Z0, Z0, Z0
loop:
	VMOVUPS (SI), Z1
	VMULPS  (DI), Z1, Z1
	VADDPS  Z1, Z0, Z0
	ADDQ    $64, SI
	ADDQ    $64, DI
	SUBQ    $16, CX
	JNZ     loop
	FOLD(VADDPS, Z0, Y0, X0, Y1, X1)
	VMOVSS  X0, ret+24(FP)
	VZEROUPPER
	RET

// func addScaledAVX512(x, y *float32, n int, factor float32)
TEXT ·addScaledAVX512(SB), NOSPLIT, $0-28
	MOVQ    x+0(FP), SI
	MOVQ    y+8(FP), DI
	MOVQ    n+16(FP), CX
	VBROADCASTSS factor+24(FP), Z0
loop:
	VMULPS  (DI), Z0, Z1
	VADDPS  (SI), Z1, Z1
	VMOVUPS Z1, (SI)
	ADDQ    $64, SI
	ADDQ    $64, DI
	SUBQ    $16, CX
	JNZ     loop
	VZEROUPPER
	RET

// func expsAVX512(x *float32, n int) float32
TEXT ·expsAVX512(SB), NOSPLIT, $0-20
	MOVQ    x+0(FP), SI
	MOVQ    n+8(FP), CX
	MOVQ    SI, DX
	MOVQ    CX, BX
	VMOVUPS (SI), Z0
largest:
	VMAXPS  (DX), Z0, Z0
	ADDQ    $64, DX
	SUBQ    $16, BX
	JNZ     largest
	FOLD(VMAXPS, Z0, Y0, X0, Y2, X2)
	VBROADCASTSS X0, Z0
	VPXORD  Z1, Z1, Z1
	VBROADCASTSS exp<>+0(SB), Z16
	VBROADCASTSS exp<>+4(SB), Z17
	VBROADCASTSS exp<>+8(SB), Z18
	VBROADCASTSS exp<>+12(SB), Z19
	VBROADCASTSS exp<>+16(SB), Z20
	VBROADCASTSS exp<>+20(SB), Z21
	VBROADCASTSS exp<>+24(SB), Z22
	VBROADCASTSS exp<>+28(SB), Z23
	VBROADCASTSS exp<>+32(SB), Z24
	VBROADCASTSS exp<>+36(SB), Z25
	VBROADCASTSS exp<>+40(SB), Z26
	VBROADCASTSS exp<>+44(SB), Z27
exp:
	VMOVUPS (SI), Z2
	VSUBPS  Z0, Z2, Z2
	VMAXPS  Z16, Z2, Z2
	VMULPS  Z17, Z2, Z3   // t
	VADDPS  Z18, Z3, Z3
	VSUBPS  Z18, Z3, Z4   // n
	VPSLLD  $23, Z3, Z3
	VMULPS  Z19, Z4, Z5   // n·ln2Hi
	VSUBPS  Z5, Z2, Z2
	VMULPS  Z20, Z4, Z4   // n·ln2Lo
	VSUBPS  Z4, Z2, Z2    // r
	VMULPS  Z21, Z2, Z4
	VADDPS  Z22, Z4, Z4
	VMULPS  Z2, Z4, Z4
	VADDPS  Z23, Z4, Z4
	VMULPS  Z2, Z4, Z4
	VADDPS  Z24, Z4, Z4
	VMULPS  Z2, Z4, Z4
	VADDPS  Z25, Z4, Z4
	VMULPS  Z2, Z4, Z4
	VADDPS  Z26, Z4, Z4
	VMULPS  Z2, Z4, Z4
	VMULPS  Z2, Z4, Z4
	VADDPS  Z2, Z4, Z4
	VADDPS  Z27, Z4, Z4
	VPADDD  Z3, Z4, Z4    // times 2ⁿ
	VADDPS  Z4, Z1, Z1
	VMOVUPS Z4, (SI)
	ADDQ    $64, SI
	SUBQ    $16, CX
	JNZ     exp
	FOLD(VADDPS, Z1, Y1, X1, Y2, X2)
	VMOVSS  X1, ret+16(FP)
	VZEROUPPER
	RET

// func geluAVX512(x *float32, n int)
TEXT ·geluAVX512(SB), NOSPLIT, $0-16
	MOVQ    x+0(FP), SI
	MOVQ    n+8(FP), CX
	VBROADCASTSS erfc<>+0(SB), Z16
	VBROADCASTSS erfc<>+4(SB), Z17
	VBROADCASTSS erfc<>+8(SB), Z18
	VBROADCASTSS erfc<>+12(SB), Z19
	VBROADCASTSS erfc<>+16(SB), Z20
	VBROADCASTSS erfc<>+20(SB), Z21
	VBROADCASTSS erfc<>+24(SB), Z22
	VBROADCASTSS erfc<>+28(SB), Z23
	VPBROADCASTD erfc<>+32(SB), Z24
	VPXORD  Z25, Z25, Z25
loop:
	VMOVUPS (SI), Z0
	VPANDD  Z24, Z0, Z1   // z
	VMULPS  Z16, Z1, Z2
	VADDPS  Z17, Z2, Z2
	VMULPS  Z1, Z2, Z2
	VADDPS  Z18, Z2, Z2
	VMULPS  Z1, Z2, Z2
	VADDPS  Z19, Z2, Z2
	VMULPS  Z1, Z2, Z2
	VADDPS  Z20, Z2, Z2
	VMULPS  Z1, Z2, Z2
	VADDPS  Z21, Z2, Z2
	VMULPS  Z1, Z2, Z2
	VADDPS  Z22, Z2, Z2
	VMULPS  Z2, Z2, Z2
	VMULPS  Z2, Z2, Z2
	VMULPS  Z2, Z2, Z2
	VMULPS  Z2, Z2, Z2
	VMULPS  Z23, Z1, Z1
	VDIVPS  Z2, Z1, Z1
	VMAXPS  Z25, Z0, Z0
	VSUBPS  Z1, Z0, Z0
	VMOVUPS Z0, (SI)
	ADDQ    $64, SI
	SUBQ    $16, CX
	JNZ     loop
	VZEROUPPER
	RET

// func addNormAVX512(x, y, gain, bias *float32, n int, epsilon float32)
TEXT ·addNormAVX512(SB), NOSPLIT, $0-44
	MOVQ      x+0(FP), SI
	MOVQ      y+8(FP), DI
	MOVQ      gain+16(FP), R8
	MOVQ      bias+24(FP), R9
	MOVQ      n+32(FP), CX
	VXORPS    X5, X5, X5
	VCVTSI2SSQ CX, X5, X5
	SHLQ      $2, CX     // bytes
	XORQ      AX, AX
	VPXORD    Z0, Z0, Z0
sum:
	VMOVUPS   (SI)(AX*1), Z1
	VADDPS    (DI)(AX*1), Z1, Z1
	VMOVUPS   Z1, (SI)(AX*1)
	VADDPS    Z1, Z0, Z0
	ADDQ      $64, AX
	CMPQ      AX, CX
	JNE       sum
	FOLD(VADDPS, Z0, Y0, X0, Y1, X1)
	VDIVSS    X5, X0, X0
	VBROADCASTSS X0, Z3
	XORQ      AX, AX
	VPXORD    Z0, Z0, Z0
center:
	VMOVUPS   (SI)(AX*1), Z1
	VSUBPS    Z3, Z1, Z1
	VMOVUPS   Z1, (SI)(AX*1)
	VMULPS    Z1, Z1, Z1
	VADDPS    Z1, Z0, Z0
	ADDQ      $64, AX
	CMPQ      AX, CX
	JNE       center
	FOLD(VADDPS, Z0, Y0, X0, Y1, X1)
	VDIVSS    X5, X0, X0
	VADDSS    epsilon+40(FP), X0, X0
	VSQRTSS   X0, X0, X0
	VMOVSS    exp<>+44(SB), X1
	VDIVSS    X0, X1, X0
	VBROADCASTSS X0, Z3
	XORQ      AX, AX
scale:
	VMULPS    (SI)(AX*1), Z3, Z1
	VMULPS    (R8)(AX*1), Z1, Z1
	VADDPS    (R9)(AX*1), Z1, Z1
	VMOVUPS   Z1, (SI)(AX*1)
	ADDQ      $64, AX
	CMPQ      AX, CX
	JNE       scale
	VZEROUPPER
	RET
