// Instructions that Go's assembler has no names for, by the numbers of their registers: Arm Architecture Reference
// Manual, C7.2. All are on 4 lanes of 32 bits unless they say otherwise.

#define OP2(code, n, d) WORD $(code | ((n)<<5) | (d))
#define OP3(code, m, n, d) WORD $(code | ((m)<<16) | ((n)<<5) | (d))

#define FADD(m, n, d) OP3(0x4E20D400, m, n, d) // d = n + m
#define FSUB(m, n, d) OP3(0x4EA0D400, m, n, d) // d = n - m
#define FMUL(m, n, d) OP3(0x6E20DC00, m, n, d)
#define FDIV(m, n, d) OP3(0x6E20FC00, m, n, d) // d = n / m
#define FMAX(m, n, d) OP3(0x4E20F400, m, n, d)
#define FMIN(m, n, d) OP3(0x4EA0F400, m, n, d)
#define FABS(n, d) OP2(0x4EA0F800, n, d)
#define FMAXV(n, d) OP2(0x6E30F800, n, d)      // the largest lane, as a scalar
#define FMINV(n, d) OP2(0x6EB0F800, n, d)      // the smallest lane, as a scalar
#define FADDP(n, d) OP2(0x7E30D800, n, d)      // lane 0 + lane 1, as a scalar
#define FCVTNS(n, d) OP2(0x4E21A800, n, d)     // to int32, to nearest even
#define SCVTF(n, d) OP2(0x4E21D800, n, d)      // from int32
#define MLS(m, n, d) OP3(0x6EA09400, m, n, d)   // d -= n · m, integers
#define SQXTN(n, d) OP2(0x0E614800, n, d)      // to 16 bits, into the lower half
#define SQXTN2(n, d) OP2(0x4E614800, n, d)     // into the upper half
#define SQXTUN8(n, d) OP2(0x2E212800, n, d)    // 16 bits to unsigned 8, into the lower half
#define IADD(m, n, d) OP3(0x4EA08400, m, n, d)
#define SHL23(n, d) OP2(0x4F375400, n, d)

// Each lane of d gains the products of its four bytes of n with the four bytes of a lane of m (FEAT_DotProd).
#define SDOT(lane, m, n, d) OP3((0x4F80E000 | (((lane)&1)<<21) | (((lane)>>1)<<11)), m, n, d)

// FOUR does an instruction to four registers by four others, ALL by one; PAIRS to two by two others, BOTH by one. The numbers
// are those of the first.
#define FOUR(OP, m, n, d) \
	OP(m, n, d)       \
	OP(m+1, n+1, d+1) \
	OP(m+2, n+2, d+2) \
	OP(m+3, n+3, d+3)
#define ALL(OP, m, n, d) \
	OP(m, n, d)       \
	OP(m, n+1, d+1)   \
	OP(m, n+2, d+2)   \
	OP(m, n+3, d+3)
#define BOTH(OP, m, n, d) \
	OP(m, n, d)       \
	OP(m, n+1, d+1)
#define PAIRS(OP, m, n, d) \
	OP(m, n, d)       \
	OP(m+1, n+1, d+1)

#define CLEAR4(A, B, C, D) \
	VEOR A.B16, A.B16, A.B16 \
	VEOR B.B16, B.B16, B.B16 \
	VEOR C.B16, C.B16, C.B16 \
	VEOR D.B16, D.B16, D.B16
