/// How this computer's own clients of file servers are set up.
public struct SMBClientSituation: Hashable, Sendable {
    /// Whether the kernel can mount shares.
    public enum KernelModule: String, CaseIterable, Sendable {
        /// It can do so now.
        case loaded
        /// It can load what it takes.
        case available
        /// It has nothing to do so with.
        case absent
    }

    /// What Samba's client is told.
    public var settings: HostReading<SMBClientSettings>
    /// Where the program is that mounts shares (`mount.cifs`).
    public var mountProgram: HostReading<String>
    /// Whether the kernel can mount shares.
    public var kernelModule: HostReading<KernelModule>

    /// Puts the parts together.
    public init(
        settings: HostReading<SMBClientSettings>, mountProgram: HostReading<String>,
        kernelModule: HostReading<KernelModule>
    ) {
        self.settings = settings
        self.mountProgram = mountProgram
        self.kernelModule = kernelModule
    }
}
