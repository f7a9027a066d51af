//go:build !purego

// The vector functions of vector_amd64.h and curves_amd64.h by AVX-512: 16 numbers are one register, and constants are repeated as they are
// read (BCST).

#include "textflag.h"

#define CONSTANT(name, value) \
	DATA name<>+0(SB)/4, value \
	GLOBL name<>(SB), RODATA|NOPTR, $4
#include "vector_constants.h"

#define SIXTEEN(STEP) STEP(0, Z0, Z1, Z2, Z3, Z4, Z5)
#define HALVE(OP, S, LOW, HIGH) \
	VEXTRACTF64X4 $1, S, HIGH \
	OP HIGH, LOW, LOW
#define WITH(OP, name, x, d) OP.BCST name<>(SB), x, d
#define SCALAR Z6
#define ZERO Z7

#define STOREBYTES \
	VPMOVUSDB Z0, (R8) \
	ADDQ      $16, R8

#define STOREHALVES \
	VPMOVDB Z0, (R9)   \
	VPSRLD  $8, Z0, Z0 \
	VPMOVDB Z0, (R8)   \
	ADDQ    $16, R8    \
	ADDQ    $16, R9

#include "vector_amd64.h"
#include "curves_amd64.h"

TEXT ·extentAVX512(SB), NOSPLIT, $0-56
	EXTENT

TEXT ·toBytesAVX512(SB), NOSPLIT, $0-80
	TOBYTES

TEXT ·splitAVX512(SB), NOSPLIT, $0-72
	SPLIT

TEXT ·dotAVX512(SB), NOSPLIT, $0-52
	DOT

TEXT ·addScaledAVX512(SB), NOSPLIT, $0-52
	ADDSCALED

TEXT ·expsAVX512(SB), NOSPLIT, $0-28
	EXPS

TEXT ·geluAVX512(SB), NOSPLIT, $0-24
	GELU

TEXT ·addNormAVX512(SB), NOSPLIT, $0-96
	ADDNORM
