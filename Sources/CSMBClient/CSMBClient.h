// Samba's client library: Debian's libsmbclient-dev.
#include <libsmbclient.h>
#include <sys/prctl.h>
#include <time.h>

// Swift cannot call what takes any number of arguments. From here on no other process of this user can read this one's
// memory, and a crash leaves no picture of it.
static inline int wheretoshare_hide_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

// A timer's number is a pointer that may be null, which Swift does not hand to a parameter that should not be.
static inline int wheretoshare_set_timer(timer_t timer, const struct itimerspec *time) {
    return timer_settime(timer, 0, time, 0);
}
