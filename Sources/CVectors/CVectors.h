// What processors do with vectors and Swift's own types have no name for. Only values go in and out: no memory is touched.
#include <stdint.h>

typedef unsigned long long wheretoshare_pair __attribute__((ext_vector_type(2)));

// The highest bit of each of sixteen bytes, that of the first byte lowest: one instruction on x86-64, a few on others.
static inline uint16_t wheretoshare_highest_bits(wheretoshare_pair pair) {
    typedef signed char bytes __attribute__((ext_vector_type(16)));
    typedef _Bool bits __attribute__((ext_vector_type(16)));
    return __builtin_bit_cast(uint16_t, __builtin_convertvector((bytes)pair < 0, bits));
}
