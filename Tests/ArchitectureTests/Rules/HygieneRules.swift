import FoundationEssentials

/// The beginnings of paths that exist on one machine only; after the first two a name has to follow.
///
/// Put together here from parts, so that this file does not hold them itself.
private let privatePaths: [[UInt8]] = ["home/", "Users/", "root/", "work/", "opt/swift"].map { Array("/\($0)".utf8) }
private let namedPaths = 2

/// Files that mention somebody's home or workplace.
func hygieneViolations(in root: String) throws -> [Violation] {
    try projectFiles(under: root).flatMap { path -> [Violation] in
        let bytes = try Data(contentsOf: URL(filePath: "\(root)/\(path)"))
        // A file with a null in it is no text.
        guard !bytes.contains(0) else { return [] }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { number, line in
            guard let mention = privatePath(in: Array(line)) else { return nil }
            let message =
                "'\(mention)' is a path of one machine; write one that every reader has, such as a relative one"
            return Violation(path: path, line: number + 1, message: message)
        }
    }
}

/// The files of a repository, committed or about to be.
private func projectFiles(under root: String) throws -> [String] {
    let top = try FileManager.default.contentsOfDirectory(atPath: root).filter { name in
        name != ".git" && name != ".swiftpm" && !name.hasPrefix(".build")
    }
    return try top.flatMap { name -> [String] in
        var isFolder = false
        guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder) else { return [] }
        return isFolder ? try relativePaths(under: "\(root)/\(name)").map { "\(name)/\($0)" } : [name]
    }
}

/// The first private path in a line.
private func privatePath(in line: [UInt8]) -> String? {
    for start in line.indices where line[start] == UInt8(ascii: "/") {
        // Further down in a longer path or an address it is a folder that happens to have such a name.
        if start > 0, isPathByte(line[start - 1]) { continue }
        let rest = line[start...].prefix { isPathByte($0) }
        for (index, path) in privatePaths.enumerated() where rest.starts(with: path) {
            let next = rest.dropFirst(path.count).first
            if index < namedPaths, !(next.map { isLetter($0) } ?? false) { continue }
            return String(decoding: rest, as: UTF8.self)
        }
    }
    return nil
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func isPathByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "._-/~".utf8.contains(byte)
}
