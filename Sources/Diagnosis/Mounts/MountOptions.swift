/// The options of a mount, as a judge reads them; the last of several counts.
struct MountOptions {
    let all: [String]

    init(_ all: [String]) { self.all = all }

    func has(_ name: String) -> Bool { all.contains(name) }

    /// The value of `name=value`.
    func value(_ name: String) -> String? {
        all.last { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    /// Whether `name` or its opposite came last; nil when neither is there.
    func last(of names: [String]) -> String? { all.last(where: names.contains) }

    var isReadOnly: Bool { last(of: ["ro", "rw"]) == "ro" }

    /// An option that only an outdated client or server needs, as it is written.
    func outdated(for kind: MountSighting.Kind) -> String? {
        switch kind {
        case .smb, .fuse:
            if let version = value("vers"), ["1.0", "1", "2.0", "2"].contains(version) { return "vers=\(version)" }
            if let security = value("sec"), ["none", "ntlm", "ntlmi", "lanman"].contains(security) {
                return "sec=\(security)"
            }
            return nil
        case .nfs:
            guard let version = value("vers") ?? value("nfsvers"), version.hasPrefix("2") else { return nil }
            return "vers=\(version)"
        case .automount:
            return nil
        }
    }

    /// Why a start of the computer would wait for the share; nil when it would not.
    ///
    /// An automount, and what is not mounted at start, wait for nobody.
    var stall: String? {
        if has("noauto") || has("x-systemd.automount") || has("comment=systemd.automount") { return nil }
        let missing = ["_netdev", "nofail"].filter { !has($0) }
        return missing.isEmpty ? nil : missing.joined(separator: ", ")
    }

    /// Whether a person may not write because of the rights that this computer makes up for a share (mount.cifs(8)).
    ///
    /// `noperm`, `multiuser` and rights that come from the server leave the decision to the server.
    func deniesWriting(to person: MountSighting.Person) -> Bool {
        guard person.user != 0,
            ["noperm", "multiuser", "cifsacl", "modefromsid", "unix", "posix"].allSatisfy({ !has($0) })
        else { return false }
        guard let mode = value("dir_mode").flatMap({ UInt32($0, radix: 8) }) else { return false }
        if let owner = value("uid").flatMap({ UInt32($0) }), owner == person.user { return mode & 0o200 == 0 }
        if let group = value("gid").flatMap({ UInt32($0) }), person.groups.contains(group) { return mode & 0o020 == 0 }
        return mode & 0o002 == 0
    }
}
