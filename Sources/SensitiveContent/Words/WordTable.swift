/// Finds the words and phrases that mean something, by the hashes that the scan computes anyway.
///
/// A Bloom filter keeps nearly all words of a text away from the table.
struct WordTable: Sendable {
    /// One entry: a word that stands for itself, that ends a phrase, or both.
    struct Entry: Hashable, Sendable {
        var hash: UInt64
        /// The term; -1 when the word only ends phrases.
        var term: Int32
        var endsPhrase = false
        /// Whether it ends a phrase of three words, too.
        var endsLongPhrase = false
        /// Whether it begins a phrase whose last word is too common to be looked at each time, and one of three words.
        var beginsPhrase = false
        var beginsLongPhrase = false
    }

    /// How many bytes a word or a phrase has at most where it stands.
    private(set) var longest = 0
    /// What a term is context of.
    private(set) var groups: [GroupSet] = []
    /// A bit for each hash of the first eight letters of a word.
    private(set) var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
    private var entries: [Entry?] = []
    private var phrases = HashSlots()
    private var phrasesAhead = HashSlots()

    static let filterBits = 17
    /// So many bytes may stand between two words of a phrase.
    static let widestGap = 3

    /// Words that stand everywhere, in prose and in programs.
    private static let commonWords = Set(
        [
            "an", "at", "by", "class", "data", "details", "do", "for", "group", "information", "key", "line", "list",
            "names", "no", "on", "only", "origin", "status", "type", "union", "use",
        ].map { wordHash($0.utf8) })

    /// Prepares a table.
    /// - Parameter vocabulary: Phrases in lower case, words separated by spaces, each with what it is context of.
    init(_ vocabulary: [(phrase: String, groups: GroupSet)]) {
        var terms: [String: Int] = [:]
        var words: [UInt64: Entry] = [:]
        var phraseTerms: [UInt64: Int32] = [:]
        var phraseTermsAhead: [UInt64: Int32] = [:]
        terms.reserveCapacity(vocabulary.count)
        words.reserveCapacity(2 * vocabulary.count)
        for (phrase, ownGroups) in vocabulary {
            if let known = terms[phrase] {
                groups[known].insert(ownGroups)
                continue
            }
            let term = Int32(groups.count)
            terms[phrase] = Int(term)
            groups.append(ownGroups)
            for spelling in spellings(of: phrase) {
                let parts = spelling.utf8.split(separator: 0x20)
                longest = max(longest, spelling.utf8.count + Self.widestGap * (parts.count - 1))
                guard let lastPart = parts.last else { continue }
                // A key writes a phrase as one word: `dateOfBirth`.
                let letters = parts.count == 1 ? Array(lastPart) : spelling.utf8.filter { $0 != 0x20 }
                let joined = wordHash(letters)
                noteBeginning(of: letters)
                words[joined, default: Entry(hash: joined, term: -1)].term = term
                guard parts.count > 1 else { continue }
                let hashes = parts.map { wordHash($0) }
                let (first, last) = (hashes[0], hashes[hashes.count - 1])
                let phrase = hashes.dropFirst().reduce(first, phraseHash)
                if Self.commonWords.contains(last), !Self.commonWords.contains(first) {
                    noteBeginning(of: parts[0])
                    words[first, default: Entry(hash: first, term: -1)].beginsPhrase = true
                    if parts.count > 2 { words[first]?.beginsLongPhrase = true }
                    phraseTermsAhead[phrase] = term
                } else {
                    noteBeginning(of: lastPart)
                    words[last, default: Entry(hash: last, term: -1)].endsPhrase = true
                    if parts.count > 2 { words[last]?.endsLongPhrase = true }
                    phraseTerms[phrase] = term
                }
            }
        }
        phrases = HashSlots(phraseTerms)
        phrasesAhead = HashSlots(phraseTermsAhead)
        var size = 1024
        while size < words.count * 2 { size *= 2 }
        entries = Array(repeating: nil, count: size)
        for entry in words.values.sorted(by: { $0.hash < $1.hash }) {
            var slot = Int(truncatingIfNeeded: scattered(entry.hash)) & (size - 1)
            while entries[slot] != nil { slot = (slot + 1) & (size - 1) }
            entries[slot] = entry
        }
    }

    /// How many terms there are.
    var count: Int { groups.count }

