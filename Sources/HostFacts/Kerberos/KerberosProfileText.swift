/// Reads the text of one file of a Kerberos configuration, line by line as MIT Kerberos 1.20 does.
///
/// A line that breaks the form is noted and passed over; the library itself would read nothing of the configuration.
struct KerberosProfileText {
    /// Another file that a line wants to be read.
    enum Inclusion: Hashable {
        case file(String)
        case folder(String)
    }

    /// Something in the file, in order.
    enum Part {
        case section(KerberosProfile.Relation)
        case inclusion(Inclusion, line: Int)
    }

    /// What is wrong with a line, in words.
    struct Problem: Hashable {
        var line: Int
        var why: String
    }

    private(set) var parts: [Part] = []
    private(set) var problems: [Problem] = []

    /// A name in front of braces that are open, and what stands in them so far.
    private struct Level {
        var name: String
        var relations: [KerberosProfile.Relation] = []
    }

    private static let deepest = 32
    private static let mostProblems = 20

    private var levels: [Level] = []
    private var wantsBrace: String?

    /// Reads a text.
    init(_ text: [UInt8]) {
        for line in ConfigurationLines.numbered(text) { read(line.text, line.number) }
        if levels.count > 1 { note(0, "a brace '{' is never closed") }
        endSection()
    }

    private mutating func note(_ line: Int, _ why: String) {
        if problems.count < Self.mostProblems { problems.append(Problem(line: line, why: why)) }
    }

    private mutating func read(_ line: String, _ number: Int) {
        let line = Self.trimmed(line[...])
        if let inclusion = Self.inclusion(line) {
            // What the section had so far comes before what the other file has.
            if levels.count == 1, let name = levels.first?.name {
                endSection()
                levels = [Level(name: name)]
            }
            parts.append(.inclusion(inclusion, line: number))
            return
        }
        // Before the first section anything may stand.
        if levels.isEmpty, line.first != "[" { return }
        guard let first = line.first, first != ";", first != "#" else { return }
        if let name = wantsBrace {
            wantsBrace = nil
            guard first == "{" else { return note(number, "'\(name)' has neither a value nor braces") }
            return open(name, number)
        }
        switch first {
        case "[": readSection(line, number)
        case "}": closeBrace(number)
        default: readRelation(line, number)
        }
    }

    private mutating func readSection(_ line: Substring, _ number: Int) {
        guard levels.count <= 1 else { return note(number, "a section begins within braces") }
        guard let end = line.firstIndex(of: "]") else { return note(number, "']' is missing") }
        endSection()
        levels = [Level(name: String(line[line.index(after: line.startIndex)..<end]))]
        let rest = line[line.index(after: end)...].drop { $0 == "*" }
        if !rest.isEmpty { note(number, "something stands behind ']'") }
    }

    private mutating func readRelation(_ line: Substring, _ number: Int) {
        guard let equals = line.firstIndex(of: "=") else { return note(number, "'=' is missing") }
        let tag = Self.trimmed(line[..<equals])
        guard !tag.isEmpty, !tag.contains(where: \.isWhitespace) else {
            return note(number, "a name in front of '=' is one word")
        }
        // A star says that files read later have nothing to add.
        let name = String(tag.prefix { $0 != "*" })
        let value = Self.trimmed(line[line.index(after: equals)...])
        if value.isEmpty {
            wantsBrace = name
        } else if value == "{" {
            open(name, number)
        } else {
            append(.init(name: name, content: .text(value.first == "\"" ? Self.unquoted(value) : String(value))))
        }
    }

    private mutating func open(_ name: String, _ number: Int) {
        guard levels.count < Self.deepest else { return note(number, "braces are nested too deeply") }
        levels.append(Level(name: name))
    }

    private mutating func closeBrace(_ number: Int) {
        guard levels.count > 1, let closed = levels.popLast() else {
            return note(number, "a brace '}' is closed that was not opened")
        }
        append(.init(name: closed.name, content: .relations(closed.relations)))
    }

    private mutating func append(_ relation: KerberosProfile.Relation) {
        guard let last = levels.indices.last else { return }
        levels[last].relations.append(relation)
    }

    private mutating func endSection() {
        while levels.count > 1, let open = levels.popLast() {
            append(.init(name: open.name, content: .relations(open.relations)))
        }
        if let section = levels.popLast() {
            parts.append(.section(.init(name: section.name, content: .relations(section.relations))))
        }
    }

    private static func inclusion(_ line: Substring) -> Inclusion? {
        for (word, make) in [("include", Inclusion.file), ("includedir", Inclusion.folder)] {
            let rest = line.dropFirst(word.count)
            guard line.hasPrefix(word), rest.first?.isWhitespace == true else { continue }
            return make(String(trimmed(rest)))
        }
        return nil
    }

    /// A text in quotation marks, without them; a backslash stands for what follows it.
    private static func unquoted(_ text: Substring) -> String {
        var value = ""
        var isEscaped = false
        for character in text.dropFirst() {
            if isEscaped {
                switch character {
                case "n": value.append("\n")
                case "t": value.append("\t")
                case "b": value.append("\u{8}")
                default: value.append(character)
                }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                break
            } else {
                value.append(character)
            }
        }
        return value
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
