import Yams

/// Reads a file of the inventory as YAML.
enum YAMLDocument {
    /// The value that a file holds, or why it holds none.
    ///
    /// Recursion is bounded and aliases are refused before a tree is built, so that no file can exhaust memory or
    /// stack.
    static func read(_ file: InventorySource.File) -> Result<YAMLNode, SourceProblems> {
        let bytes: [UInt8]
        switch SourceCharacters.check(file) {
        case .success(let checked): bytes = checked
        case .failure(let problems): return .failure(problems)
        }
        let refused = YAMLGate.problems(in: bytes, of: file.path)
        guard refused.isEmpty else { return .failure(SourceProblems(refused)) }
        do {
            // Types of plain texts are decided by what the reader wants, so no resolver rules are needed.
            let text = String(decoding: bytes, as: UTF8.self)
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                return .failure(SourceProblems([YAMLSyntax.problem(.memory, in: file.path)]))
            }
            return try .success(node(root, in: file.path))
        } catch let error as YamlError {
            return .failure(SourceProblems([YAMLSyntax.problem(error, in: file.path)]))
        } catch let problems as SourceProblems {
            return .failure(problems)
        } catch {
            return .failure(SourceProblems([YAMLSyntax.problem(.memory, in: file.path)]))
        }
    }

    private static func node(_ node: Node, in path: String) throws(SourceProblems) -> YAMLNode {
        let place = Place(file: path, node.mark)
        switch node {
        case .scalar(let scalar):
            return YAMLNode(place: place, content: .text(scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            var list: [YAMLNode] = []
            list.reserveCapacity(sequence.count)
            for element in sequence { list.append(try self.node(element, in: path)) }
            return YAMLNode(place: place, content: .list(list))
        case .mapping(let mapping):
            var table: [YAMLEntry] = []
            table.reserveCapacity(mapping.count)
            for (key, value) in mapping { table.append(try entry(key, value, in: path)) }
            return YAMLNode(place: place, content: .table(table))
        case .alias:
            throw SourceProblems([YAMLSyntax.unexpected("an alias", at: place)])
        }
    }

    private static func entry(_ key: Node, _ value: Node, in path: String) throws(SourceProblems) -> YAMLEntry {
        let place = Place(file: path, key.mark)
        guard case .scalar(let word) = key else {
            throw SourceProblems([YAMLSyntax.unexpected("a list or table as a key", at: place)])
        }
        return YAMLEntry(
            key: word.string, keyIsPlain: word.style == .plain, keyPlace: place,
            value: try node(value, in: path))
    }
}

extension Place {
    fileprivate init(file: String, _ mark: Mark?) {
        self.init(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
    }
}