    /// Lets words that begin with the first eight letters of one pass the filter.
    private mutating func noteBeginning(of word: some Sequence<UInt8>) {
        let bit = filterBit(of: wordHash(word.prefix(8)))
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    /// Whether a word of at most eight letters may mean something.
    func mayHold(_ word: Span<UInt8>) -> Bool {
        let bit = filterBit(of: wordHash(word, from: 0, upTo: word.count))
        return filter.span[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    /// The entry of a word that passed the filter; nil when the filter was wrong.
    func entry(of hash: UInt64) -> Entry? {
        var slot = Int(truncatingIfNeeded: scattered(hash)) & (entries.count - 1)
        while let entry = entries[slot] {
            if entry.hash == hash { return entry }
            slot = (slot + 1) & (entries.count - 1)
        }
        return nil
    }

    /// The term that a phrase is which is looked for from its last word.
    func phrase(_ hash: UInt64) -> Int32? { phrases.value(of: hash) }

    /// The term that a phrase is which is looked for from its first word.
    func phraseAhead(_ hash: UInt64) -> Int32? { phrasesAhead.value(of: hash) }

    /// What the path of a key is context of; the name of a file is nobody's.
    func groups(ofKey path: String) -> GroupSet { path.hasPrefix("file/") ? .none : groups(in: path) }

    /// What a label, header or key consists of: the groups of all words and phrases in it.
    func groups(in label: String) -> GroupSet {
        var found = GroupSet.none
        var history: [UInt64] = []
        for word in labelWords(label) {
            let hash = wordHash(word)
            history.append(hash)
            if let entry = entry(of: hash), entry.term >= 0 { found.insert(groups[Int(entry.term)]) }
            for length in 2...3 where history.count >= length {
                let parts = history.suffix(length)
                let phrase = parts.dropFirst().reduce(parts[parts.startIndex], phraseHash)
                if let term = self.phrase(phrase) ?? phraseAhead(phrase) { found.insert(groups[Int(term)]) }
            }
        }
        return found
    }
}

/// The hash of a phrase from that of its beginning and its next word.
@inline(__always)
func phraseHash(_ beginning: UInt64, _ word: UInt64) -> UInt64 {
    (beginning &* 0xD6E8_FEB8_6659_FD93) ^ (word &+ 0x9E37_79B9_7F4A_7C15)
}

@inline(__always)
func scattered(_ hash: UInt64) -> UInt64 {
    (hash &* 0x9E37_79B9_7F4A_7C15) >> 24
}

/// The bit of the filter that stands for a hash.
@inline(__always)
func filterBit(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> UInt64(64 - WordTable.filterBits))
}

/// How a phrase can be written: with umlauts of one or two code points, with `ae` and `ss`, or with `ss` alone.
private func spellings(of phrase: String) -> [String] {
    // Among ASCII's letters case does not count, and most phrases have no others.
    if phrase.utf8.allSatisfy({ $0 < 0x80 }) { return [phrase] }
    func replacing(_ spelling: (Unicode.Scalar) -> String?) -> String {
        phrase.unicodeScalars.reduce(into: "") { $0 += spelling($1) ?? String($1) }
    }
    let ownSpellings = [
        phrase, replacing { $0 == "ß" ? "ss" : nil }, replacing { umlauts[$0]?.plain },
        replacing { umlauts[$0]?.decomposed },
    ]
    // Case does not count in Latin-1 either; beyond it, capitals differ from small letters by more than one bit.
    guard phrase.unicodeScalars.contains(where: { $0.value >= 0xFF }) else { return ownSpellings }
    return ownSpellings + [phrase.uppercased(), phrase.prefix(1).uppercased() + phrase.dropFirst()]
}

/// German letters as ASCII writes them, and of two code points.
private let umlauts: [Unicode.Scalar: (plain: String, decomposed: String)] = [
    "ä": ("ae", "a\u{308}"), "ö": ("oe", "o\u{308}"), "ü": ("ue", "u\u{308}"), "ß": ("ss", "ß"),
]

/// The words of a label: `dateOfBirth`, `date_of_birth` and `Date of birth` have the same three.
func labelWords(_ label: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    for byte in label.utf8 {
        let isLetter = ByteKind.of(byte) & ByteKind.continuesWord != 0
        let beginsHump = isLetter && byte.isUpperCase && previous.isLowerCase
        if (!isLetter || beginsHump) && !word.isEmpty {
            words.append(word)
            word = []
        }
        if isLetter { word.append(byte) }
        previous = byte
    }
    if !word.isEmpty { words.append(word) }
    return words
}
