internal import CLinux
internal import Glibc

/// A folder that only its owner can enter, for a program that cannot but write files; in memory where there is a place.
struct ScratchFolder: Sendable {
    let path: String

    /// Makes a folder; nil when none can be made.
    init?() {
        for parent in ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap(Self.environmentValue) + ["/dev/shm", "/tmp"]
        where parent.hasPrefix("/") {
            var template = Array("\(parent)/wheretoshare-XXXXXX".utf8CString)
            if unsafe mkdtemp(&template) != nil {
                path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
                return
            }
        }
        return nil
    }

    /// The files in it and below, with their paths from here.
    func files() -> [(name: String, path: String)] { Self.files(below: path, as: "") }

    /// Removes it with all that is in it.
    func remove() { Self.remove(path) }

    private static func files(below folder: String, as prefix: String) -> [(name: String, path: String)] {
        names(in: folder).sorted().flatMap { name -> [(name: String, path: String)] in
            let path = "\(folder)/\(name)"
            var status = stat()
            guard unsafe lstat(path, &status) == 0 else { return [] }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: return files(below: path, as: "\(prefix)\(name)/")
            case S_IFREG: return [("\(prefix)\(name)", path)]
            default: return []
            }
        }
    }

    private static func remove(_ path: String) {
        guard unsafe unlink(path) != 0 else { return }
        for name in names(in: path) { remove("\(path)/\(name)") }
        unsafe rmdir(path)
    }

    private static func names(in path: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            // The name's field is larger than most entries are, so the bytes are read where they lie.
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            let name = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            names.append(unsafe String(cString: name))
        }
        return names.filter { $0 != "." && $0 != ".." }
    }

    private static func environmentValue(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}
