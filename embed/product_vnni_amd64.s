//go:build !purego

// Products of 1 to 6 rows of activations with a panel of 64 columns, by AVX-512 VNNI. VPDPBUSD multiplies the four bytes
// of a row with those of a column and adds the products to the sum: exact in 32 bits.
//
// Z0-Z23   sums: row r has columns 0-15 in Z(4r), 16-31 in Z(4r+1) and so on
// Z24-Z27  four rows of the panel; Z28 the four bytes of one row of activations, broadcast; Z29 is free

#include "go_asm.h"
#include "textflag.h"
#include "tile_amd64.h"
#include "store_amd64.h"

#define FOUR 4

#define SUMS0(DO, numbers) DO(numbers, Z0, Z1, Z2, Z3)
#define SUMS1(DO, numbers) DO(numbers, Z4, Z5, Z6, Z7)
#define SUMS2(DO, numbers) DO(numbers, Z8, Z9, Z10, Z11)
#define SUMS3(DO, numbers) DO(numbers, Z12, Z13, Z14, Z15)
#define SUMS4(DO, numbers) DO(numbers, Z16, Z17, Z18, Z19)
#define SUMS5(DO, numbers) DO(numbers, Z20, Z21, Z22, Z23)

#define CLEAR(_, S0, S1, S2, S3) \
	VPXORD S0, S0, S0 \
	VPXORD S1, S1, S1 \
	VPXORD S2, S2, S2 \
	VPXORD S3, S3, S3

#define WEIGHTS(i) \
	VMOVDQU32 (256*i)(SI), Z24     \
	VMOVDQU32 (256*i+64)(SI), Z25  \
	VMOVDQU32 (256*i+128)(SI), Z26 \
	VMOVDQU32 (256*i+192)(SI), Z27 \
	PREFETCHT0 (64*i)(R13)

#define ADD(numbers, S0, S1, S2, S3) \
	VPBROADCASTD numbers, Z28 \
	VPDPBUSD     Z24, Z28, S0 \
	VPDPBUSD     Z25, Z28, S1 \
	VPDPBUSD     Z26, Z28, S2 \
	VPDPBUSD     Z27, Z28, S3

// func vnniTiles(t *tile)
TEXT ·vnniTiles(SB), NOSPLIT, $0-8
	PRODUCT
