//go:build !purego

// Products of 32 rows of activations with a panel of 64 columns, by AMX. TDPBUSD multiplies 16 rows of 64 unsigned bytes
// with 16 columns of 64 signed ones, 8 times what VPDPBUSD does in the same time, and to the same sums. Go's assembler has
// no names for its instructions: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2.
//
// T0-T3    sums: rows 0-15 with columns 0-15 and 16-31 of a half of the panel, then rows 16-31
// T4, T5   64 activations of rows 0-15 and 16-31
// T6, T7   64 rows of the panel, 16 columns each
//
// The general registers are those of tile_amd64.h, but for DX, rows 16-31, R11, what is left, CX, from a step of the panel
// to the next, and R13, which is free. The last tile may have rows that are read and multiplied but not stored.

#include "go_asm.h"
#include "textflag.h"
#include "tile_amd64.h"
#include "store_amd64.h"

// Palette 1; 64 bytes and 16 rows for each of the 8 tiles.
DATA amxshape<>+0(SB)/8, $1
DATA amxshape<>+8(SB)/8, $0
DATA amxshape<>+16(SB)/8, $0x0040004000400040
DATA amxshape<>+24(SB)/8, $0x0040004000400040
DATA amxshape<>+32(SB)/8, $0
DATA amxshape<>+40(SB)/8, $0
DATA amxshape<>+48(SB)/8, $0x1010101010101010
DATA amxshape<>+56(SB)/8, $0
GLOBL amxshape<>(SB), RODATA|NOPTR, $64

#define VEX(prefix, opcode) BYTE $0xC4; BYTE $0xE2; BYTE $(prefix); BYTE $(opcode)
#define LDTILECFG_AX VEX(0x78, 0x49); BYTE $0x00
#define TILERELEASE VEX(0x78, 0x49); BYTE $0xC0
#define TILEZERO(t) VEX(0x7B, 0x49); BYTE $(0xC0 | ((t)<<3))
#define TDPBUSD(b, a, c) VEX(0x79 - ((b)<<3), 0x5E); BYTE $(0xC0 | ((c)<<3) | (a)) // c += a · b

// Rows at SIB, a base and the distance of rows, and 32 bits of displacement.
#define TILELOADD(SIB, at, t) VEX(0x7B, 0x4B); BYTE $(0x84 | ((t)<<3)); BYTE $(SIB); LONG $(at)
#define TILESTORED(t, SIB, at) VEX(0x7A, 0x4B); BYTE $(0x84 | ((t)<<3)); BYTE $(SIB); LONG $(at)
#define AX_BX 0x18
#define DX_BX 0x1A
#define SI_CX 0x0E
#define AX_CX 0x08

// HALF leaves the sums of 32 columns, `at` bytes into a step of the panel and into a row of sums.
#define HALF(steps, at) \
	MOVQ R14, AX              \
	MOVQ BX, DX               \
	SHLQ $4, DX               \
	ADDQ R14, DX              \
	LEAQ at(R10), SI          \
	MOVQ tile_steps(DI), R11  \
	TILEZERO(0)               \
	TILEZERO(1)               \
	TILEZERO(2)               \
	TILEZERO(3)               \
steps:                        \
	TILELOADD(AX_BX, 0, 4)    \
	TILELOADD(SI_CX, 0, 6)    \
	TILELOADD(SI_CX, 64, 7)   \
	TILELOADD(DX_BX, 0, 5)    \
	TDPBUSD(6, 4, 0)          \
	TDPBUSD(7, 4, 1)          \
	TDPBUSD(6, 5, 2)          \
	TDPBUSD(7, 5, 3)          \
	ADDQ $64, AX              \
	ADDQ $64, DX              \
	ADDQ $4096, SI            \
	SUBQ $4, R11              \
	JNZ  steps                \
	MOVQ sums+8(FP), AX       \
	TILESTORED(0, AX_CX, at)      \
	TILESTORED(1, AX_CX, at+64)   \
	TILESTORED(2, AX_CX, at+4096) \
	TILESTORED(3, AX_CX, at+4160)

// func amxTiles(t *tile, sums *[amxRows * panelWidth]int32)
TEXT ·amxTiles(SB), NOSPLIT, $0-16
	LEAQ amxshape<>(SB), AX
	LDTILECFG_AX
	MOVQ t+0(FP), DI
	MOVQ tile_c(DI), R8
	MOVQ tile_cStride(DI), R9
	MOVQ tile_a(DI), R14
	MOVQ tile_aStride(DI), BX
	MOVQ tile_w(DI), R10
	MOVQ tile_bias(DI), R15
	XORQ R12, R12
tiles:
	MOVQ $256, CX
	HALF(left, 0)
	HALF(right, 128)
	MOVQ tile_rowScale(DI), AX
	MOVQ tile_zero(DI), DX
	MOVQ tile_colScale(DI), SI
	MOVQ tile_sums(DI), CX
	MOVQ sums+8(FP), R11
	MOVQ tile_rows(DI), R10
	MOVQ $const_amxRows, R13
	CMPQ R10, R13
	CMOVQGT R13, R10
	SUBQ R10, tile_rows(DI)
	SHLQ $8, R10
	ADDQ R11, R10
rows:
	VMOVDQU32 (R11), Z0
	VMOVDQU32 64(R11), Z1
	VMOVDQU32 128(R11), Z2
	VMOVDQU32 192(R11), Z3
	STORE(_, Z0, Z1, Z2, Z3)
	ADDQ $256, R11
	CMPQ R11, R10
	JNE  rows
	MOVQ tile_w(DI), R10
	MOVQ BX, AX
	SHLQ $5, AX
	ADDQ AX, R14
	DECQ tile_tiles(DI)
	JNZ  tiles
	TILERELEASE
	VZEROUPPER
	RET
