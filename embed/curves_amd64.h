// The vector functions of amd64 that are curves, exp and GELU, written as those of vector_amd64.h; kernels.go has the formulas.

// TERM is a step of a polynomial in x: p = (p + the constant) · x.
#define TERM(name, x, p) \
	WITH(VADDPS, name, p, p) \
	VMULPS x, p, p

// func exps(x []float32) float32
#define EXPS \
	MOVQ x_base+0(FP), SI           \
	MOVQ x_len+8(FP), CX            \
	SIXTEEN(FIRST)                  \
	LOOP(largest, SIXTEEN(LARGEST)) \
	FOLDS(VMAXPS)                   \
	VBROADCASTSS X0, SCALAR         \
	MOVQ x_base+0(FP), SI           \
	MOVQ x_len+8(FP), CX            \
	SIXTEEN(CLEAR)                  \
	LOOP(exp, SIXTEEN(EXPSTEP))     \
	FOLDS(VADDPS)                   \
	VMOVSS X0, ret+24(FP)           \
	VZEROUPPER                      \
	RET
#define FIRST(at, S, T, A, B, C, D) VMOVUPS at(SI), S
#define LARGEST(at, S, T, A, B, C, D) VMAXPS at(SI), S, S

// A is x less the largest, then r; B is t, whose lowest bits are n; C is n, then the polynomial.
#define EXPSTEP(at, S, T, A, B, C, D) \
	VMOVUPS at(SI), A          \
	VSUBPS  SCALAR, A, A       \
	WITH(VMAXPS, explow, A, A) \
	WITH(VMULPS, log2e, A, B)  \
	WITH(VADDPS, magic, B, B)  \
	WITH(VSUBPS, magic, B, C)  \
	WITH(VMULPS, ln2hi, C, D)  \
	VSUBPS  D, A, A            \
	WITH(VMULPS, ln2lo, C, D)  \
	VSUBPS  D, A, A            \
	WITH(VMULPS, expc0, A, C)  \
	TERM(expc1, A, C)          \
	TERM(expc2, A, C)          \
	TERM(expc3, A, C)          \
	TERM(expc4, A, C)          \
	TERM(expc5, A, C)          \
	VMULPS  A, C, C            \
	VADDPS  A, C, C            \
	WITH(VADDPS, one, C, C)    \
	VPSLLD  $23, B, B          \
	VPADDD  B, C, C            \
	VADDPS  C, S, S            \
	VMOVUPS C, at(SI)

// func gelu(x []float32)
#define GELU \
	MOVQ x_base+0(FP), SI         \
	MOVQ x_len+8(FP), CX          \
	SIXTEEN(CLEAR)                \
	LOOP(loop, SIXTEEN(GELUSTEP)) \
	VZEROUPPER                    \
	RET

// A is x, B is z, C is the polynomial; S stays 0.
#define GELUSTEP(at, S, T, A, B, C, D) \
	VMOVUPS at(SI), A             \
	WITH(VANDPS, magnitude, A, B) \
	WITH(VMULPS, erfc6, B, C)     \
	TERM(erfc5, B, C)             \
	TERM(erfc4, B, C)             \
	TERM(erfc3, B, C)             \
	TERM(erfc2, B, C)             \
	TERM(erfc1, B, C)             \
	WITH(VADDPS, one, C, C)       \
	VMULPS  C, C, C               \
	VMULPS  C, C, C               \
	VMULPS  C, C, C               \
	VMULPS  C, C, C               \
	WITH(VMULPS, half, B, B)      \
	VDIVPS  C, B, B               \
	VMAXPS  S, A, A               \
	VSUBPS  B, A, A               \
	VMOVUPS A, at(SI)
