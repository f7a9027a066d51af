//go:build !purego

// The vector functions of vector_amd64.h and curves_amd64.h by AVX2: 16 numbers are two registers, and constants are read where they lie.

#include "textflag.h"

#define CONSTANT(name, value) \
	DATA name<>+0(SB)/4, value \
	DATA name<>+4(SB)/4, value \
	DATA name<>+8(SB)/4, value \
	DATA name<>+12(SB)/4, value \
	DATA name<>+16(SB)/4, value \
	DATA name<>+20(SB)/4, value \
	DATA name<>+24(SB)/4, value \
	DATA name<>+28(SB)/4, value \
	GLOBL name<>(SB), RODATA|NOPTR, $32
#include "vector_constants.h"
CONSTANT(lowbytes, $0x00ff00ff)

#define SIXTEEN(STEP) \
	STEP(0, Y0, Y1, Y4, Y5, Y6, Y7)    \
	STEP(32, Y2, Y3, Y8, Y9, Y10, Y11)
#define HALVE(OP, S, LOW, HIGH) OP HIGH, LOW, LOW
#define WITH(OP, name, x, d) OP name<>(SB), x, d
#define SCALAR Y12
#define ZERO Y13

#define STOREBYTES \
	VPACKSSDW    Y2, Y0, Y0    \
	VPERMQ       $0xD8, Y0, Y0 \
	VEXTRACTI128 $1, Y0, X1    \
	VPACKUSWB    X1, X0, X0    \
	VMOVDQU      X0, (R8)      \
	ADDQ         $16, R8

// Packing goes lane by lane: VPACKUSWB leaves low bytes of 0-3 and 8-11, high ones of 0-3 and 8-11, then the same of 4-7 and
// 12-15.
#define STOREHALVES \
	VPACKUSDW    Y2, Y0, Y0             \
	VPAND        lowbytes<>(SB), Y0, Y1 \
	VPSRLW       $8, Y0, Y0             \
	VPACKUSWB    Y0, Y1, Y0             \
	VPERMQ       $0xD8, Y0, Y0          \
	VPSHUFD      $0xD8, Y0, Y0          \
	VMOVDQU      X0, (R9)               \
	VEXTRACTI128 $1, Y0, (R8)           \
	ADDQ         $16, R8                \
	ADDQ         $16, R9

#include "vector_amd64.h"
#include "curves_amd64.h"

TEXT ·extentAVX2(SB), NOSPLIT, $0-56
	EXTENT

TEXT ·toBytesAVX2(SB), NOSPLIT, $0-80
	TOBYTES

TEXT ·splitAVX2(SB), NOSPLIT, $0-72
	SPLIT

TEXT ·dotAVX2(SB), NOSPLIT, $0-52
	DOT

TEXT ·addScaledAVX2(SB), NOSPLIT, $0-52
	ADDSCALED

TEXT ·expsAVX2(SB), NOSPLIT, $0-28
	EXPS

TEXT ·geluAVX2(SB), NOSPLIT, $0-24
	GELU

TEXT ·addNormAVX2(SB), NOSPLIT, $0-96
	ADDNORM
