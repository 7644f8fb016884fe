public import StorageModel

/// Makes an inventory of its files, or tells everything that is wrong with them.
public enum InventoryReader {
    /// The inventory that the files describe.
    ///
    /// Throws every problem that was found, by file, line and column; never gives a part of an inventory. Does no I/O.
    public static func read(_ source: InventorySource) throws(InventoryUnusable) -> Inventory {
        let reading = Reading()
        for problem in source.problems {
            reading.tell(problem)
            // The file itself, the folder, or the file that was probably meant.
            let kinds =
                ([problem.file] + problem.suggestions).map { FileKind(path: $0) } + [FileKind(rawValue: problem.file)]
            for kind in kinds.compactMap(\.self) { reading.names.miss(kind.declares) }
        }
        read(source.files, reading)
        tellMissing(source, reading)
        reading.tellDangling()
        reading.tellCollisions()
        GroupCycleCheck.run(reading.draft, reading)
        reading.runChecks()
        let problems = reading.verdict
        guard problems.isEmpty, let inventory = reading.draft.inventory(revision: source.revision) else {
            throw InventoryUnusable(folder: source.folder, problems: problems)
        }
        return inventory
    }

    private static func read(_ files: [InventorySource.File], _ reading: Reading) {
        let known = files.compactMap { file in FileKind(path: file.path).map { (file: file, kind: $0) } }
        for (file, kind) in known.sorted(by: { $0.kind.readingOrder < $1.kind.readingOrder }) {
            reading.file = SourceFile(path: file.path, kind: kind)
            switch YAMLDocument.read(file) {
            case .success(let root):
                // What could not be read has told its problems.
                try? kind.read(root, reading)
            case .failure(let failure):
                for problem in failure.problems { reading.tell(problem) }
                reading.names.miss(kind.declares)
            }
        }
    }

    /// Tells files that every inventory has, and the texts of languages.
    private static func tellMissing(_ source: InventorySource, _ reading: Reading) {
        let paths = source.files.map(\.path) + source.problems.map(\.file)
        let kinds = Set(paths.compactMap { FileKind(path: $0) })
        for kind in FileKind.allCases where kind.isRequired && !kinds.contains(kind) {
            // Which languages there are is said by the institution.
            if kind == .texts, reading.draft.institution != nil { continue }
            tellMissing(kind.location, reading)
            reading.names.miss(kind.declares)
        }
        guard let languages = reading.draft.institution?.languages else { return }
        for language in languages {
            let path = "\(FileKind.texts.rawValue)/\(language)\(FileKind.ending)"
            if !paths.contains(path) { tellMissing(path, reading) }
        }
        for file in source.files where FileKind(path: file.path) == .texts {
            let stem = SourceFile(path: file.path, kind: .texts).stem
            guard !languages.contains(Language(stem)) else { continue }
            reading.tell(
                .fileName, at: Place(file: file.path), "\(stem.quoted) is not among the languages of the institution",
                accepted: "texts are in the files of \(languages.map(\.code).enumeration)",
                next: "add it to 'languages' in institution.yaml, or remove the file")
        }
    }

    private static func tellMissing(_ location: String, _ reading: Reading) {
        reading.tell(
            InventoryProblem(
                file: location, code: .fileMissing, message: "there is no \(location)",
                accepted: "every inventory has \(FileKind.requiredLocations)",
                next: "write it; 'wheretoshare inventory init' shows one in another folder"))
    }
}
