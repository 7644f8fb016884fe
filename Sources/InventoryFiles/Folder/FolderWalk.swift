import StorageModel

/// One walk through an inventory's folder.
///
/// A fault of one file becomes a problem and the walk goes on; a ``FolderProblem`` ends it.
struct FolderWalk {
    private(set) var files: [InventorySource.File] = []
    private(set) var problems: [InventoryProblem] = []

    private let named: String
    private let root: String
    private var bytes = 0
    private var names = 0

    /// Makes sure that the path is a folder.
    init(_ path: String) throws {
        named = path
        do {
            root = try FileAccess.realPath(path)
            guard try FileAccess.kind(of: root, followingLinks: true) == .folder else {
                throw FolderProblem(
                    .folderUnreadable, "\(path.quoted) is not a folder",
                    accepted: "an inventory is a folder of YAML files",
                    next: "name the folder that holds institution.yaml")
            }
        } catch let fault as FileFault {
            throw FolderProblem(path, fault)
        }
    }

    /// Reads every file of the inventory.
    mutating func run() throws {
        let names: [String]
        do {
            names = try FileAccess.names(in: root)
        } catch {
            throw FolderProblem(named, error)
        }
        guard names.contains(where: { $0.looksLikeYAML || FileKind(rawValue: $0)?.hasFolder == true }) else {
            throw FolderProblem(
                .folderEmpty, "the folder \(named.quoted) holds no file of an inventory",
                accepted: "an inventory has \(FileKind.requiredLocations)",
                next: "name another folder, or make a new inventory: wheretoshare inventory init \(named.shown)")
        }
        try look(at: names, in: "", depth: 0)
    }

