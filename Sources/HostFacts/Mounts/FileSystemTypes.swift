/// Which types of file systems the kernel can mount.
public struct FileSystemTypes: Sendable {
    private let loaded: Set<String>
    private let modules: [String]?

    /// Reads what the running kernel has, and which modules it could load.
    public static func current() -> FileSystemTypes {
        let release = text(of: HostPath("/proc/sys/kernel/osrelease"))?.split(separator: "\n").first
        let lists = release.map { release in
            ["modules.dep", "modules.builtin"].map { text(of: HostPath("/lib/modules/\(release)/\($0)")) }
        }
        return FileSystemTypes(
            loaded: text(of: HostPath("/proc/filesystems")) ?? "", modules: lists?.first ?? nil,
            builtIn: lists?.last ?? nil)
    }

    /// - Parameters:
    ///   - loaded: The text of `/proc/filesystems` (proc_filesystems(5)).
    ///   - modules: The text of `modules.dep` (modules.dep(5)); nil when it cannot be read.
    ///   - builtIn: The text of `modules.builtin`; nil when it cannot be read.
    init(loaded: String, modules: String?, builtIn: String?) {
        self.loaded = Set(
            loaded.split(separator: "\n").compactMap { $0.split(separator: "\t").last.map { String($0) } })
        guard let modules else {
            self.modules = nil
            return
        }
        self.modules = (modules.split(separator: "\n") + (builtIn ?? "").split(separator: "\n")).compactMap { line in
            line.split(separator: ":").first?.split(separator: "/").last.map { String($0) }
        }
    }

    /// Whether the kernel has a type ready.
    func isLoaded(_ type: String) -> Bool { loaded.contains(type) }

    /// Whether a type can be mounted; nil when nobody knows which modules there are.
    public func canMount(_ type: String) -> Bool? {
        // Both names of SMB and both of NFS come from one module each.
        let family = ["smb3": "cifs", "nfs4": "nfs"][type] ?? type
        if loaded.contains(type) || loaded.contains(family) { return true }
        let names = [".ko", ".ko.xz", ".ko.gz", ".ko.zst"].map { family + $0 }
        return modules.map { $0.contains(where: names.contains) }
    }

    private static func text(of path: HostPath) -> String? {
        (try? BoundedFile.read(path, limit: 16 << 20)).map { String(decoding: $0, as: UTF8.self) }
    }
}
