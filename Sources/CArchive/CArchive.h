// Archives and compression: Debian's libarchive-dev.
#include <archive.h>
#include <archive_entry.h>
