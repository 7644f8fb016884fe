/// Walks over the tokens of a YAML text and refuses what an inventory may not use, before a tree is built from it.
///
/// Building a tree follows aliases without bound and recurses without bound, so both have to be seen earlier. The walk
/// keeps to the rules by which libYAML finds tokens: indentation, possible keys, and the level of brackets (libYAML
/// 0.2.5, scanner). Where the text is no YAML the walk ends, and the parser tells why.
struct YAMLGate {
    /// How deep lists and tables may lie in each other.
    static let deepest = 64

    /// An open list or table.
    struct Collection {
        /// The column of its entries, from 0; brackets have none.
        var column: Int
        /// Whether it has keys.
        var isTable: Bool
        /// Its keys so far.
        var keys: [String: Place] = [:]
        /// Where it begins.
        var place: Place
    }

    /// Something that turns out to be a key when a colon follows on the same line.
    struct PossibleKey {
        /// What the key would be.
        enum Kind {
            /// A text without quotes, up to the colon.
            case plain
            /// A text in quotes.
            case quoted
            /// A list or table.
            case collection
            /// Something that was refused already.
            case refused
        }

        var kind: Kind
        /// Its bytes; the end is set when its end is found.
        var bytes: Range<Int>
        var index: Int
        var line: Int
        var column: Int
        /// Whether the text is no YAML unless this is a key.
        var isRequired: Bool
    }

    /// The text is no YAML from here on, or not worth walking on.
    struct Stop: Error {}

    let path: String
    let bytes: [UInt8]
    /// Where the walk is: byte, character, and line and column from 0.
    var position = 0
    var index = 0
    var line = 0
    var column = 0

    var blocks: [Collection] = []
    var brackets: [Collection] = []
    /// One for each level of brackets, and one for the blocks around them.
    var possibleKeys: [PossibleKey?] = [nil]
    var keyIsAllowed = true

    var problems: [InventoryProblem] = []
    var hasContent = false
    private var sawDocumentStart = false
    private var sawDocumentEnd = false

    /// What an inventory may not use in this text, or nothing when the parser may read it.
    static func problems(in bytes: [UInt8], of path: String) -> [InventoryProblem] {
        var gate = YAMLGate(path: path, bytes: bytes)
        do throws(Stop) {
            while try gate.passToken() {}
        } catch {
            return gate.problems
        }
        if !gate.hasContent, gate.problems.isEmpty { gate.tellEmpty() }
        return gate.problems
    }

    private init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The place of the walk.
    var place: Place { Place(file: path, line: line + 1, column: column + 1) }

    /// The column that blocks are indented by, or -1 outside of them.
    var indent: Int { blocks.last?.column ?? -1 }

    /// The byte so many bytes further on; 0 at the end.
    func byte(_ offset: Int = 0) -> UInt8 {
        position + offset < bytes.count ? bytes[position + offset] : 0
    }

    /// Goes over so many characters that are no line ends.
    mutating func advance(_ characters: Int = 1) {
        for _ in 0..<characters {
            position += 1
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
            index += 1
            column += 1
        }
    }

    /// Goes over a line end.
    mutating func advanceLine() {
        position += 1
        index += 1
        line += 1
        column = 0
    }

    /// Tells a problem, and ends the walk when there are too many.
    mutating func tell(
        _ code: InventoryProblem.Code, at place: Place, _ message: String, accepted: String, next: String
    ) throws(Stop) {
        problems.append(InventoryProblem(code, at: place, message, accepted: accepted, next: next))
        if problems.count >= SourceProblems.most { throw Stop() }
    }

    /// Goes over the next token; false at the end of the text.
    private mutating func passToken() throws(Stop) -> Bool {
        try passSpace()
        try dropStaleKeys()
        if brackets.isEmpty { closeBlocks(deeperThan: column) }
        guard position < bytes.count else {
            try refuseOpenBracket()
            return false
        }
        if column == 0, byte() == UInt8(ascii: "%") { try refuseDirective() }
        if isDocumentMark {
            try passDocumentMark()
            return true
        }
        if sawDocumentEnd { try refuseSecondDocument() }
        hasContent = true
        try passContent()
        return true
    }

    private mutating func passContent() throws(Stop) {
        let next = byte(1)
        switch byte() {
        case UInt8(ascii: "["): try openBracket(isTable: false)
        case UInt8(ascii: "{"): try openBracket(isTable: true)
        case UInt8(ascii: "]"), UInt8(ascii: "}"): try closeBracket()
        case UInt8(ascii: ","):
            try forgetKey()
            keyIsAllowed = true
            advance()
        case UInt8(ascii: "-") where next.isBlankOrEnd: try passDash()
        case UInt8(ascii: "?") where !brackets.isEmpty || next.isBlankOrEnd: try refuseQuestionMark()
        case UInt8(ascii: ":") where !brackets.isEmpty || next.isBlankOrEnd: try passColon()
        case UInt8(ascii: "*"), UInt8(ascii: "&"): try refuseAnchor()
        case UInt8(ascii: "!"): try refuseTag()
        case UInt8(ascii: "|") where brackets.isEmpty, UInt8(ascii: ">") where brackets.isEmpty: try passBlockText()
        case UInt8(ascii: "'"), UInt8(ascii: "\""): try passQuotedText()
        default: try passPlainText()
        }
    }

    // MARK: White space and comments

    private mutating func passSpace() throws(Stop) {
        while true {
            while byte() == UInt8(ascii: " ") || byte() == 0x09 {
                if byte() == 0x09, brackets.isEmpty, keyIsAllowed { try refuseIndentation("a tab") }
                advance()
            }
            if byte() == UInt8(ascii: "#") {
                while position < bytes.count, byte() != 0x0A { advance() }
            }
            guard byte() == 0x0A else { break }
            advanceLine()
            if brackets.isEmpty { keyIsAllowed = true }
        }
        if let name = wideSpace { try refuseIndentation(name) }
    }

    /// The name of a white space that is none for YAML, when the walk stands before one.
    private var wideSpace: String? {
        switch (byte(), byte(1), byte(2)) {
        case (0xC2, 0xA0, _): "a no-break space (U+00A0)"
        case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): "a wide or narrow space of typesetting"
        default: nil
        }
    }

    // MARK: Documents

    private var isDocumentMark: Bool {
        guard column == 0, byte(3).isBlankOrEnd else { return false }
        return [UInt8(ascii: "-"), UInt8(ascii: ".")].contains { mark in (0..<3).allSatisfy { byte($0) == mark } }
    }

    private mutating func passDocumentMark() throws(Stop) {
        if byte() == UInt8(ascii: "-") {
            if sawDocumentStart || hasContent || sawDocumentEnd { try refuseSecondDocument() }
            sawDocumentStart = true
        } else {
            sawDocumentEnd = true
        }
        closeBlocks(deeperThan: -1)
        try forgetKey()
        keyIsAllowed = false
        advance(3)
    }

    /// Whether a document mark stands here, at the beginning of a line.
    var standsBeforeDocumentMark: Bool { isDocumentMark }
}

extension UInt8 {
    /// Whether YAML separates words by it.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == 0x09 }
    /// Whether a word ends before it; 0 stands for the end of the text.
    var isBlankOrEnd: Bool { isBlank || self == 0x0A || self == 0 }
}
