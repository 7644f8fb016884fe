import FoundationEssentials
import TestKit

/// The folder of a package, real or planted, as the guards see it.
struct SourceTree {
    /// A file with its path from the root.
    struct File {
        let path: String
        let source: SwiftSource
    }

    let root: String
    /// The Swift files of each target under `Sources`.
    let targets: [String: [File]]

    init(root: String) throws {
        self.root = root
        let manager = FileManager.default
        var targets: [String: [File]] = [:]
        for target in try manager.contentsOfDirectory(atPath: "\(root)/Sources").sorted() {
            let paths = try relativePaths(under: "\(root)/Sources/\(target)").filter { $0.hasSuffix(".swift") }
            targets[target] = try paths.map { path in
                let path = "Sources/\(target)/\(path)"
                let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
                return File(path: path, source: SwiftSource(text))
            }
        }
        self.targets = targets
    }
}

/// The repository's own tree, read once for all tests.
let repositoryTree = Result { try SourceTree(root: repositoryRoot) }

/// The files under a folder in their order, each from the folder on; hidden folders and links are left out.
func relativePaths(under folder: String) throws -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(prefix)") {
            let path = prefix + name
            switch try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")[.type] as? FileAttributeType {
            case .typeRegular: found.append(path)
            case .typeDirectory where !name.hasPrefix("."): waiting.append("\(path)/")
            default: break
            }
        }
    }
    return found.sorted()
}
