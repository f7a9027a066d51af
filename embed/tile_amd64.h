// What the products of AVX2 and of AVX-512 VNNI share. A tile is some rows of activations and the columns of a panel that
// the kernel takes at once; registers keep its sums.
//
// AX, DX   activations of rows 0 and 3; BX to the next row; R14 of the tile's first row
// SI       the panel; R10 where it begins
// R8, R15  results and bias of the tile's first row; R9 results of the next row
// R12      4 · the row, for rowScale and zero
// CX       steps left; R11 tiles left
// R13      the next panel, a quarter of which a tile may fetch ahead: texts are short, and the weights lie far away

// TILES is a function for tiles of `rows` rows. STEP takes 16 rows of the panel and ADVANCE bytes of each row of
// activations; STORES finds the scales and zero points of the rows in AX and DX, the scales and sums of the columns in SI
// and CX.
#define TILES(rows, ADVANCE, CLEARS, STEP, STORES) \
	MOVQ t+0(FP), DI          \
	MOVQ tile_c(DI), R8       \
	MOVQ tile_cStride(DI), R9 \
	MOVQ tile_a(DI), R14      \
	MOVQ tile_aStride(DI), BX \
	MOVQ tile_w(DI), R10      \
	MOVQ tile_bias(DI), R15   \
	MOVQ tile_tiles(DI), R11  \
	XORQ R12, R12             \
	MOVQ tile_steps(DI), R13  \
	SHLQ $10, R13             \
	ADDQ R10, R13             \
tiles:                        \
	MOVQ R14, AX              \
	LEAQ (AX)(BX*2), DX       \
	ADDQ BX, DX               \
	MOVQ R10, SI              \
	MOVQ tile_steps(DI), CX   \
	CLEARS                    \
steps:                        \
	STEP                      \
	ADDQ $ADVANCE, AX         \
	ADDQ $ADVANCE, DX         \
	ADDQ $1024, SI            \
	ADDQ $256, R13            \
	DECQ CX                   \
	JNZ  steps                \
	MOVQ tile_rowScale(DI), AX \
	MOVQ tile_zero(DI), DX    \
	MOVQ tile_colScale(DI), SI \
	MOVQ tile_sums(DI), CX    \
	STORES                    \
	IMUL3Q $rows, BX, AX      \
	ADDQ AX, R14              \
	DECQ R11                  \
	JNZ  tiles                \
	VZEROUPPER                \
	RET

// NEXTROW ends the store of a row.
#define NEXTROW \
	ADDQ $4, R12                  \
	ADDQ R9, R8                   \
	ADDQ tile_biasStride(DI), R15
