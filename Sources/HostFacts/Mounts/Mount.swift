/// One mounted file system, as the kernel lists it (proc_pid_mountinfo(5)).
public struct Mount: Hashable, Sendable {
    /// A number that names the mount while it is there.
    public let id: Int

    /// The number of the mount this one is mounted on; it may be missing from the table.
    public let parent: Int

    /// The device number (`major:minor`), which mounts of the same file system share.
    public let device: String

    /// The folder of the file system that is seen at the mount point; `/` unless a part of it is mounted.
    public let root: HostPath

    /// Where the file system is seen.
    public let point: HostPath

    /// The options of this mount, such as `rw`.
    public let options: [String]

    /// The type of the file system, such as `ext4`, `cifs` or `fuse.gvfsd-fuse`.
    public let type: String

    /// What is mounted: a device, `//host/share`, `host:/export`, or a word of the file system's own.
    public let source: String

    /// The options of the file system, which all its mounts share.
    public let superOptions: [String]

    /// Whether nothing can be written here, because of the mount or of the file system.
    public var isReadOnly: Bool { options.contains("ro") || superOptions.contains("ro") }
}
