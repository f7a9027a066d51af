// The vector functions of amd64, bit for bit those of kernels_portable.go: the same steps in the same order, sums in
// sixteen lanes, no fused multiply-add. Each stands here once, for AVX2 and for AVX-512: it is written as a step for the
// numbers of one register, and SIXTEEN does the step for 16 numbers.
//
// STEP(at, S, T, A, B, C, D):
//
//   at          where its numbers lie, in bytes from SI and DI
//   S, T        registers that keep what they have from one step to the next, such as sums: for AVX2 one pair for lanes
//               0-7, another for lanes 8-15
//   A, B, C, D  registers for its own use
//
// The file that includes this defines
//
//   SIXTEEN(STEP)             STEP for 16 numbers: once with Z0 and Z1; or with Y0 and Y1, then with Y2 and Y3
//   HALVE(OP, S, LOW, HIGH)   LOW = lanes 0-7 of S OP lanes 8-15; LOW is the lower half of S, HIGH is clobbered
//   WITH(OP, name, x, d)      d = x OP a constant
//   SCALAR, ZERO              registers for a number and for an integer, repeated
//   STOREBYTES                stores S, 16 integers, as unsigned bytes, 255 at most, at R8 and advances it
//   STOREHALVES               stores the high bytes of S, 16 integers of 16 bits, at R8, the low ones at R9, and advances both
//
// SI and DI point to the vectors, R8 and R9 to more of them; CX counts the numbers that are left. Macros that stand side by
// side on a line need a body that begins on a line of its own.

// LOOP does BODY for each 16 numbers. It begins at a multiple of 32 bytes, since the shortest bodies took half as long again
// where it did not.
#define LOOP(label, BODY) \
	PCALIGN $32  \
label:               \
	BODY         \
	ADDQ $64, SI \
	ADDQ $64, DI \
	SUBQ $16, CX \
	JNZ  label

// FOLD folds 16 lanes into the lowest: 8 + 8, 4 + 4, 2 + 2, 1 + 1. FOLDS does so for S, into X0, FOLDT for T, into X1. What
// steps use for themselves is clobbered.
#define FOLD(OP, S, LOW, HIGH, X, XHIGH) \
	HALVE(OP, S, LOW, HIGH)         \
	VEXTRACTF128 $1, LOW, XHIGH     \
	OP           XHIGH, X, X        \
	VSHUFPS      $0xEE, X, X, XHIGH \
	OP           XHIGH, X, X        \
	VSHUFPS      $0x55, X, X, XHIGH \
	OP           XHIGH, X, X
#define FOLDS(OP) FOLD(OP, Z0, Y0, Y2, X0, X2)
#define FOLDT(OP) FOLD(OP, Z1, Y1, Y3, X1, X3)

#define CLEAR(at, S, T, A, B, C, D) \
	VXORPS S, S, S \
	VXORPS T, T, T

// func extent(x, by []float32) (low, high float32)
#define EXTENT \
	MOVQ x_base+0(FP), SI           \
	MOVQ x_len+8(FP), CX            \
	MOVQ by_base+24(FP), DI         \
	SIXTEEN(CLEAR)                  \
	LOOP(loop, SIXTEEN(EXTENTSTEP)) \
	FOLDS(VMINPS)                   \
	FOLDT(VMAXPS)                   \
	VMOVSS X0, low+48(FP)           \
	VMOVSS X1, high+52(FP)          \
	VZEROUPPER                      \
	RET
#define EXTENTSTEP(at, S, T, A, B, C, D) \
	VMOVUPS at(SI), A    \
	VMULPS  at(DI), A, A \
	VMINPS  A, S, S      \
	VMAXPS  A, T, T

// func toBytes(dst []uint8, x, by []float32, factor float32, zero int32)
#define TOBYTES \
	MOVQ         dst_base+0(FP), R8             \
	MOVQ         x_base+24(FP), SI              \
	MOVQ         x_len+32(FP), CX               \
	MOVQ         by_base+48(FP), DI             \
	VBROADCASTSS factor+72(FP), SCALAR          \
	VPBROADCASTD zero+76(FP), ZERO              \
	LOOP(loop, SIXTEEN(TOBYTESSTEP) STOREBYTES) \
	VZEROUPPER                                  \
	RET
#define TOBYTESSTEP(at, S, T, A, B, C, D) \
	VMOVUPS   at(SI), S    \
	VMULPS    at(DI), S, S \
	VMULPS    SCALAR, S, S \
	VCVTPS2DQ S, S         \
	VPADDD    ZERO, S, S

