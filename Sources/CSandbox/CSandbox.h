// What a process can give up: Landlock (landlock(7)) and system calls (Debian's libseccomp-dev).
#include <linux/types.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The library's constants are macros with a cast, and Swift cannot call what takes any number of arguments.
static inline uint32_t wheretoshare_allow(void) { return SCMP_ACT_ALLOW; }
static inline uint32_t wheretoshare_refuse(int number) { return SCMP_ACT_ERRNO(number); }
static inline int wheretoshare_give_up_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

// The C library has no functions for Landlock, and Debian 12's headers know its second version only; the numbers are the
// same on all processors.
struct wheretoshare_landlock_rights { uint64_t files, network, scopes; };
struct wheretoshare_landlock_path { uint64_t rights; int32_t descriptor; } __attribute__((packed));

static inline long wheretoshare_landlock_version(void) { return syscall(444, (void *)0, (size_t)0, 1u); }
static inline long wheretoshare_landlock_create(const struct wheretoshare_landlock_rights *rights, size_t size) {
    return syscall(444, rights, size, 0u);
}
static inline long wheretoshare_landlock_permit(int ruleset, uint64_t rights, int descriptor) {
    struct wheretoshare_landlock_path path = {rights, descriptor};
    return syscall(445, ruleset, 1, &path, 0u);
}
static inline long wheretoshare_landlock_restrict(int ruleset) { return syscall(446, ruleset, 0u); }

// For the proof of the jail: each call by its number, so that no library stands between.
static inline long wheretoshare_try(long number, long first, long second, long third, long fourth) {
    return syscall(number, first, second, third, fourth, 0L, 0L);
}
