//go:build !purego

// Products of 1 to 6 rows of activations, widened to 16 bits, with 8 columns of a panel, by AVX2. VPMADDUBSW would take
// bytes, but its sums of 16 bits overflow; so the weights are widened too, and VPMADDWD multiplies the four numbers of a
// row and a column into two sums: exact in 32 bits.
//
// Y0-Y11   sums: row r has columns 0-3 in Y(2r), two sums each, and 4-7 in Y(2r+1)
// Y12, Y13 four rows of the panel; Y14 the four numbers of one row of activations, repeated; Y15 products

#include "go_asm.h"
#include "textflag.h"
#include "tile_amd64.h"

#define FOUR 8

#define SUMS0(DO, numbers) DO(numbers, Y0, Y1)
#define SUMS1(DO, numbers) DO(numbers, Y2, Y3)
#define SUMS2(DO, numbers) DO(numbers, Y4, Y5)
#define SUMS3(DO, numbers) DO(numbers, Y6, Y7)
#define SUMS4(DO, numbers) DO(numbers, Y8, Y9)
#define SUMS5(DO, numbers) DO(numbers, Y10, Y11)

#define CLEAR(_, S0, S1) \
	VPXOR S0, S0, S0 \
	VPXOR S1, S1, S1

#define WEIGHTS(i) \
	VPMOVSXBW (256*i)(SI), Y12    \
	VPMOVSXBW (256*i+16)(SI), Y13

#define ADD(numbers, S0, S1) \
	VPBROADCASTQ numbers, Y14  \
	VPMADDWD     Y14, Y12, Y15 \
	VPADDD       Y15, S0, S0   \
	VPMADDWD     Y14, Y13, Y14 \
	VPADDD       Y14, S1, S1

// The two sums of each column become one first.
#define STORE(_, S0, S1) \
	VPHADDD S1, S0, S0            \
	VPERMQ  $0xD8, S0, S0         \
	LOADROW(Y14, Y13)             \
	RESULTS(0, S0, Y14, Y13, Y15) \
	NEXTROW

// func avx2Tiles(t *tile)
TEXT ·avx2Tiles(SB), NOSPLIT, $0-8
	PRODUCT
