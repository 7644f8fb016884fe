/// What a script printed, found in a paste and put together again.
struct PastedBlock {
    /// One line of the script's.
    struct Fact: Hashable {
        /// The line of the paste that it begins at.
        var line: Int
        var key: String
        var value: String
    }

    var system: ScriptSystem
    var facts: [Fact]
    /// The lines around it.
    var outside: [PastedText.Line]
    /// How many other blocks of scripts the paste holds.
    var others: Int

    static let version = 1
    static let begin = "WTS-BEGIN"
    static let end = "WTS-END"

    /// The last block in a paste; nil when there is none.
    /// - Throws: A problem with the line at which it is not as the script printed it.
    init?(in text: PastedText, named name: String) throws(CommandProblem) {
        let lines = text.lines
        let starts = lines.indices.filter { Self.isMark(Self.begin, lines[$0]) }
        guard let start = starts.last else {
            guard let stray = lines.first(where: { Self.isMark(Self.end, $0) }) else { return nil }
            throw PasteProblem.whole(
                name, what: "lacks its beginning",
                "there is the last line of a script (line \(stray.number)), and no line \(Self.begin) before it")
        }
        let marks = lines[start].text.split(separator: " ")
        guard marks.count >= 2, let number = Int(marks[1]), number == Self.version else {
            throw PasteProblem.line(
                lines[start].number, of: name,
                "it is of version '\(marks.dropFirst().first ?? "")' of the script, and this program reads \(Self.version)"
            )
        }
        guard marks.count >= 3, let system = ScriptSystem(rawValue: String(marks[2])) else {
            throw PasteProblem.line(
                lines[start].number, of: name, "it does not name a system that there is a script for")
        }
        guard let stop = lines.indices.dropFirst(start + 1).first(where: { Self.isMark(Self.end, lines[$0]) }) else {
            throw PasteProblem.whole(
                name, what: "is cut off",
                "it ends at line \(lines[lines.count - 1].number) without the last line of the script (\(Self.end) …)")
        }
        let facts = try Self.facts(lines[(start + 1)..<stop], named: name)
        let count = lines[stop].text.split(separator: " ").dropFirst(3).first.flatMap { Int($0) }
        guard count == facts.count else {
            throw PasteProblem.whole(
                name, what: "lacks lines",
                "the script printed \(count.map { "\($0)" } ?? "an unknown number of") lines, and \(facts.count) arrived"
            )
        }
        self.system = system
        self.facts = facts
        outside = Array(lines[..<start] + lines[(stop + 1)...])
        others = starts.count - 1
    }

    /// Whether a line is a mark and not a sentence that speaks of one: the version follows.
    private static func isMark(_ mark: String, _ line: PastedText.Line) -> Bool {
        line.text.hasPrefix(mark + " ") && line.text.dropFirst(mark.count + 1).first?.isWholeNumber == true
    }

    /// Puts lines together that were wrapped on their way, and compares their seals and numbers.
    private static func facts(
        _ lines: ArraySlice<PastedText.Line>, named name: String
    ) throws(CommandProblem) -> [Fact] {
        var facts: [Fact] = []
        var rest = lines
        while let first = rest.popFirst() {
            var parts = [first.text]
            while let next = rest.first, !isBeginning(next.text) {
                parts.append(next.text)
                rest = rest.dropFirst()
            }
            guard let whole = unwrapped(parts) else {
                throw PasteProblem.line(
                    first.number, of: name,
                    isBeginning(first.text)
                        ? "its check sum does not fit: something was cut off or changed on the way"
                        : "it belongs to no line of the script")
            }
            let digits = whole.prefix { $0 != " " }
            let colon = whole.firstIndex(of: ":") ?? whole.endIndex
            let key = whole[..<colon].dropFirst(digits.count + 1)
            guard Int(digits) == facts.count + 1 else {
                throw PasteProblem.line(
                    first.number, of: name,
                    "it is number \(digits) of the script's lines, and number \(facts.count + 1) should stand here")
            }
            let value = whole[colon...].dropFirst().drop { $0 == " " }
            facts.append(Fact(line: first.number, key: String(key), value: String(value)))
        }
        return facts
    }

    /// Whether a line begins as the script's do: two digits or three, a space, a key and a colon.
    private static func isBeginning(_ line: String) -> Bool {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard (2...3).contains(digits.count), rest.first == " " else { return false }
        let key = rest.dropFirst().prefix { $0.isASCII && $0.isLowercase || $0 == "-" }
        return !key.isEmpty && rest.dropFirst(key.count + 1).first == ":"
    }

    /// A line that was wrapped so often was not wrapped, but typed.
    private static let mostParts = 7

    /// The line that the parts were, without its seal: wrapped at a space, which is lost then, or within a word; nil when
    /// no way to join them fits the seal.
    private static func unwrapped(_ parts: [String]) -> String? {
        guard parts.count <= mostParts else { return nil }
        for joints in 0..<(1 << (parts.count - 1)) {
            var line = parts[0]
            for (place, part) in parts.dropFirst().enumerated() {
                line += (joints >> place & 1 == 0 ? " " : "") + part
            }
            guard line.utf8.count > 6, isBeginning(line) else { continue }
            let body = String(line.dropLast(6))
            if line.hasSuffix(" ~" + PasteSeal.seal(body)) { return body }
        }
        return nil
    }
}
