// Asynchronous look-ups of names: Debian's libc-ares-dev.
#include <ares.h>
