/// A place on a file server: a share, and a folder or file in it.
public struct NetworkSource: Hashable, Sendable {
    /// How the server hands out files.
    public enum Service: Hashable, Sendable {
        /// SMB, which Windows calls network drives.
        case smb
        /// NFS.
        case nfs
    }

    /// How the server hands out files.
    public let service: Service

    /// The server's name or address in lower case, without brackets, user and port.
    public let host: String

    /// The share's name for SMB, as it was written; the exported path for NFS.
    public let share: String

    /// The folder or file in the share, with `/` between names and none at the ends; empty for the share itself.
    public let folder: String

    /// A place in a share; the host is put in lower case, and empty names in the folder are dropped.
    public init(service: Service, host: String, share: String, folder: String = "") {
        self.service = service
        self.host = host.lowercased()
        self.share = share
        self.folder = folder.split(separator: "/").joined(separator: "/")
    }

    /// The place `path` below this one.
    public func appending(_ path: String) -> NetworkSource {
        NetworkSource(service: service, host: host, share: share, folder: "\(folder)/\(path)")
    }

    /// Whether both places are in the same share; SMB does not tell upper from lower case in share names.
    public func isSameShare(as other: NetworkSource) -> Bool {
        guard service == other.service, host == other.host else { return false }
        return service == .smb ? share.lowercased() == other.share.lowercased() : share == other.share
    }

    /// The place relative to `ancestor`, when it is that place or lies below it; empty when it is that place.
    ///
    /// Folder names are compared letter by letter, although an SMB server may not tell upper from lower case.
    public func path(below ancestor: NetworkSource) -> String? {
        guard isSameShare(as: ancestor) else { return nil }
        let names = folder.split(separator: "/")
        let prefix = ancestor.folder.split(separator: "/")
        guard names.starts(with: prefix) else { return nil }
        return names.dropFirst(prefix.count).joined(separator: "/")
    }
}

extension NetworkSource {
    /// The place in an SMB source such as `//host/share/folder`, with slashes or backslashes; nil when it is not one.
    ///
    /// Nothing is percent-decoded: a `%` in a mount's source is part of a name. A user before `@` is dropped.
    public init?(smbSource source: String) {
        let text = String(source.map { $0 == "\\" ? "/" : $0 })
        guard text.hasPrefix("//") else { return nil }
        let names = text.split(separator: "/")
        guard names.count >= 2, let host = Self.host(names[0]) else { return nil }
        self.init(
            service: .smb, host: host, share: String(names[1]), folder: names.dropFirst(2).joined(separator: "/"))
    }

    /// The export in an NFS source such as `host:/export/path` or `[2001:db8::7]:/export`; nil when it is not one.
    init?(nfsSource source: String) {
        // The first slash, because an address in front of it may hold colons.
        guard
            let slash = source.firstIndex(of: "/"),
            source[..<slash].last == ":",
            let host = Self.host(source[..<slash].dropLast())
        else { return nil }
        let path = source[slash...].split(separator: "/").joined(separator: "/")
        self.init(service: .nfs, host: host, share: "/\(path)")
    }

    private static func host(_ text: Substring) -> String? {
        var host = text
        if let at = host.lastIndex(of: "@") {
            host = host[host.index(after: at)...]
        }
        if host.first == "[", host.last == "]" {
            host = host.dropFirst().dropLast()
        }
        return host.isEmpty ? nil : String(host)
    }
}

extension NetworkSource: CustomStringConvertible {
    /// `smb://host/share/folder`, or `host:/export/folder` for NFS; names stand as they are, without percent signs.
    public var description: String {
        let host = host.contains(":") ? "[\(host)]" : host
        let names = [share] + (folder.isEmpty ? [] : [folder])
        switch service {
        case .smb: return "smb://\(host)/\(names.joined(separator: "/"))"
        case .nfs: return "\(host):\(share == "/" ? "/\(folder)" : names.joined(separator: "/"))"
        }
    }
}
