internal import Glibc
internal import StorageModel
internal import Synchronization

/// Which share the library opens on a connection that it already has.
///
/// A connection to a server serves one share after the other: signing in costs a server far more than opening a share.
/// Asked for another share, the library closes the one it has and then opens that same one again, whatever was asked
/// for. It does so through one function of its libraries, `cli_tree_connect`; this program has a function of that
/// name which the linker finds first, puts the right share in, and bears witness of what was opened.
struct ShareSwitch {
    /// The share that is wanted.
    let wanted: String
    /// The share that the connection has been used for; nil for a new connection.
    let former: String?
    /// The share that the library last opened.
    private(set) var opened: String?

    init(wanted: String, former: String?) {
        self.wanted = wanted
        self.former = former
    }

    /// Whether the connection is in the share that is wanted, by the word of whoever opened it.
    var isInWanted: Bool { opened == wanted }

    /// Whether a connection that was used for another share may still be in that one.
    var isDoubtful: Bool { former != nil && !isInWanted }

    /// The share to open when the library asks for one, and whether that is a change of shares.
    mutating func share(insteadOf asked: String) -> (share: String, isSwitch: Bool) {
        let isSwitch = opened == nil && asked == former
        let share = isSwitch ? wanted : asked
        opened = share
        return (share, isSwitch)
    }
}

/// The switch of the visit that is under way, for functions that C calls.
let shareSwitch = Mutex<ShareSwitch?>(nil)

private typealias TreeConnect =
    @convention(c) (OpaquePointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> UInt32

private let realTreeConnect: TreeConnect? = {
    // RTLD_NEXT: the next library after this program that has the name.
    let next = unsafe UnsafeMutableRawPointer(bitPattern: -1)
    guard let found = unsafe dlsym(next, "cli_tree_connect") else { return nil }
    return unsafe unsafeBitCast(found, to: TreeConnect.self)
}()

/// Stands in front of the library's function of the same name.
@c(cli_tree_connect)
public func openShare(
    _ connection: OpaquePointer?, _ share: UnsafePointer<CChar>?, _ device: UnsafePointer<CChar>?,
    _ password: UnsafePointer<CChar>?
) -> UInt32 {
    // STATUS_ENTRYPOINT_NOT_FOUND (MS-ERREF 2.3.1).
    guard let realTreeConnect = unsafe realTreeConnect, let asked = unsafe share else { return 0xC000_0139 }
    let name = unsafe String(cString: asked)
    let (chosen, isSwitch) = shareSwitch.withLock { $0?.share(insteadOf: name) } ?? (name, false)
    guard isSwitch else { return unsafe realTreeConnect(connection, asked, device, password) }
    visitLog.withLock { $0?.pass(.auth, to: .tree) }
    let status = unsafe chosen.withCString { unsafe realTreeConnect(connection, $0, device, password) }
    if status == 0 { visitLog.withLock { $0?.pass(.tree, to: .stat) } }
    return status
}
