import Glibc

/// What makes a file or folder the same one under any of its names: the file system and the number in it.
struct FileIdentity: Hashable {
    let device: UInt64
    let inode: UInt64

    init(_ status: stat) {
        self.device = UInt64(status.st_dev)
        self.inode = UInt64(status.st_ino)
    }
}
