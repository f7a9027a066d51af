// What the products of AVX2 and of AVX-512 VNNI share: one loop over tiles of 1 to 6 rows. A tile is some rows of
// activations and the columns of a panel that the kernel takes at once; registers keep its sums.
//
// AX, DX   activations of rows 0 and 3; BX to the next row; R14 of the tile's first row
// SI       the panel; R10 where it begins
// R8, R15  results and bias of the tile's first row; R9 results of the next row
// R12      4 · the row, for rowScale and zero
// CX       steps left; R11 tiles left
// R13      the next panel, a quarter of which a tile may fetch ahead: texts are short, and the weights lie far away
//
// The file that includes this defines
//
// FOUR                 bytes that four activations of a row take
// WEIGHTS(i)           loads rows 4i to 4i+3 of the 16 of a step
// SUMS0 … SUMS5        SUMSr(DO, numbers) is DO(numbers, …) with the registers that have the sums of row r
// CLEAR(_, …)          sets the sums of a row to 0
// ADD(numbers, …)      adds to them the products of a row's four numbers in memory with what WEIGHTS loaded
// STORE(_, …)          stores them; it finds rowScale and zero in AX and DX, colScale and the columns' sums in SI and CX

// STEP is the bytes of a step of a panel.
#define STEP (const_panelSteps*const_panelWidth)

// EACHn does something for each of the n rows of a tile, with their activations from `at` bytes on.
#define EACH1(DO, at) SUMS0(DO, (at)(AX))
#define EACH2(DO, at) EACH1(DO, at) SUMS1(DO, (at)(AX)(BX*1))
#define EACH3(DO, at) EACH2(DO, at) SUMS2(DO, (at)(AX)(BX*2))
#define EACH4(DO, at) EACH3(DO, at) SUMS3(DO, (at)(DX))
#define EACH5(DO, at) EACH4(DO, at) SUMS4(DO, (at)(DX)(BX*1))
#define EACH6(DO, at) EACH5(DO, at) SUMS5(DO, (at)(DX)(BX*2))

// PRODUCT is the whole function of a *tile: it goes to the loop for tiles of as many rows.
#define PRODUCT \
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
	IMUL3Q $STEP, R13, R13    \
	ADDQ R10, R13             \
	MOVQ tile_height(DI), AX  \
	CMPQ AX, $1               \
	JEQ  tiles1               \
	CMPQ AX, $2               \
	JEQ  tiles2               \
	CMPQ AX, $3               \
	JEQ  tiles3               \
	CMPQ AX, $4               \
	JEQ  tiles4               \
	CMPQ AX, $5               \
	JEQ  tiles5               \
	TILES(tiles6, steps6, 6, EACH6) \
	TILES(tiles5, steps5, 5, EACH5) \
	TILES(tiles4, steps4, 4, EACH4) \
	TILES(tiles3, steps3, 3, EACH3) \
	TILES(tiles2, steps2, 2, EACH2) \
	TILES(tiles1, steps1, 1, EACH1)

// TILES is the loop over tiles of `height` rows; EACH is that of as many.
#define TILES(tiles, steps, height, EACH) \
tiles:                         \
	MOVQ R14, AX               \
	LEAQ (AX)(BX*2), DX        \
	ADDQ BX, DX                \
	MOVQ R10, SI               \
	MOVQ tile_steps(DI), CX    \
	EACH(CLEAR, 0)             \
steps:                         \
	WEIGHTS(0)                 \
	EACH(ADD, 0*FOUR)          \
	WEIGHTS(1)                 \
	EACH(ADD, 1*FOUR)          \
	WEIGHTS(2)                 \
	EACH(ADD, 2*FOUR)          \
	WEIGHTS(3)                 \
	EACH(ADD, 3*FOUR)          \
	ADDQ $(4*FOUR), AX         \
	ADDQ $(4*FOUR), DX         \
	ADDQ $STEP, SI             \
	ADDQ $(STEP/4), R13        \
	DECQ CX                    \
	JNZ  steps                 \
	MOVQ tile_rowScale(DI), AX \
	MOVQ tile_zero(DI), DX     \
	MOVQ tile_colScale(DI), SI \
	MOVQ tile_sums(DI), CX     \
	EACH(STORE, 0)             \
	IMUL3Q $height, BX, AX     \
	ADDQ AX, R14               \
	DECQ R11                   \
	JNZ  tiles                 \
	VZEROUPPER                 \
	RET

// LOADROW loads what the results of a row need: its zero point and its scale.
#define LOADROW(ZERO, SCALE) \
	VPBROADCASTD (DX)(R12*1), ZERO \
	VBROADCASTSS (AX)(R12*1), SCALE

// RESULTS takes the zero point off the sums in S, scales them, adds the bias and stores them, `at` bytes into the row. T
// is clobbered.
#define RESULTS(at, S, ZERO, SCALE, T) \
	VPMULLD   (at)(CX), ZERO, T \
	VPSUBD    T, S, S           \
	VCVTDQ2PS S, S              \
	VMULPS    SCALE, S, S       \
	VMULPS    (at)(SI), S, S    \
	VADDPS    (at)(R15), S, S   \
	VMOVUPS   S, (at)(R8)

// NEXTROW ends the store of a row.
#define NEXTROW \
	ADDQ $4, R12                  \
	ADDQ R9, R8                   \
	ADDQ tile_biasStride(DI), R15
