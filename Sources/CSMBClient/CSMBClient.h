// Samba's client library: Debian's libsmbclient-dev.
#include <libsmbclient.h>
