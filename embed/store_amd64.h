// How AVX-512 stores a row of a tile, 64 columns, for the registers of tile_amd64.h. Z27 to Z29 are clobbered.
#define STORE(_, S0, S1, S2, S3) \
	LOADROW(Z28, Z27)               \
	RESULTS(0, S0, Z28, Z27, Z29)   \
	RESULTS(64, S1, Z28, Z27, Z29)  \
	RESULTS(128, S2, Z28, Z27, Z29) \
	RESULTS(192, S3, Z28, Z27, Z29) \
	NEXTROW
