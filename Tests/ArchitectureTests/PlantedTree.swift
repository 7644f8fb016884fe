import TestKit

/// Plants a small package, with an empty target for each name, and looks at it.
func withPlantedTree<Result>(
    targets: some Collection<String>,
    files: [String: String] = [:],
    _ body: (SourceTree) throws -> Result
) throws -> Result {
    try withTemporaryFolder { folder in
        try folder.makeFolder("Sources")
        for target in targets { try folder.makeFolder("Sources/\(target)") }
        for (path, text) in files { try folder.write(text, to: path) }
        return try body(try SourceTree(root: folder.path))
    }
}