// func split(high, low []uint8, x []float32)
#define SPLIT \
	MOVQ         high_base+0(FP), R8           \
	MOVQ         low_base+24(FP), R9           \
	MOVQ         x_base+48(FP), SI             \
	MOVQ         x_len+56(FP), CX              \
	VBROADCASTSS splitlimit<>(SB), SCALAR      \
	LOOP(loop, SIXTEEN(SPLITSTEP) STOREHALVES) \
	VZEROUPPER                                 \
	RET
#define SPLITSTEP(at, S, T, A, B, C, D) \
	VMULPS    at(SI), SCALAR, S \
	VCVTPS2DQ S, S

// func dot(x, y []float32) float32
#define DOT \
	MOVQ x_base+0(FP), SI        \
	MOVQ x_len+8(FP), CX         \
	MOVQ y_base+24(FP), DI       \
	SIXTEEN(CLEAR)               \
	LOOP(loop, SIXTEEN(DOTSTEP)) \
	FOLDS(VADDPS)                \
	VMOVSS X0, ret+48(FP)        \
	VZEROUPPER                   \
	RET
#define DOTSTEP(at, S, T, A, B, C, D) \
	VMOVUPS at(SI), A    \
	VMULPS  at(DI), A, A \
	VADDPS  A, S, S

// func addScaled(x, y []float32, factor float32)
#define ADDSCALED \
	MOVQ         x_base+0(FP), SI      \
	MOVQ         x_len+8(FP), CX       \
	MOVQ         y_base+24(FP), DI     \
	VBROADCASTSS factor+48(FP), SCALAR \
	LOOP(loop, SIXTEEN(ADDSCALEDSTEP)) \
	VZEROUPPER                         \
	RET
#define ADDSCALEDSTEP(at, S, T, A, B, C, D) \
	VMULPS  at(DI), SCALAR, A \
	VADDPS  at(SI), A, A      \
	VMOVUPS A, at(SI)

// func addNorm(x, y []float32, n norm)
#define ADDNORM \
	MOVQ x_base+0(FP), SI                    \
	MOVQ x_len+8(FP), CX                     \
	MOVQ y_base+24(FP), DI                   \
	SIXTEEN(CLEAR)                           \
	LOOP(sum, SIXTEEN(ADDSTEP))              \
	FOLDS(VADDPS)                            \
	MEAN                                     \
	VBROADCASTSS X0, SCALAR                  \
	MOVQ x_base+0(FP), SI                    \
	MOVQ x_len+8(FP), CX                     \
	SIXTEEN(CLEAR)                           \
	LOOP(center, SIXTEEN(CENTERSTEP))        \
	FOLDS(VADDPS)                            \
	MEAN                                     \
	VADDSS  epsilon<>(SB), X0, X0            \
	VSQRTSS X0, X0, X0                       \
	VMOVSS  one<>(SB), X1                    \
	VDIVSS  X0, X1, X0                       \
	VBROADCASTSS X0, SCALAR                  \
	MOVQ x_base+0(FP), SI                    \
	MOVQ x_len+8(FP), CX                     \
	MOVQ n_gain_base+48(FP), DI              \
	MOVQ n_bias_base+72(FP), R8              \
	LOOP(scale, SIXTEEN(SCALESTEP) NEXTBIAS) \
	VZEROUPPER                               \
	RET

// MEAN divides the sum in X0 by the length.
#define MEAN \
	VXORPS     X1, X1, X1          \
	VCVTSI2SSQ x_len+8(FP), X1, X1 \
	VDIVSS     X1, X0, X0
#define ADDSTEP(at, S, T, A, B, C, D) \
	VMOVUPS at(SI), A    \
	VADDPS  at(DI), A, A \
	VMOVUPS A, at(SI)    \
	VADDPS  A, S, S
#define CENTERSTEP(at, S, T, A, B, C, D) \
	VMOVUPS at(SI), A    \
	VSUBPS  SCALAR, A, A \
	VMOVUPS A, at(SI)    \
	VMULPS  A, A, A      \
	VADDPS  A, S, S
#define SCALESTEP(at, S, T, A, B, C, D) \
	VMULPS  at(SI), SCALAR, A \
	VMULPS  at(DI), A, A      \
	VADDPS  at(R8), A, A      \
	VMOVUPS A, at(SI)
#define NEXTBIAS \
	ADDQ $64, R8
