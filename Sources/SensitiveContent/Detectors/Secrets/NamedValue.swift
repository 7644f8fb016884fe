/// A value as it was written behind a name, `client_secret = "…"`, and what of it tells that it is no secret.
struct NamedValue {
    /// The letters of the whole name, small: `clientsecret`; empty where it is not known.
    private let name: [UInt8]
    /// The letters of the value, small.
    private let letters: [UInt8]
    /// The value up to a bracket that closes or an escape, as it was written.
    private let core: [UInt8]
    /// Whether a digit stands in the value.
    private let hasDigit: Bool
    /// Whether a sign that neither joins nor encloses names stands in the value.
    private let hasSign: Bool
    private let isQuoted: Bool

    /// Reads both.
    /// - Parameters:
    ///   - text: The window.
    ///   - value: Where the value stands, without its quotes.
    ///   - name: Where the last words of the name stand; nil where the name is not in the window.
    ///   - isQuoted: Whether quotes enclose the value.
    init(_ text: Span<UInt8>, _ value: Range<Int>, after name: Range<Int>?, isQuoted: Bool) {
        self.isQuoted = isQuoted
        self.name = name.map { Self.letters(text, Self.wholeName(text, $0)) } ?? []
        letters = Self.letters(text, value)
        var hasDigit = false
        var hasSign = false
        var coreEnd = value.upperBound
        for position in value.reversed() {
            let byte = text[position]
            if byte.isDigit { hasDigit = true }
            if !byte.isLetterOrDigit, byte < 0x80, !Self.joins(byte), !Self.encloses(byte) { hasSign = true }
            if Self.ends(byte), !isQuoted { coreEnd = position }
        }
        self.hasDigit = hasDigit
        self.hasSign = hasSign
        core = (value.lowerBound..<coreEnd).map { text[$0] }
    }

    /// Whether it tells what it stands for, and is no secret: it repeats its name, or says of what kind or form it is.
    var isNone: Bool {
        repeatsName || isType || isRule || isNameOfMethod || !isQuoted && (isCapitals || isWords && namesSecret)
    }

    /// Whether it may well be the name of something.
    var isDoubtful: Bool { isCapitals || !hasDigit && !hasSign && namesSecret }

    /// Whether it consists of its name, of a part of that, or begins with all of it: `consumer_secret="consumer.secret"`.
    private var repeatsName: Bool {
        guard letters.count >= 3 else { return false }
        if !hasDigit, !hasSign, name.contains(letters) { return true }
        guard name.count >= 8, letters.count > name.count, letters.starts(with: name) else { return false }
        // What a debugger shows of a call: userPassword=userPassword@entry=0x0.
        let next = core.count > name.count ? core[name.count] : 0
        return next == UInt8(ascii: "@") || next == UInt8(ascii: "=")
    }

    /// Whether it is a few capitals, as what stands for a value in instructions is: `FILE`.
    private var isCapitals: Bool {
        !hasDigit && core.count <= 10 && !core.isEmpty && core.allSatisfy { $0.isUpperCase || Self.joins($0) }
    }

    /// Whether it is small letters and what joins them.
    private var isWords: Bool { core.allSatisfy { $0.isLowerCase || Self.joins($0) } }

    /// Whether it ends in a word for a secret: `cleartext-password`.
    private var namesSecret: Bool {
        let end = core.suffix(16).compactMap { $0.isLetter ? $0 | 0x20 : nil }
        return secretWords.contains { end.ends(with: $0) }
    }

    /// Whether it begins with a type that goes on with a sign of programs: `bytes|None`, `str=""`.
    private var isType: Bool {
        guard !isQuoted else { return false }
        let word = core.prefix { $0.isLetterOrDigit }
        let next = core.count > word.count ? core[word.count] : 0
        return (next == 0 || typeSigns.contains(next)) && types.contains { $0.elementsEqual(word) }
    }

    /// Whether it is a repetition in a grammar: `1*SAFE` (RFC 5234).
    private var isRule: Bool {
        guard !isQuoted, let star = core.firstIndex(of: UInt8(ascii: "*")), core[..<star].allSatisfy(\.isDigit) else {
            return false
        }
        let rest = core[(star + 1)...].drop { $0.isDigit }
        return !rest.isEmpty
            && (rest.allSatisfy { $0.isUpperCase || Self.joins($0) }
                || rest.allSatisfy { $0.isLowerCase || Self.joins($0) })
    }

    /// Whether it is the name of a standard and its number: `PKCS-12`.
    private var isNameOfMethod: Bool {
        let word = core.prefix { !$0.isDigit && $0 != UInt8(ascii: "-") }
        let rest = core.dropFirst(word.count)
        return rest.count <= 6 && rest.allSatisfy { $0.isDigit || Self.joins($0) }
            && methods.contains { $0.elementsEqual(word) }
    }

    /// What joins the words of a name.
    private static func joins(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    /// What encloses a value in a program, or stands before a sign.
    private static func encloses(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "\\")
    }

    /// What ends a value that stands in something else: a bracket, or an escape.
    private static func ends(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: ")")
    }

    /// The name with all that stands before its last words: `--pvk-password`.
    private static func wholeName(_ text: Span<UInt8>, _ name: Range<Int>) -> Range<Int> {
        var start = name.lowerBound
        let limit = max(0, start - 40)
        while start > limit, text[start - 1].isLetterOrDigit || joins(text[start - 1]) { start -= 1 }
        return start..<name.upperBound
    }

    private static func letters(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        range.compactMap { text[$0].isLetter ? text[$0] | 0x20 : nil }
    }
}

extension Array<UInt8> {
    fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}

/// What secrets are called, small.
private let secretWords: [[UInt8]] = [
    "password", "passwd", "passwort", "kennwort", "passphrase", "secret", "token", "apikey",
].map { Array($0.utf8) }

/// Types of programs, with whose names a value would begin.
private let types: [[UInt8]] = [
    "bytes", "str", "string", "String", "bool", "boolean", "Boolean", "int", "char", "bytearray", "object", "Optional",
    "SecureString", "text", "varchar", "None",
].map { Array($0.utf8) }

/// What may follow a type.
private let typeSigns = Array("=|?':`*".utf8)

/// Standards that are named with a number.
private let methods: [[UInt8]] = [
    "PKCS", "SHA", "MD", "AES", "RSA", "HMAC", "UTF", "BASE", "ISO", "RFC",
].map { Array($0.utf8) }
