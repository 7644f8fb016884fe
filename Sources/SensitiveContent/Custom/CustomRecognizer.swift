internal import StorageModel

/// Looks for what an institution's own detector describes.
struct CustomRecognizer: Detector {
    let description: DetectorDescription
    let triggers: [Trigger] = [.anchor(.token)]
    let words: [String]
    private let own: CustomDetector
    private let exact: Set<UInt64>
    private let prefixes: [Int: Set<UInt64>]

    init(_ detector: CustomDetector) throws(CustomDetectorError) {
        description = detector.description
        own = detector
        words = detector.words.map { $0.lowercased() }
        var exact: Set<UInt64> = []
        var prefixes: [Int: Set<UInt64>] = [:]
        switch detector.rule {
        case .pattern: break
        case .values(let values):
            try Self.check(values, of: detector.description.id)
            exact = Set(values.map { Self.hash($0.utf8) })
        case .prefixes(let values):
            try Self.check(values, of: detector.description.id)
            for value in values { prefixes[value.utf8.count, default: []].insert(Self.hash(value.utf8)) }
        }
        self.exact = exact
        self.prefixes = prefixes
        if detector.alone == nil, detector.words.isEmpty { throw .noWords(detector.description.id) }
        for word in words {
            let parts = word.split(separator: " ", omittingEmptySubsequences: false)
            let isWord =
                (1...3).contains(parts.count)
                && parts.allSatisfy { part in
                    part.count >= 2 && part.utf8.allSatisfy { $0.isLetter || $0 >= 0x80 }
                }
            guard isWord else { throw .word(detector.description.id, word) }
        }
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        let before = text.byte(start - 1)
        guard !before.isLetterOrDigit, before != UInt8(ascii: "_") else { return nil }
        switch own.rule {
        case .pattern(let pattern, let check):
            guard let end = pattern.end(in: text, at: start) else { return nil }
            if let check {
                var symbols = Symbols()
                for position in start..<end where text[position].isLetterOrDigit {
                    symbols.append(text[position].upperCased)
                }
                guard check.holds(symbols) else { return nil }
            }
            return match(start, end)
        case .values:
            let end = Self.valueEnd(text, from: start)
            guard end > start, exact.contains(Self.hash(text, start, end)) else { return nil }
            return match(start, end)
        case .prefixes:
            let end = Self.valueEnd(text, from: start)
            for (length, hashes) in prefixes where start + length < end {
                if hashes.contains(Self.hash(text, start, start + length)) { return match(start, end) }
            }
            return nil
        }
    }

    /// The institution knows its own numbers: no other rule doubts them.
    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        surroundings.near.meets(surroundings.own) ? match.inContext : match.alone
    }

    var revision: String { "\(own)" }

    private func match(_ start: Int, _ end: Int) -> Match {
        Match(start, end, alone: own.alone, inContext: own.inContext, mask: .ends(1, 1))
    }

    private static func check(_ values: [String], of id: DetectorID) throws(CustomDetectorError) {
        if values.isEmpty { throw .value(id, nil) }
        for value in values {
            let bytes = Array(value.utf8)
            guard bytes.count >= 3, bytes.count <= 64, let first = bytes.first, isValueByte(first),
                bytes.allSatisfy(isValueByte)
            else { throw .value(id, value) }
        }
    }

    private static func isValueByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/")
    }

    private static func valueEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < start + 64, isValueByte(text.byte(end)) { end += 1 }
        // The point that ends a sentence is no part of a value.
        while end > start, !text[end - 1].isLetterOrDigit, text[end - 1] < 0x80 { end -= 1 }
        return end
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1.upperCased)) &* 0x100_0000_01B3 }
    }

    private static func hash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for position in start..<end { hash = (hash ^ UInt64(text[position].upperCased)) &* 0x100_0000_01B3 }
        return hash
    }
}
