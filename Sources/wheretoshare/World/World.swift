internal import Glibc
internal import HostFacts
internal import StorageModel

/// What a command may know of the machine that it runs on; tests put other facts in its place.
struct World {
    /// The folders for kept decisions and inventories; nil when there is no home to put them in.
    var folders: StateFolders?
    /// What the output goes to.
    var terminal: TerminalFacts
    /// The day, in the local time zone.
    var today: CalendarDate
    /// The value of `WHERETOSHARE_INVENTORY`.
    var inventoryVariable: String?
    /// The folder of the running program, without links.
    var programFolder: String?
    /// Reads the mounted file systems.
    var mounts: () -> MountTable?
    /// Reads the addresses of this machine.
    var addresses: () -> [LocalAddress]
    /// Looks up an account by name, or the one that runs the program.
    var account: (String?) -> Account?

    /// The real machine.
    static func current() -> World {
        World(
            folders: try? StateFolders.current(), terminal: .current(), today: localDay(),
            inventoryVariable: ProcessEnvironment.variables(named: ["WHERETOSHARE_INVENTORY"])[
                "WHERETOSHARE_INVENTORY"],
            programFolder: ownFolder(), mounts: { try? MountTable.current() },
            addresses: { (try? LocalAddresses.current())?.addresses ?? [] },
            account: { name in
                guard let name else { return (try? Account.current()) ?? nil }
                return (try? Account.named(name)) ?? nil
            })
    }

    private static func localDay() -> CalendarDate {
        var now = time(nil)
        var local = unsafe tm()
        unsafe localtime_r(&now, &local)
        let day = unsafe CalendarDate(
            year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
        return day ?? CalendarDate(daysSince1970: Int(now) / 86_400)
    }

    private static func ownFolder() -> String? {
        guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
        defer { unsafe free(path) }
        return HostPath(unsafe String(cString: path)).parent.text
    }
}

/// What goes to the two outputs.
///
/// The result goes to standard output alone; everything else to standard error.
enum Output {
    /// Prints a result; a reader who has gone away ends the program quietly.
    static func result(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
    }

    /// Prints something about the result.
    static func remark(_ text: String) {
        // Names that people or files bring along must not command the terminal.
        let harmless = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).shownOnOneLine }
        write(harmless.joined(separator: "\n") + (text.hasSuffix("\n") ? "" : "\n"), to: STDERR_FILENO)
    }

    /// Prints without a line end, for progress on a terminal.
    static func progress(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: CInt) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                if descriptor == STDOUT_FILENO {
                    exit(errno == EPIPE ? ExitStatus.well.rawValue : ExitStatus.unknown.rawValue)
                }
                return
            }
        }
    }
}
