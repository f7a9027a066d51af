//go:build !purego

// Products of 2 to 6 rows of 16-bit activations with a panel of 16 columns of weights, by AVX-512 VNNI. VPDPWSSD
// multiplies the pairs of a row and a column and adds both products to the sum: exact in 32 bits, like VPMADDWD and
// VPADDD, so the bits are those of AVX2. An instruction takes five cycles and two begin in each, hence two sums a row.
//
// Z0-Z5    sums of rows 0-5, 16 columns each, over even pairs of rows of the panel
// Z6-Z11   the same over odd pairs
// Z12-Z15  four pairs of rows of the panel; Z12 is the scale of a row in the end

#include "go_asm.h"
#include "textflag.h"

// Weights of the u-th pair, 16 bits each, or 8 bits widened.
#define VWEIGHTS16(u, W) VMOVDQU32 (64*u)(SI), W
#define VWEIGHTS8(u, W) VPMOVSXBW (32*u)(SI), W

// The pairs of up to six rows, each broadcast.
#define VROWS1(u, W, S0, S1, S2, S3, S4, S5) VPDPWSSD.BCST (4*u)(AX), W, S0
#define VROWS2(u, W, S0, S1, S2, S3, S4, S5) VROWS1(u, W, S0, S1, S2, S3, S4, S5) \
	VPDPWSSD.BCST (4*u)(AX)(BX*1), W, S1
#define VROWS3(u, W, S0, S1, S2, S3, S4, S5) VROWS2(u, W, S0, S1, S2, S3, S4, S5) \
	VPDPWSSD.BCST (4*u)(AX)(BX*2), W, S2
#define VROWS4(u, W, S0, S1, S2, S3, S4, S5) VROWS3(u, W, S0, S1, S2, S3, S4, S5) \
	VPDPWSSD.BCST (4*u)(DX), W, S3
#define VROWS5(u, W, S0, S1, S2, S3, S4, S5) VROWS4(u, W, S0, S1, S2, S3, S4, S5) \
	VPDPWSSD.BCST (4*u)(DX)(BX*1), W, S4
#define VROWS6(u, W, S0, S1, S2, S3, S4, S5) VROWS5(u, W, S0, S1, S2, S3, S4, S5) \
	VPDPWSSD.BCST (4*u)(DX)(BX*2), W, S5

// Add both sums, scale, add the bias and store a row; on to the next row.
#define VSTORE(S0, S1) \
	VPADDD       S1, S0, S0    \
	VBROADCASTSS (R12), Z12    \
	VCVTDQ2PS    S0, S0        \
	VMULPS       Z12, S0, S0   \
	VMULPS       (R13), S0, S0 \
	VADDPS       (R15), S0, S0 \
	VMOVUPS      S0, (R8)      \
	ADDQ         $4, R12       \
	ADDQ         R9, R8

#define VSTORE1 VSTORE(Z0, Z6)
#define VSTORE2 VSTORE1 VSTORE(Z1, Z7)
#define VSTORE3 VSTORE2 VSTORE(Z2, Z8)
#define VSTORE4 VSTORE3 VSTORE(Z3, Z9)
#define VSTORE5 VSTORE4 VSTORE(Z4, Z10)
#define VSTORE6 VSTORE5 VSTORE(Z5, Z11)

#define VCLEAR(S0, S1) \
	VPXORD S0, S0, S0 \
	VPXORD S1, S1, S1

// A function for tiles of `rows` rows: WEIGHTS is their macro, SIZE the bytes of 4 pairs of rows of the panel.
#define VTILES(rows, WEIGHTS, SIZE, ROWS, STORES) \
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
	VCLEAR(Z0, Z6)            \
	VCLEAR(Z1, Z7)            \
	VCLEAR(Z2, Z8)            \
	VCLEAR(Z3, Z9)            \
	VCLEAR(Z4, Z10)           \
	VCLEAR(Z5, Z11)           \
steps:                        \
	WEIGHTS(0, Z12)           \
	ROWS(0, Z12, Z0, Z1, Z2, Z3, Z4, Z5) \
	WEIGHTS(1, Z13)           \
	ROWS(1, Z13, Z6, Z7, Z8, Z9, Z10, Z11) \
	WEIGHTS(2, Z14)           \
	ROWS(2, Z14, Z0, Z1, Z2, Z3, Z4, Z5) \
	WEIGHTS(3, Z15)           \
	ROWS(3, Z15, Z6, Z7, Z8, Z9, Z10, Z11) \
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

// func vnniTile2x8(t *tile)
TEXT ·vnniTile2x8(SB), NOSPLIT, $0-8
	VTILES(2, VWEIGHTS8, 128, VROWS2, VSTORE2)

// func vnniTile2x16(t *tile)
TEXT ·vnniTile2x16(SB), NOSPLIT, $0-8
	VTILES(2, VWEIGHTS16, 256, VROWS2, VSTORE2)

// func vnniTile3x8(t *tile)
TEXT ·vnniTile3x8(SB), NOSPLIT, $0-8
	VTILES(3, VWEIGHTS8, 128, VROWS3, VSTORE3)

// func vnniTile3x16(t *tile)
TEXT ·vnniTile3x16(SB), NOSPLIT, $0-8
	VTILES(3, VWEIGHTS16, 256, VROWS3, VSTORE3)

// func vnniTile4x8(t *tile)
TEXT ·vnniTile4x8(SB), NOSPLIT, $0-8
	VTILES(4, VWEIGHTS8, 128, VROWS4, VSTORE4)

// func vnniTile4x16(t *tile)
TEXT ·vnniTile4x16(SB), NOSPLIT, $0-8
	VTILES(4, VWEIGHTS16, 256, VROWS4, VSTORE4)

// func vnniTile5x8(t *tile)
TEXT ·vnniTile5x8(SB), NOSPLIT, $0-8
	VTILES(5, VWEIGHTS8, 128, VROWS5, VSTORE5)

// func vnniTile5x16(t *tile)
TEXT ·vnniTile5x16(SB), NOSPLIT, $0-8
	VTILES(5, VWEIGHTS16, 256, VROWS5, VSTORE5)

// func vnniTile6x8(t *tile)
TEXT ·vnniTile6x8(SB), NOSPLIT, $0-8
	VTILES(6, VWEIGHTS8, 128, VROWS6, VSTORE6)

// func vnniTile6x16(t *tile)
TEXT ·vnniTile6x16(SB), NOSPLIT, $0-8
	VTILES(6, VWEIGHTS16, 256, VROWS6, VSTORE6)
