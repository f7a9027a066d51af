//go:build !purego

// Products of 1 to 6 rows of activations, widened to 16 bits, with 8 columns of a panel, by AVX2. VPMADDUBSW would take
// bytes, but its sums of 16 bits overflow; so the weights are widened too, and VPMADDWD multiplies the four numbers of a
// row and a column into two sums: exact in 32 bits.
//
// Y0-Y11   sums: row i has columns 0-3 in Y(2i), two sums each, and 4-7 in Y(2i+1)
// Y12, Y13 four rows of the panel; Y14 the four numbers of one row of activations, repeated; Y15 products

#include "go_asm.h"
#include "textflag.h"
#include "tile_amd64.h"

#define WEIGHTS(u) \
	VPMOVSXBW (256*u)(SI), Y12    \
	VPMOVSXBW (256*u+16)(SI), Y13

#define ROW(numbers, S0, S1) \
	VPBROADCASTQ numbers, Y14  \
	VPMADDWD     Y14, Y12, Y15 \
	VPADDD       Y15, S0, S0   \
	VPMADDWD     Y14, Y13, Y14 \
	VPADDD       Y14, S1, S1

#define ROWS1(u) WEIGHTS(u) ROW((8*u)(AX), Y0, Y1)
#define ROWS2(u) ROWS1(u) ROW((8*u)(AX)(BX*1), Y2, Y3)
#define ROWS3(u) ROWS2(u) ROW((8*u)(AX)(BX*2), Y4, Y5)
#define ROWS4(u) ROWS3(u) ROW((8*u)(DX), Y6, Y7)
#define ROWS5(u) ROWS4(u) ROW((8*u)(DX)(BX*1), Y8, Y9)
#define ROWS6(u) ROWS5(u) ROW((8*u)(DX)(BX*2), Y10, Y11)

#define STEP1 ROWS1(0) ROWS1(1) ROWS1(2) ROWS1(3)
#define STEP2 ROWS2(0) ROWS2(1) ROWS2(2) ROWS2(3)
#define STEP3 ROWS3(0) ROWS3(1) ROWS3(2) ROWS3(3)
#define STEP4 ROWS4(0) ROWS4(1) ROWS4(2) ROWS4(3)
#define STEP5 ROWS5(0) ROWS5(1) ROWS5(2) ROWS5(3)
#define STEP6 ROWS6(0) ROWS6(1) ROWS6(2) ROWS6(3)

// Add the two sums of each column, take off the zero point, scale, add the bias and store a row.
#define STORE(S0, S1) \
	VPHADDD      S1, S0, S0     \
	VPERMQ       $0xD8, S0, S0  \
	VPBROADCASTD (DX)(R12*1), Y14 \
	VPMULLD      (CX), Y14, Y14 \
	VPSUBD       Y14, S0, S0    \
	VCVTDQ2PS    S0, S0         \
	VBROADCASTSS (AX)(R12*1), Y14 \
	VMULPS       Y14, S0, S0    \
	VMULPS       (SI), S0, S0   \
	VADDPS       (R15), S0, S0  \
	VMOVUPS      S0, (R8)       \
	NEXTROW

#define STORES1 STORE(Y0, Y1)
#define STORES2 STORES1 STORE(Y2, Y3)
#define STORES3 STORES2 STORE(Y4, Y5)
#define STORES4 STORES3 STORE(Y6, Y7)
#define STORES5 STORES4 STORE(Y8, Y9)
#define STORES6 STORES5 STORE(Y10, Y11)

#define CLEAR(S0, S1) \
	VPXOR S0, S0, S0 \
	VPXOR S1, S1, S1
#define CLEARS1 CLEAR(Y0, Y1)
#define CLEARS2 CLEARS1 CLEAR(Y2, Y3)
#define CLEARS3 CLEARS2 CLEAR(Y4, Y5)
#define CLEARS4 CLEARS3 CLEAR(Y6, Y7)
#define CLEARS5 CLEARS4 CLEAR(Y8, Y9)
#define CLEARS6 CLEARS5 CLEAR(Y10, Y11)

// func avx2Tile1(t *tile)
TEXT ·avx2Tile1(SB), NOSPLIT, $0-8
	TILES(1, 32, CLEARS1, STEP1, STORES1)

// func avx2Tile2(t *tile)
TEXT ·avx2Tile2(SB), NOSPLIT, $0-8
	TILES(2, 32, CLEARS2, STEP2, STORES2)

// func avx2Tile3(t *tile)
TEXT ·avx2Tile3(SB), NOSPLIT, $0-8
	TILES(3, 32, CLEARS3, STEP3, STORES3)

// func avx2Tile4(t *tile)
TEXT ·avx2Tile4(SB), NOSPLIT, $0-8
	TILES(4, 32, CLEARS4, STEP4, STORES4)

// func avx2Tile5(t *tile)
TEXT ·avx2Tile5(SB), NOSPLIT, $0-8
	TILES(5, 32, CLEARS5, STEP5, STORES5)

// func avx2Tile6(t *tile)
TEXT ·avx2Tile6(SB), NOSPLIT, $0-8
	TILES(6, 32, CLEARS6, STEP6, STORES6)
