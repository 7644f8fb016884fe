internal import SensitiveContent

/// The keys that lead to a place in records, whose paths are put together once and not for each record.
struct KeyPaths {
    private struct Level {
        let isObject: Bool
        /// What encloses it.
        var outer: Int
        /// What its current key leads to.
        var inner: Int
        /// What its last key led to; 0 before the first.
        var last = 0
    }

    /// A key, and what it stands under.
    private struct Step: Hashable {
        let outer: Int
        let key: [UInt8]

        func hash(into hasher: inout Hasher) {
            hasher.combine(outer)
            // Eight bytes at a time: the standard library's way takes each by itself.
            var eight: UInt64 = 0
            for (index, byte) in key.enumerated() {
                eight = eight << 8 | UInt64(byte)
                if index & 7 == 7 { hasher.combine(eight) }
            }
            hasher.combine(eight)
        }
    }

    private struct Place {
        /// The innermost keys.
        let keys: [String]
        /// Where the last of them is written among the names.
        let name: Range<Int>
        let context: KeyContext
        /// What its innermost key is called, as a number, and whether programs write texts under it in pieces.
        let label: Int
        let isRun: Bool
        /// The first key that stood under it in a record, and the key that came after it; 0 before they are known.
        var first = 0
        var next = 0

        /// Keys of texts whose look changes in the middle, in Quill, Slate, ProseMirror, Notion and Telegram.
        private static let runs: Set = ["text", "insert", "plain_text", "content"]

        init(keys: [String], name: Range<Int>, context: KeyContext) {
            self.keys = keys
            self.name = name
            self.context = context
            label = keys.last?.hashValue ?? 0
            isRun = keys.last.map { Self.runs.contains($0) } ?? false
        }
    }

    /// Where in the file the document stands.
    let document: Passage.Place
    private var levels: [Level] = []
    /// Of the levels that are not told apart, which are objects.
    private var deeper: [Bool] = []
    private var places: [Place]
    /// The keys of all places, one behind the other.
    private var names: [UInt8] = []
    private var known: [Step: Int] = [:]

    /// So many of the innermost keys are the path.
    private static let longestPath = 5
    private static let longestKey = 256
    /// Deeper levels are not told apart.
    private static let deepest = 512
    /// So many paths are remembered.
    private static let mostPlaces = 4096
    private static let mostGuesses = 8
    /// A key with so many digits may be somebody's number.
    private static let digitsOfValue = 4

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// The keys of a document, given where in the file it stands.
    init(in document: Passage.Place) {
        self.document = document
        places = [Place(keys: [], name: 0..<0, context: .none)]
    }

    /// Whether the innermost level has keys.
    private(set) var isInObject = false

    /// A passage of what stands here and does not come as a whole.
    var passage: Passage {
        Passage(place: document, form: .keyed(path: places[current].keys.joined(separator: "/")))
    }

    /// Reads a whole value that stands here, of records that were begun.
    func read(_ value: Span<UInt8>, to scanner: inout ContentScanner) {
        scanner.read(value, under: places.span[current].context)
    }

    /// Reads an account number that is none but under a word of accounts.
    func read(account: [UInt8], to scanner: inout ContentScanner) {
        let context = places.span[current].context
        if scanner.isOfAccount(context) { scanner.read(account.span, under: context) }
    }

    /// What the innermost key is called, as a number, and whether programs write texts under it in pieces.
    var label: (number: Int, isRun: Bool) { (places.span[current].label, places.span[current].isRun) }

    private var current: Int { levels.last?.inner ?? 0 }

    mutating func enter(isObject: Bool) {
        isInObject = isObject
        guard levels.count < Self.deepest else { return deeper.append(isObject) }
        let outer = current
        levels.append(Level(isObject: isObject, outer: outer, inner: outer))
    }

    mutating func leave() {
        if deeper.popLast() == nil { _ = levels.popLast() }
        isInObject = deeper.last ?? levels.last?.isObject ?? false
    }

    /// Takes the innermost object's next key.
    mutating func set(_ key: Span<UInt8>, for scanner: inout ContentScanner) {
        guard let level = levels.last, deeper.isEmpty else { return }
        if key.isEmpty {
            levels[levels.count - 1].inner = level.outer
            return
        }
        // Records have the keys of the one before in the same order, perhaps without some of them.
        var guess = level.last > 0 ? places.span[level.last].next : places.span[level.outer].first
        var guesses = 0
        while guess > 0, guesses < Self.mostGuesses {
            if names.span.extracting(places.span[guess].name).isEqual(to: key) {
                levels[levels.count - 1].inner = guess
                levels[levels.count - 1].last = guess
                return
            }
            guess = places.span[guess].next
            guesses += 1
        }
        look(for: key.array, &scanner)
    }

    private mutating func look(for key: [UInt8], _ scanner: inout ContentScanner) {
        if places.count >= Self.mostPlaces { forget() }
        let depth = levels.count - 1
        let level = levels[depth]
        let found = place(of: key, under: level.outer, &scanner)
        let expected = level.last > 0 ? places[level.last].next : places[level.outer].first
        if level.last > 0 { places[level.last].next = found } else { places[level.outer].first = found }
        if places[found].next == 0 { places[found].next = expected }
        levels[depth].inner = found
        levels[depth].last = found
    }

    private mutating func place(
        of key: [UInt8], under outer: Int, _ scanner: inout ContentScanner
    ) -> Int {
        let step = Step(outer: outer, key: key)
        if let place = known[step] { return place }
        // What tells one person from others may be the key itself: `{"anna@example.org": {"grade": 1}}`.
        if key.contains(UInt8(ascii: "@")) || key.count(where: Self.isDigit) >= Self.digitsOfValue {
            scanner.read(key.span, under: places[outer].context)
        }
        let text = String(decoding: key.prefix(Self.longestKey), as: UTF8.self)
        let keys = Array((places[outer].keys + [text]).suffix(Self.longestPath))
        let context = scanner.context(ofKey: keys.joined(separator: "/"))
        // What is too long to be compared again and again is looked up.
        let start = names.count
        if key.count <= Self.longestKey { names += key }
        places.append(Place(keys: keys, name: start..<names.count, context: context))
        known[step] = places.count - 1
        return places.count - 1
    }

    /// Forgets all paths but those of the levels that are open: keys may be as many as values.
    private mutating func forget() {
        var kept = [places[0]]
        kept[0].first = 0
        var outer = 0
        for index in levels.indices {
            let level = levels[index]
            if level.inner != level.outer {
                let place = places[level.inner]
                kept.append(Place(keys: place.keys, name: 0..<0, context: place.context))
            }
            levels[index].outer = outer
            outer = level.inner == level.outer ? outer : kept.count - 1
            levels[index].inner = outer
            levels[index].last = 0
        }
        places = kept
        names = []
        known = [:]
    }
}
