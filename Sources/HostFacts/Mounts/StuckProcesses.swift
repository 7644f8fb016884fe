internal import StorageModel

/// Processes that wait for a file system without end, remembered so that no more of them pile up.
public struct StuckProcesses: Sendable {
    /// What one of them waits for.
    struct Wait: Hashable {
        var process: Int32
        /// When the process started, in the kernel's ticks since the computer did; a number is used again.
        var start: UInt64
        /// What it waits for, in words that name the mount and not only the path.
        var key: String
    }

    private let file: HostPath?
    private(set) var waits: [Wait] = []

    /// Those that a file tells of and that are still there.
    /// - Parameter folder: The folder of this account alone in which they are remembered; nil to remember nothing.
    public init(rememberedIn folder: HostPath?) {
        file = folder?.appending("waiting-processes")
        guard let file, let text = try? StateFile.read(file, limit: 1 << 20) else { return }
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
            guard words.count == 3, let process = Int32(words[0]), let start = UInt64(words[1]) else { continue }
            if process > 0, Self.start(of: process) == start {
                waits.append(Wait(process: process, start: start, key: String(words[2])))
            }
        }
    }

    /// Whether one of them waits for this already.
    func contains(_ key: String) -> Bool { waits.contains { $0.key == key } }

    /// Notes that a process waits.
    mutating func add(_ process: Int32, for key: String) {
        guard let start = Self.start(of: process) else { return }
        waits.append(Wait(process: process, start: start, key: key))
    }

    /// Keeps what is known for the next run; where that is not possible, the next run finds it out anew.
    func keep() {
        guard let file else { return }
        let text = waits.map { "\($0.process) \($0.start) \($0.key)\n" }.joined()
        if text.isEmpty, (try? StateFile.read(file, limit: 1 << 20))?.isEmpty ?? true { return }
        try? StateFile.createFolder(file.parent)
        try? StateFile.writeAtomically(Array(text.utf8), to: file)
    }

    /// When a process started (proc_pid_stat(5), field 22); nil when it is not there, or is over and only not yet buried.
    static func start(of process: Int32) -> UInt64? {
        guard let text = try? BoundedFile.read(HostPath("/proc/\(process)/stat"), limit: 1 << 16) else { return nil }
        // The name in brackets may hold blanks and brackets.
        guard let end = text.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = text[(end + 1)...].split(separator: UInt8(ascii: " "))
        guard fields.count > 19, !fields[0].elementsEqual("Z".utf8) else { return nil }
        return UInt64(String(decoding: fields[19], as: UTF8.self))
    }
}
