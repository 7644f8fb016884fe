// What the kernel tells of its network and its clock, for modules that other modules import: no header in here may
// define a structure that Glibc's module defines as well, or it would seem to be this module's for all of them.
#include <linux/rtnetlink.h>
#include <sys/syscall.h>
#include <unistd.h>

// The first fields of adjtimex(2)'s structure on machines with a long of 64 bits; its own header defines struct timeval.
struct wheretoshare_clock {
    unsigned int modes;
    long offset, frequency, greatest_error, estimated_error;
    int status;
    long rest[32];
};

// Reads how the clock stands and changes nothing; -1 when the kernel does not tell.
static inline int wheretoshare_read_clock(struct wheretoshare_clock *clock) {
    struct wheretoshare_clock empty = {0};
    *clock = empty;
    return (int)syscall(SYS_adjtimex, clock);
}
