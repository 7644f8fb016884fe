extension MountTable {
    /// Where the kernel lists the mounts this process sees.
    public static let systemPath = HostPath("/proc/self/mountinfo")

    /// The largest list that is read, in bytes: room for some hundred thousand mounts.
    private static let sizeLimit = 64 << 20

    /// Reads the mounts this process sees now; asks no server, so a mount that hangs does not matter.
    public static func current() throws(MountTableError) -> MountTable {
        do {
            return MountTable(parsing: try BoundedFile.read(systemPath, limit: sizeLimit))
        } catch {
            throw MountTableError(path: systemPath, failure: error)
        }
    }
}
