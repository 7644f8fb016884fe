// Samba's client library: Debian's libsmbclient-dev.
#include <libsmbclient.h>
#include <time.h>

// A timer's number is a pointer that may be null, which Swift does not hand to a parameter that should not be.
static inline int wheretoshare_set_timer(timer_t timer, const struct itimerspec *time) {
    return timer_settime(timer, 0, time, 0);
}