    private mutating func look(at list: [String], in folder: String, depth: Int) throws {
        for name in list.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            names += 1
            guard names <= InventoryFolder.Limit.names else {
                throw tooLarge("more than \(InventoryFolder.Limit.names) names lie in it")
            }
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            do {
                try look(at: path, depth: depth)
            } catch let fault as FileFault {
                tellUnreadable(path, fault)
            }
        }
    }

    private mutating func look(at path: String, depth: Int) throws {
        switch try FileAccess.kind(of: "\(root)/\(path)", followingLinks: false) {
        case .folder where path.looksLikeYAML:
            tellSpecial(path, "a folder")
        case .folder:
            guard depth < InventoryFolder.Limit.depth else {
                throw tooLarge("its folders lie more than \(InventoryFolder.Limit.depth) deep in each other")
            }
            try look(at: FileAccess.names(in: "\(root)/\(path)"), in: path, depth: depth + 1)
        case .link:
            try follow(path, depth: depth)
        case .file where path.looksLikeYAML:
            try take(path, from: "\(root)/\(path)")
        case .special(let kind) where path.looksLikeYAML:
            tellSpecial(path, kind)
        case .file, .special:
            break
        }
    }

    private mutating func follow(_ path: String, depth: Int) throws {
        let isExpected = path.looksLikeYAML || depth > 0 || FileKind(rawValue: path)?.hasFolder == true
        guard isExpected else { return }
        switch try FileAccess.kind(of: "\(root)/\(path)", followingLinks: true) {
        case .folder:
            problems.append(
                InventoryProblem(
                    .link, at: Place(file: path), "\(path.quoted) is a link to a folder",
                    accepted: "links to files inside the inventory's folder; links to folders are not followed",
                    next: "put the folder itself here, or remove the link"))
        case .file where path.looksLikeYAML:
            let target = try FileAccess.realPath("\(root)/\(path)")
            guard target.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
                problems.append(
                    InventoryProblem(
                        .link, at: Place(file: path),
                        "\(path.quoted) is a link that leads out of the inventory's folder",
                        accepted: "links to files inside the inventory's folder, so that its revision names all of it",
                        next: "put a copy of the file here, or remove the link"))
                return
            }
            try take(path, from: target)
        case .special(let kind) where path.looksLikeYAML:
            tellSpecial(path, kind)
        case .file, .link, .special:
            break
        }
    }

    private mutating func take(_ path: String, from actual: String) throws {
        guard FileKind(path: path) != nil else {
            tellUnknown(path)
            return
        }
        guard files.count < InventoryFolder.Limit.files else {
            throw tooLarge("it holds more than \(InventoryFolder.Limit.files) YAML files")
        }
        guard let content = try FileAccess.read(actual, atMost: InventoryFolder.Limit.fileBytes) else {
            problems.append(
                InventoryProblem(
                    .fileTooLarge, at: Place(file: path),
                    "the file is larger than \(ByteSize(bytes: UInt64(InventoryFolder.Limit.fileBytes)))",
                    accepted: "a file that people keep by hand has some kilobytes",
                    next: "divide the file, or remove it if it came here by mistake"))
            return
        }
        bytes += content.count
        guard bytes <= InventoryFolder.Limit.folderBytes else {
            throw tooLarge("its files have more than \(ByteSize(bytes: UInt64(InventoryFolder.Limit.folderBytes)))")
        }
        files.append(InventorySource.File(path: path, bytes: content))
    }

    private func tooLarge(_ why: String) -> FolderProblem {
        FolderProblem(
            .folderTooLarge, "the folder \(named.quoted) is too large for an inventory: \(why)",
            accepted: """
                up to \(InventoryFolder.Limit.files) files with \
                \(ByteSize(bytes: UInt64(InventoryFolder.Limit.folderBytes))) together
                """,
            next: "name the folder that holds institution.yaml and nothing else")
    }

    private mutating func tellSpecial(_ path: String, _ kind: String) {
        problems.append(
            InventoryProblem(
                .fileSpecial, at: Place(file: path), "\(path.quoted) is \(kind)",
                accepted: "ordinary files; anything else is not opened", next: "put a file here, or remove it"))
    }

    private mutating func tellUnreadable(_ path: String, _ fault: FileFault) {
        guard path.looksLikeYAML || FileKind(rawValue: path)?.hasFolder == true else { return }
        if fault.isMissing {
            problems.append(
                InventoryProblem(
                    .link, at: Place(file: path), "\(path.quoted) is a link that leads to nothing",
                    accepted: "links to files inside the inventory's folder", next: "correct the link, or remove it"))
            return
        }
        problems.append(
            InventoryProblem(
                .fileUnreadable, at: Place(file: path), "\(path.quoted) cannot be read: \(fault.reason)",
                accepted: "the account that runs wheretoshare may read every file of the inventory",
                next: "give it that right, or remove the file"))
    }

    private mutating func tellUnknown(_ path: String) {
        let suggestions = FileKind.likelyPaths(for: path)
        problems.append(
            InventoryProblem(
                .fileUnknown, at: Place(file: path), "\(path.quoted) is no file of an inventory",
                accepted: "YAML files are \(FileKind.allCases.map(\.location).joined(separator: ", "))",
                suggestions: suggestions,
                next: suggestions.isEmpty
                    ? "move it to one of these places, or remove it"
                    : "rename it to \(suggestions.map(\.quoted).alternatives)"))
    }
}

extension FolderProblem {
    /// A folder that the operating system does not open.
    fileprivate init(_ path: String, _ fault: FileFault) {
        if fault.isMissing {
            self.init(
                .folderMissing, "there is no folder \(path.quoted)", accepted: "an inventory is a folder of YAML files",
                next: "check the path, or make a new inventory there: wheretoshare inventory init \(path.shown)")
        } else {
            self.init(
                .folderUnreadable, "the folder \(path.quoted) cannot be opened: \(fault.reason)",
                accepted: "the account that runs wheretoshare may read the folder",
                next: "give it that right, or name another folder")
        }
    }
}

extension String {
    /// Whether people take the file for YAML by its name.
    var looksLikeYAML: Bool {
        let name = lowercased()
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }
}
