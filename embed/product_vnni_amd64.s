//go:build !purego

// Products of 1 to 6 rows of activations with a panel of 64 columns, by AVX-512 VNNI. VPDPBUSD multiplies the four bytes
// of a row with those of a column and adds the products to the sum: exact in 32 bits.
//
// Z0-Z23   sums: row i has columns 0-15 in Z(4i), 16-31 in Z(4i+1) and so on
// Z24-Z27  four rows of the panel; Z28 the four bytes of one row of activations, broadcast; Z29 is free

#include "go_asm.h"
#include "textflag.h"
#include "tile_amd64.h"
#include "store_amd64.h"

#define WEIGHTS(u) \
	VMOVDQU32 (256*u)(SI), Z24     \
	VMOVDQU32 (256*u+64)(SI), Z25  \
	VMOVDQU32 (256*u+128)(SI), Z26 \
	VMOVDQU32 (256*u+192)(SI), Z27 \
	PREFETCHT0 (64*u)(R13)

#define ROW(bytes, S0, S1, S2, S3) \
	VPBROADCASTD bytes, Z28 \
	VPDPBUSD     Z24, Z28, S0 \
	VPDPBUSD     Z25, Z28, S1 \
	VPDPBUSD     Z26, Z28, S2 \
	VPDPBUSD     Z27, Z28, S3

#define ROWS1(u) WEIGHTS(u) ROW((4*u)(AX), Z0, Z1, Z2, Z3)
#define ROWS2(u) ROWS1(u) ROW((4*u)(AX)(BX*1), Z4, Z5, Z6, Z7)
#define ROWS3(u) ROWS2(u) ROW((4*u)(AX)(BX*2), Z8, Z9, Z10, Z11)
#define ROWS4(u) ROWS3(u) ROW((4*u)(DX), Z12, Z13, Z14, Z15)
#define ROWS5(u) ROWS4(u) ROW((4*u)(DX)(BX*1), Z16, Z17, Z18, Z19)
#define ROWS6(u) ROWS5(u) ROW((4*u)(DX)(BX*2), Z20, Z21, Z22, Z23)

#define STEP1 ROWS1(0) ROWS1(1) ROWS1(2) ROWS1(3)
#define STEP2 ROWS2(0) ROWS2(1) ROWS2(2) ROWS2(3)
#define STEP3 ROWS3(0) ROWS3(1) ROWS3(2) ROWS3(3)
#define STEP4 ROWS4(0) ROWS4(1) ROWS4(2) ROWS4(3)
#define STEP5 ROWS5(0) ROWS5(1) ROWS5(2) ROWS5(3)
#define STEP6 ROWS6(0) ROWS6(1) ROWS6(2) ROWS6(3)

#define STORES1 STORE(Z0, Z1, Z2, Z3)
#define STORES2 STORES1 STORE(Z4, Z5, Z6, Z7)
#define STORES3 STORES2 STORE(Z8, Z9, Z10, Z11)
#define STORES4 STORES3 STORE(Z12, Z13, Z14, Z15)
#define STORES5 STORES4 STORE(Z16, Z17, Z18, Z19)
#define STORES6 STORES5 STORE(Z20, Z21, Z22, Z23)

#define CLEAR(S0, S1, S2, S3) \
	VPXORD S0, S0, S0 \
	VPXORD S1, S1, S1 \
	VPXORD S2, S2, S2 \
	VPXORD S3, S3, S3
#define CLEARS1 CLEAR(Z0, Z1, Z2, Z3)
#define CLEARS2 CLEARS1 CLEAR(Z4, Z5, Z6, Z7)
#define CLEARS3 CLEARS2 CLEAR(Z8, Z9, Z10, Z11)
#define CLEARS4 CLEARS3 CLEAR(Z12, Z13, Z14, Z15)
#define CLEARS5 CLEARS4 CLEAR(Z16, Z17, Z18, Z19)
#define CLEARS6 CLEARS5 CLEAR(Z20, Z21, Z22, Z23)

// func vnniTile1(t *tile)
TEXT ·vnniTile1(SB), NOSPLIT, $0-8
	TILES(1, 16, CLEARS1, STEP1, STORES1)

// func vnniTile2(t *tile)
TEXT ·vnniTile2(SB), NOSPLIT, $0-8
	TILES(2, 16, CLEARS2, STEP2, STORES2)

// func vnniTile3(t *tile)
TEXT ·vnniTile3(SB), NOSPLIT, $0-8
	TILES(3, 16, CLEARS3, STEP3, STORES3)

// func vnniTile4(t *tile)
TEXT ·vnniTile4(SB), NOSPLIT, $0-8
	TILES(4, 16, CLEARS4, STEP4, STORES4)

// func vnniTile5(t *tile)
TEXT ·vnniTile5(SB), NOSPLIT, $0-8
	TILES(5, 16, CLEARS5, STEP5, STORES5)

// func vnniTile6(t *tile)
TEXT ·vnniTile6(SB), NOSPLIT, $0-8
	TILES(6, 16, CLEARS6, STEP6, STORES6)
