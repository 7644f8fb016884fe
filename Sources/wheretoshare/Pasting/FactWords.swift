internal import StorageModel

/// The words of one fact in a paste, read from left to right.
struct FactWords {
    let fact: PastedBlock.Fact
    let paste: String
    private var words: ArraySlice<Substring>

    init(_ fact: PastedBlock.Fact, of paste: String) {
        self.fact = fact
        self.paste = paste
        words = fact.value.split(separator: " ")[...]
    }

    /// The next word.
    mutating func next(_ what: String) throws(CommandProblem) -> String {
        guard let word = words.popFirst() else { throw problem("'\(fact.key)' needs \(what)") }
        return String(word)
    }

    mutating func address() throws(CommandProblem) -> IPAddress {
        let word = try next("an address")
        guard let address = IPAddress(word) else { throw problem("'\(word.shownOnOneLine)' is not an address") }
        return address
    }

    mutating func block() throws(CommandProblem) -> (IPAddress, AddressBlock) {
        let word = try next("an address with the length of its network")
        let parts = word.split(separator: "/")
        guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]),
            let block = AddressBlock(around: address, prefixLength: length)
        else { throw problem("'\(word.shownOnOneLine)' is not an address with the length of its network") }
        return (address, block)
    }

    mutating func number() throws(CommandProblem) -> Int {
        let word = try next("a number")
        guard let number = Int(word), number >= 0 else { throw problem("'\(word.shownOnOneLine)' is not a number") }
        return number
    }

    /// The next word as one of a table's.
    mutating func one<Value>(of table: [String: Value], _ what: String) throws(CommandProblem) -> Value {
        let word = try next(what)
        guard let value = table[word] else {
            throw problem("'\(word.shownOnOneLine)' is not \(what): \(table.keys.sorted().joined(separator: ", "))")
        }
        return value
    }

    /// A moment in UTC (RFC 3339); nil for a hyphen.
    mutating func moment() throws(CommandProblem) -> Int64? {
        let word = try next("a time")
        if word == "-" { return nil }
        guard let moment = Moment(rfc3339: word) else {
            throw problem("'\(word.shownOnOneLine)' is not a time such as 2026-11-26T08:00:00Z")
        }
        return moment.secondsSince1970
    }

    /// A value that may be given as `name=value`, wherever it stands.
    mutating func option(_ name: String) -> String? {
        guard let place = words.firstIndex(where: { $0.hasPrefix(name + "=") }) else { return nil }
        let value = words[place].dropFirst(name.utf8.count + 1)
        words = ArraySlice(words[..<place] + words[(place + 1)...])
        return String(value)
    }

    mutating func milliseconds() throws(CommandProblem) -> Duration {
        guard let text = option("ms") else { return .zero }
        guard let number = Int(text), (0...600_000).contains(number) else {
            throw problem("'ms=\(text.shownOnOneLine)' is not a number of milliseconds")
        }
        return .milliseconds(number)
    }

    /// All words that are left.
    mutating func rest() -> String {
        defer { words = [] }
        return words.joined(separator: " ")
    }

    func problem(_ why: String) -> CommandProblem { PasteProblem.line(fact.line, of: paste, why) }
}
