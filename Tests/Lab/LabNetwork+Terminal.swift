internal import FoundationEssentials
internal import Glibc

extension LabNetwork {
    /// The first process of a lab that somebody keeps running; the newest, where there are several.
    public static func running() -> Int32? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter(isFirstProcess).max { startTime($0) < startTime($1) }
    }

    private static func isFirstProcess(_ process: Int32) -> Bool {
        guard FileManager.default.fileExists(atPath: "/proc/\(process)/root" + clientSettings),
            let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let numbers = status.split(separator: "\n").first(where: { $0.hasPrefix("NSpid:") })
        else { return false }
        // Its number in its own namespace is the last.
        return numbers.split(whereSeparator: \.isWhitespace).last == "1"
    }

    // Field 22 of /proc/PID/stat, in clock ticks since the machine's start; the name, field 2, may hold anything.
    private static func startTime(_ process: Int32) -> Int {
        let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 19 ? Int(fields[19]) ?? 0 : 0
    }

    /// Runs a program on a host with this program's own terminal, environment and streams, to its end.
    /// - Parameters:
    ///   - firstProcess: The lab's first process, as seen from here.
    ///   - host: The host.
    ///   - command: The program, which `PATH` finds, and its arguments.
    /// - Returns: The exit status, as a shell would have it.
    /// - Throws: ``LabError`` when it could not be started.
    public static func runAtTerminal(in firstProcess: Int32, on host: LabHost, _ command: [String]) throws -> Int32 {
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        // Programs of Samba then read the lab's settings, and nothing of this machine's.
        let samba = ["/usr/bin/env", "HOME=/run/lab/home", "SMB_CONF_PATH=\(clientSettings)"]
        let words = ["/usr/bin/nsenter"] + entry(to: host, in: firstProcess) + samba + command
        let arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { for index in words.indices { unsafe free(arguments[index]) } }
        var process = pid_t()
        let result = unsafe posix_spawn(&process, words[0], nil, &attributes, arguments, environ)
        guard result == 0 else { throw LabError("'\(words[0])' could not be started: error \(result)") }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}
