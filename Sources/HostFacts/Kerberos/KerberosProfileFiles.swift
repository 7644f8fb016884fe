internal import Glibc
internal import StorageModel

/// Reads the files of a Kerberos configuration, with those that they include.
struct KerberosProfileFiles {
    /// What the files hold together.
    private(set) var profile = KerberosProfile()
    /// The files that were read, in order.
    private(set) var files: [String] = []
    /// What could not be read or understood.
    private(set) var problems: [String] = []

    private static let mostFiles = 100
    private static let mostProblems = 40
    private static let deepest = 8

    /// Reads files, in order; those that are not there are passed over.
    init(_ paths: [HostPath]) {
        for path in paths { read(path, depth: 0) }
    }

    private mutating func note(_ problem: String) {
        if problems.count < Self.mostProblems { problems.append(problem) }
    }

    private mutating func read(_ path: HostPath, depth: Int) {
        guard files.count < Self.mostFiles, depth <= Self.deepest else {
            return note("\(path): it is not read, because too many files are included")
        }
        let content: [UInt8]
        do {
            content = try BoundedFile.read(path, limit: ConfigurationLines.sizeLimit)
        } catch {
            // Only a file that another one wants has to be there.
            if depth == 0, case .system(let number) = error, number.rawValue == ENOENT { return }
            return note("\(path): \(error.why)")
        }
        files.append(path.description)
        let text = KerberosProfileText(content)
        for problem in text.problems {
            note(problem.line == 0 ? "\(path): \(problem.why)" : "\(path):\(problem.line): \(problem.why)")
        }
        for part in text.parts {
            switch part {
            case .section(let section): profile.add([section])
            case .inclusion(.file(let name), let line): include(name, in: path, line) { [HostPath($0)] }
            case .inclusion(.folder(let name), let line): include(name, in: path, line, Self.files(inFolder:))
            }
        }
        func include(
            _ name: String, in path: HostPath, _ line: Int, _ list: (String) throws(ErrorNumber) -> [HostPath]
        ) {
            guard name.hasPrefix("/") else { return note("\(path):\(line): '\(name)' does not begin with '/'") }
            do {
                for file in try list(name) { read(file, depth: depth + 1) }
            } catch {
                note("\(path):\(line): the folder '\(HostPath(name))' cannot be read: \(error)")
            }
        }
    }

    /// The files of a folder that count: names of letters, digits, dashes and underscores alone, or ending in `.conf`.
    private static func files(inFolder name: String) throws(ErrorNumber) -> [HostPath] {
        guard let folder = unsafe opendir(name) else { throw .last }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder), names.count < mostFiles * 10 {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
                unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if isConfiguration(name) { names.append(name) }
        }
        return names.sorted().map { HostPath(name).appending($0) }
    }

    static func isConfiguration(_ name: String) -> Bool {
        if name.hasPrefix(".") { return false }
        if name.hasSuffix(".conf") { return true }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
