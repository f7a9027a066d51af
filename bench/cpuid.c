// Preloaded into a program whose CPUID instructions were replaced by UD2 (avx2.py): runs each of them in the handler of
// the signal that UD2 raises, and hides what is newer than AVX2: AVX-512, AVX-VNNI, AVX10 and AMX.
#define _GNU_SOURCE
#include <cpuid.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

#define BIT(n) (1u << (n))

// Leaf 7, as in Intel's manual, volume 2, CPUID.
static const unsigned ebx0 = BIT(16) | BIT(17) | BIT(21) | BIT(26) | BIT(27) | BIT(28) | BIT(30) | BIT(31); // AVX512 F DQ IFMA PF ER CD BW VL
static const unsigned ecx0 = BIT(1) | BIT(6) | BIT(11) | BIT(12) | BIT(14);                                // AVX512 VBMI VBMI2 VNNI BITALG VPOPCNTDQ
static const unsigned edx0 = BIT(2) | BIT(3) | BIT(8) | BIT(22) | BIT(23) | BIT(24) | BIT(25); // AVX512 4VNNIW 4FMAPS VP2INTERSECT FP16, AMX BF16 TILE INT8
static const unsigned eax1 = BIT(4) | BIT(5) | BIT(21) | BIT(23);                              // AVX-VNNI, AVX512 BF16, AMX FP16, AVX-IFMA
static const unsigned edx1 = BIT(4) | BIT(5) | BIT(8) | BIT(10) | BIT(19);                     // AVX-VNNI-INT8, NE-CONVERT, AMX COMPLEX, VNNI-INT16, AVX10

static void run(int signal, siginfo_t *info, void *context) {
	(void)signal;
	(void)info;
	greg_t *r = ((ucontext_t *)context)->uc_mcontext.gregs;
	const unsigned char ud2[2] = {0x0f, 0x0b};
	if (memcmp((const void *)(uintptr_t)r[REG_RIP], ud2, sizeof ud2) != 0) {
		_exit(132); // another instruction that this machine has not
	}
	unsigned leaf = (unsigned)r[REG_RAX], part = (unsigned)r[REG_RCX], a, b, c, d;
	__cpuid_count(leaf, part, a, b, c, d);
	if (leaf == 7 && part == 0) {
		b &= ~ebx0, c &= ~ecx0, d &= ~edx0;
	} else if (leaf == 7 && part == 1) {
		a &= ~eax1, d &= ~edx1;
	}
	r[REG_RAX] = a, r[REG_RBX] = b, r[REG_RCX] = c, r[REG_RDX] = d;
	r[REG_RIP] += sizeof ud2;
}

__attribute__((constructor)) static void install(void) {
	struct sigaction action = {.sa_sigaction = run, .sa_flags = SA_SIGINFO | SA_NODEFER};
	sigaction(SIGILL, &action, NULL);
}
