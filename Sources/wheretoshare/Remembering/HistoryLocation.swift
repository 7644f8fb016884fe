internal import CheckHistory
internal import Glibc
internal import HostFacts

/// Where the history is.
enum HistoryLocation {
    /// Where the nightly check of the packaged service keeps its history.
    private static let ofService = "/var/lib/wheretoshare/\(HistoryFile.fileName)"

    /// The file that was named, else that of the service manager's `$STATE_DIRECTORY`, else that of the account.
    static func find(named: String?, in world: World) throws(CommandProblem) -> String {
        if let path = forRecording(named: named, in: world) { return path }
        throw CommandProblem(
            what: "there is no place for the history",
            why: "neither XDG_STATE_HOME nor HOME is the absolute path of a folder, and the account has no home",
            next: "name a file with --history", status: .unknown)
    }

    /// The file to read in: the same, or that of the nightly check where this account has none.
    static func forReading(named: String?, in world: World) -> String? {
        let own = forRecording(named: named, in: world)
        if named != nil { return own }
        if let own, unsafe access(own, F_OK) == 0 { return own }
        return unsafe access(ofService, R_OK) == 0 ? ofService : own
    }

    private static func forRecording(named: String?, in world: World) -> String? {
        if let named { return named }
        let variable = ProcessEnvironment.variables(named: ["STATE_DIRECTORY"])["STATE_DIRECTORY"]
        // The service manager separates several folders by colons.
        if let folder = variable?.split(separator: ":").first, folder.hasPrefix("/") {
            return "\(folder)/\(HistoryFile.fileName)"
        }
        return world.folders?.state.appending(HistoryFile.fileName).text
    }
}

extension CommandProblem {
    /// What keeps a history from being used.
    init(_ error: HistoryError, status: ExitStatus = .unknown) {
        self.init(what: error.what, why: error.why, next: error.next, status: status)
    }
}
