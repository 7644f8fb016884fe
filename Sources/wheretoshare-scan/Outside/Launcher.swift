internal import Glibc
internal import ScanWire

/// Becomes an outside program, in a jail with just what that needs.
///
/// The document is its stdin, the text its stdout. It opens its libraries and its own tables and nothing else, starts
/// nothing, and has no network.
enum Launcher {
    /// Starts the program with this name; `arguments` may also have a page's number, and the one folder it writes to.
    static func run(_ arguments: [String]) -> Never {
        guard let name = arguments.first, let program = OutsideProgram.all.first(where: { $0.name == name }) else {
            stop("there is no such program")
        }
        var words = [program.path]
        let needsFolder = program.arguments.contains("@")
        for word in program.arguments {
            guard word == "#" || word == "@" else {
                words.append(word)
                continue
            }
            guard arguments.count == 2 else { stop("an argument is missing") }
            if word == "#", UInt32(arguments[1]) == nil { stop("a page has a number") }
            words.append(arguments[1])
        }
        let level = Jail.enter(
            for: .running(program: program.path, folders: program.folders, writable: needsFolder ? arguments[1] : nil))
        guard level.holds || environmentValue("WHERETOSHARE_NO_SANDBOX") == "1" else {
            stop("no jail can be had: \(level)")
        }
        var pointers: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
        let surroundings = ["LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1", "HOME=/nonexistent"]
        var environment: [UnsafeMutablePointer<CChar>?] = unsafe surroundings.map { unsafe strdup($0) } + [nil]
        unsafe execve(program.path, &pointers, &environment)
        stop("'\(program.path)' cannot be started (error \(errno))")
    }

    private static func environmentValue(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    private static func stop(_ reason: String) -> Never {
        let text = Array("\(marker)\(reason)\n".utf8)
        unsafe write(2, text, text.count)
        _exit(126)
    }

    /// What its own words begin with, so that the supervisor can tell them from the program's.
    private static let marker = "wheretoshare-scan: "
}
