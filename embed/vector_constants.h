// The numbers of the vector functions, which kernels.go explains. The file that includes this defines CONSTANT(name, value),
// as wide as it reads them.

CONSTANT(splitlimit, $65535.0)
CONSTANT(magic, $12582912.0)
CONSTANT(one, $1.0)
CONSTANT(half, $0.5)
CONSTANT(epsilon, $1e-12)
CONSTANT(magnitude, $0x7fffffff) // all bits but the sign

CONSTANT(explow, $-87.0)
CONSTANT(log2e, $1.44269504088896341)
CONSTANT(ln2hi, $0.693359375)
CONSTANT(ln2lo, $-2.12194440e-4)
CONSTANT(expc0, $1.9875691500e-4)
CONSTANT(expc1, $1.3981999507e-3)
CONSTANT(expc2, $8.3334519073e-3)
CONSTANT(expc3, $4.1665795894e-2)
CONSTANT(expc4, $1.6666665459e-1)
CONSTANT(expc5, $5.0000001201e-1)

CONSTANT(erfc1, $0.049867346966790536)
CONSTANT(erfc2, $0.02114100615)
CONSTANT(erfc3, $0.003277626324147169)
CONSTANT(erfc4, $3.8003575e-05)
CONSTANT(erfc5, $4.889063564344403e-05)
CONSTANT(erfc6, $5.382975e-06)
