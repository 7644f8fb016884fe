internal import Glibc

/// A folder for one run that only its owner can enter: for the workers' settings and for tickets.
struct RunFolder: Sendable {
    /// The absolute path.
    let path: String

    /// Makes a folder, in memory where the session has a place for that.
    init() throws(VisitProblem) {
        let parents = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap(Self.environmentValue) + ["/tmp"]
        var number = ENOENT
        for parent in parents where parent.hasPrefix("/") {
            var template = Array("\(parent)/wheretoshare-XXXXXX".utf8CString)
            if unsafe mkdtemp(&template) != nil {
                path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
                return
            }
            number = errno
        }
        throw VisitProblem("no private folder could be made in \(parents.joined(separator: ", ")) (error \(number))")
    }

    /// Makes a folder in the folder.
    func makeFolder(_ name: String) throws(VisitProblem) -> String {
        let folder = "\(path)/\(name)"
        guard unsafe mkdir(folder, 0o700) == 0 else {
            throw VisitProblem("the folder '\(folder)' could not be made (error \(errno))")
        }
        return folder
    }

    /// Removes the folder with all that is in it.
    func remove() { Self.remove(path: path) }

    /// Removes a file, or a folder with all that is in it.
    static func remove(path: String) {
        guard unsafe unlink(path) != 0, let folder = unsafe opendir(path) else { return }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            // The name's field is larger than most entries are, so the bytes are read where they lie.
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            let name = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            names.append(unsafe String(cString: name))
        }
        unsafe closedir(folder)
        for name in names where name != "." && name != ".." { remove(path: "\(path)/\(name)") }
        unsafe rmdir(path)
    }

    /// The value of an environment variable; nil when it is not set or empty.
    static func environmentValue(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}

/// Why no visit can be made, in words.
struct VisitProblem: Error, Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}
