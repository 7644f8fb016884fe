/// One thing that is changed in the lab, and how it is changed back: scripts made of the lab's shell functions.
struct Change: Sendable {
    let apply: String
    /// Does no harm where nothing was changed.
    let undo: String

    /// Where a packet filter stands in the way of packets.
    enum Hook: String {
        case input, output, forward
    }

    /// Packet filter rules on a host, which has no others of this kind.
    static func filter(_ host: LabHost, _ hook: Hook, _ rules: String...) -> Change {
        Change(
            apply: "filter \(host.rawValue) \(hook.rawValue) <<'TEXT'\n\(rules.joined(separator: "\n"))\nTEXT",
            undo: "unfilter \(host.rawValue)")
    }

    /// A route on a host, as `ip route` takes it.
    static func route(_ host: LabHost, _ route: String) -> Change {
        Change(
            apply: "ip -n \(host.rawValue) route add \(route)",
            undo: "ip -n \(host.rawValue) route del \(route) 2>/dev/null || true")
    }

    /// Settings of a file server that win over all others; it is started anew.
    static func settings(_ server: LabHost, _ lines: String...) -> Change {
        Change(
            apply: "change_settings \(server.rawValue) <<'TEXT'\n\(lines.joined(separator: "\n"))\nTEXT",
            undo: "change_settings \(server.rawValue) </dev/null")
    }

    /// No file server runs on the host.
    static func stopped(_ server: LabHost) -> Change {
        Change(
            apply: "stop_server \(server.rawValue)",
            undo: "stop_server \(server.rawValue); start_server \(server.rawValue)")
    }

    /// Something else answers on the port of the file server; the modes are in `fault-server.py`.
    static func otherServer(_ server: LabHost, _ mode: String) -> Change {
        let host = server.rawValue
        return Change(
            apply: "change_settings \(host) <<<$'[global]\\nsmb ports = 4450'\nserve \(host) \(mode)",
            undo: "unserve \(host)\nchange_settings \(host) </dev/null")
    }

    /// The campus's name server has only these addresses for a host.
    static func addresses(of host: LabHost, _ addresses: String...) -> Change {
        let lines = addresses.map { "\($0) \(host.name)" }.joined(separator: "\n")
        let server = LabHost.resolver.rawValue
        return Change(
            apply: "change_names \(server) \(host.name) <<'TEXT'\n\(lines)\nTEXT",
            undo: "restore_names \(server)")
    }

    /// A client's file below `/etc`: `hosts` or `resolv.conf`.
    static func file(_ host: LabHost, _ name: String, _ text: String) -> Change {
        Change(
            apply: "change_file \(host.rawValue) \(name) <<'TEXT'\n\(text)\nTEXT",
            undo: "restore_file \(host.rawValue) \(name)")
    }

    /// A colleague's session with a share, perhaps with a file open for himself alone.
    static func session(with server: LabHost, share: LabShare, file: String = "") -> Change {
        let desk = LabHost.desk.rawValue
        return Change(
            apply: "hold \(desk) \(server.address) \(share.name) \(file)",
            undo: "release \(desk)")
    }
}
