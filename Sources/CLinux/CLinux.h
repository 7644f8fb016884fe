// Linux' own calls that the Glibc module of Swift leaves out.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>

// Swift cannot call what takes any number of arguments. From here on no other process of this user can read this one's
// memory, and a crash leaves no picture of it.
static inline int wheretoshare_hide_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

#include <fcntl.h>
#include <linux/memfd.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// A file that is open travels beside the bytes of a message (unix(7), SCM_RIGHTS); the macros that lay it out are not
// visible to Swift. Without one, descriptor is -1.
static inline ssize_t wheretoshare_send(int socket, const void *bytes, size_t count, int descriptor, int flags) {
    union { char bytes[CMSG_SPACE(sizeof(int))]; struct cmsghdr align; } room;
    struct iovec part = {(void *)bytes, count};
    struct msghdr message = {0};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        memset(&room, 0, sizeof room);
        message.msg_control = room.bytes;
        message.msg_controllen = sizeof room.bytes;
        struct cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(head), &descriptor, sizeof(int));
    }
    return sendmsg(socket, &message, flags | MSG_NOSIGNAL);
}

static inline ssize_t wheretoshare_receive(int socket, void *bytes, size_t count, int *descriptor, int flags) {
    union { char bytes[CMSG_SPACE(sizeof(int))]; struct cmsghdr align; } room;
    struct iovec part = {bytes, count};
    struct msghdr message = {0};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = room.bytes;
    message.msg_controllen = sizeof room.bytes;
    *descriptor = -1;
    ssize_t got = recvmsg(socket, &message, flags | MSG_CMSG_CLOEXEC);
    if (got < 0) return got;
    for (struct cmsghdr *head = CMSG_FIRSTHDR(&message); head; head = CMSG_NXTHDR(&message, head)) {
        if (head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS && head->cmsg_len == CMSG_LEN(sizeof(int)))
            memcpy(descriptor, CMSG_DATA(head), sizeof(int));
    }
    return got;
}

// A declaration that Swift does not see; without the flag another child would hold the pipe open.
static inline int wheretoshare_make_pipe(int ends[2]) {
    return (int)syscall(SYS_pipe2, ends, O_CLOEXEC);
}

// Memory in the shape of a file, without a name or a place.
static inline int wheretoshare_make_memory_file(const char *name) { return syscall(SYS_memfd_create, name, MFD_CLOEXEC); }
