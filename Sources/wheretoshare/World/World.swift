internal import FileScanning
internal import Glibc
internal import HostFacts
internal import Probing
internal import StorageModel

/// What a command may know of the machine that it runs on; tests put other facts in its place.
struct World {
    /// The folders for kept decisions and inventories; nil when there is no home to put them in.
    var folders: StateFolders?
    /// What the output goes to.
    var terminal: TerminalFacts
    /// The day, in the local time zone.
    var today: CalendarDate
    /// How many processors this program may use.
    var processors: Int
    /// The value of `WHERETOSHARE_INVENTORY`.
    var inventoryVariable: String?
    /// The file of the account's own Kerberos tickets; nil when there is none.
    var ownTickets: String?
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
            processors: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            inventoryVariable: ProcessEnvironment.variables(named: ["WHERETOSHARE_INVENTORY"])[
                "WHERETOSHARE_INVENTORY"],
            ownTickets: TicketCache.ownFile,
            programFolder: programFolder, mounts: { try? MountTable.current() },
            addresses: { (try? LocalAddresses.current())?.addresses ?? [] },
            account: { name in
                guard let name else { return (try? Account.current()) ?? nil }
                return (try? Account.named(name)) ?? nil
            })
    }

    /// What earlier scans found; nil where it cannot be kept in private.
    func scanCache(of program: String) -> ResultCache? {
        guard let folders else { return nil }
        let folder = folders.state.appending("scans")
        do {
            try folders.trust(folder)
            try StateFile.createFolder(folder)
        } catch {
            return nil
        }
        return ResultCache(path: folder.appending("results"), program: program)
    }

    /// The day that an option names, or today.
    func day(_ text: String?) throws(CommandProblem) -> CalendarDate {
        guard let text else { return today }
        guard let day = CalendarDate(text) else {
            throw CommandProblem(
                what: "'\(text.shownOnOneLine)' is not a day", why: "a day is written like 2026-11-22 and must exist",
                next: "correct --on-date, or leave it out for today", status: .usage)
        }
        return day
    }

    private static func localDay() -> CalendarDate {
        var now = time(nil)
        var local = unsafe tm()
        unsafe localtime_r(&now, &local)
        let day = unsafe CalendarDate(
            year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
        return day ?? CalendarDate(daysSince1970: Int(now) / 86_400)
    }

    /// The folder of the running program, without links.
    static var programFolder: String? {
        guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
        defer { unsafe free(path) }
        return HostPath(unsafe String(cString: path)).parent.text
    }
}
