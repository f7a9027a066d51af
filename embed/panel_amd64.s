//go:build !purego

// Products of 1 to 6 rows of 16-bit activations with a panel of 16 columns of weights, by AVX2. VPMADDWD multiplies
// the pairs of a row and a column and adds the two products: exact in 32 bits.
//
// Y0-Y11   sums: row i has columns 0-7 in Y(2i) and 8-15 in Y(2i+1)
// Y12, Y13 a pair of rows of the panel; Y14 the pair of one row of activations, broadcast; Y15 products

#include "go_asm.h"
#include "textflag.h"

// Weights of the u-th pair, 16 bits each, or 8 bits widened.
#define WEIGHTS16(u) \
	VMOVDQU (64*u)(SI), Y12    \
	VMOVDQU (64*u+32)(SI), Y13
#define WEIGHTS8(u) \
	VPMOVSXBW (32*u)(SI), Y12    \
	VPMOVSXBW (32*u+16)(SI), Y13

#define ROW(pair, S0, S1) \
	VPBROADCASTD pair, Y14  \
	VPMADDWD     Y14, Y12, Y15 \
	VPADDD       Y15, S0, S0   \
	VPMADDWD     Y14, Y13, Y14 \
	VPADDD       Y14, S1, S1

#define ROWS1(u) ROW((4*u)(AX), Y0, Y1)
#define ROWS2(u) ROWS1(u) ROW((4*u)(AX)(BX*1), Y2, Y3)
#define ROWS3(u) ROWS2(u) ROW((4*u)(AX)(BX*2), Y4, Y5)
#define ROWS4(u) ROWS3(u) ROW((4*u)(DX), Y6, Y7)
#define ROWS5(u) ROWS4(u) ROW((4*u)(DX)(BX*1), Y8, Y9)
#define ROWS6(u) ROWS5(u) ROW((4*u)(DX)(BX*2), Y10, Y11)

// Scale, add the bias and store a row; on to the next row.
#define STORE(S0, S1) \
	VBROADCASTSS (R12), Y14 \
	VCVTDQ2PS S0, S0        \
	VCVTDQ2PS S1, S1        \
	VMULPS    Y14, S0, S0   \
	VMULPS    Y14, S1, S1   \
	VMULPS    (R13), S0, S0 \
	VMULPS    32(R13), S1, S1 \
	VADDPS    (R15), S0, S0 \
	VADDPS    32(R15), S1, S1 \
	VMOVUPS   S0, (R8)      \
	VMOVUPS   S1, 32(R8)    \
	ADDQ      $4, R12       \
	ADDQ      R9, R8

#define STORE1 STORE(Y0, Y1)
#define STORE2 STORE1 STORE(Y2, Y3)
#define STORE3 STORE2 STORE(Y4, Y5)
#define STORE4 STORE3 STORE(Y6, Y7)
#define STORE5 STORE4 STORE(Y8, Y9)
#define STORE6 STORE5 STORE(Y10, Y11)

#define CLEAR(S0, S1) \
	VPXOR S0, S0, S0 \
	VPXOR S1, S1, S1

// A function for tiles of `rows` rows: STEP is the weights' macro, SIZE the bytes of 4 pairs of rows of the panel.
#define TILES(rows, WEIGHTS, SIZE, ROWS, STORES) \
	MOVQ t+0(FP), DI          \
	MOVQ tile_c(DI), R8       \
	MOVQ tile_cStride(DI), R9 \
	MOVQ tile_a(DI), R14      \
	MOVQ tile_aStride(DI), BX \
	MOVQ tile_w(DI), R10      \
	MOVQ tile_rowScale(DI), R12 \
	MOVQ tile_colScale(DI), R13 \
	MOVQ tile_bias(DI), R15   \
	MOVQ tile_tiles(DI), R11  \
tiles:                        \
	MOVQ R14, AX              \
	LEAQ (AX)(BX*2), DX       \
	ADDQ BX, DX               \
	MOVQ R10, SI              \
	MOVQ tile_steps(DI), CX   \
	CLEAR(Y0, Y1)             \
	CLEAR(Y2, Y3)             \
	CLEAR(Y4, Y5)             \
	CLEAR(Y6, Y7)             \
	CLEAR(Y8, Y9)             \
	CLEAR(Y10, Y11)           \
steps:                        \
	WEIGHTS(0)                \
	ROWS(0)                   \
	WEIGHTS(1)                \
	ROWS(1)                   \
	WEIGHTS(2)                \
	ROWS(2)                   \
	WEIGHTS(3)                \
	ROWS(3)                   \
	ADDQ $16, AX              \
	ADDQ $16, DX              \
	ADDQ $SIZE, SI            \
	DECQ CX                   \
	JNZ  steps                \
	STORES                    \
	IMUL3Q $rows, BX, AX      \
	ADDQ AX, R14              \
	DECQ R11                  \
	JNZ  tiles                \
	VZEROUPPER                \
	RET

// func tile1x8(t *tile)
TEXT ·tile1x8(SB), NOSPLIT, $0-8
	TILES(1, WEIGHTS8, 128, ROWS1, STORE1)

// func tile1x16(t *tile)
TEXT ·tile1x16(SB), NOSPLIT, $0-8
	TILES(1, WEIGHTS16, 256, ROWS1, STORE1)

// func tile2x8(t *tile)
TEXT ·tile2x8(SB), NOSPLIT, $0-8
	TILES(2, WEIGHTS8, 128, ROWS2, STORE2)

// func tile2x16(t *tile)
TEXT ·tile2x16(SB), NOSPLIT, $0-8
	TILES(2, WEIGHTS16, 256, ROWS2, STORE2)

// func tile3x8(t *tile)
TEXT ·tile3x8(SB), NOSPLIT, $0-8
	TILES(3, WEIGHTS8, 128, ROWS3, STORE3)

// func tile3x16(t *tile)
TEXT ·tile3x16(SB), NOSPLIT, $0-8
	TILES(3, WEIGHTS16, 256, ROWS3, STORE3)

// func tile4x8(t *tile)
TEXT ·tile4x8(SB), NOSPLIT, $0-8
	TILES(4, WEIGHTS8, 128, ROWS4, STORE4)

// func tile4x16(t *tile)
TEXT ·tile4x16(SB), NOSPLIT, $0-8
	TILES(4, WEIGHTS16, 256, ROWS4, STORE4)

// func tile5x8(t *tile)
TEXT ·tile5x8(SB), NOSPLIT, $0-8
	TILES(5, WEIGHTS8, 128, ROWS5, STORE5)

// func tile5x16(t *tile)
TEXT ·tile5x16(SB), NOSPLIT, $0-8
	TILES(5, WEIGHTS16, 256, ROWS5, STORE5)

// func tile6x8(t *tile)
TEXT ·tile6x8(SB), NOSPLIT, $0-8
	TILES(6, WEIGHTS8, 128, ROWS6, STORE6)

// func tile6x16(t *tile)
TEXT ·tile6x16(SB), NOSPLIT, $0-8
	TILES(6, WEIGHTS16, 256, ROWS6, STORE6)
