/// What YAML takes a text without quotes for.
///
/// Wider than YAML 1.2 on purpose: what YAML 1.1, which many programs still read, takes for something else counts as
/// well, so that an inventory means the same to every program.
enum PlainText: Hashable {
    /// A text.
    case text
    /// No value at all (`null`, `~`).
    case nothing
    /// A truth value (`yes`, `off`, `True`).
    case boolean
    /// A number (`12`, `1.10`, `0x1F`, `12:30`).
    case number

    /// Classifies a text (YAML 1.1 types null, bool, int and float; YAML 1.2 core schema).
    init(_ text: String) {
        let folded = text.lowercased()
        if folded.isEmpty || folded == "~" || folded == "null" {
            self = .nothing
        } else if ["true", "false", "yes", "no", "on", "off"].contains(folded) {
            self = .boolean
        } else {
            self = Self.isNumber(Array(folded.utf8)) ? .number : .text
        }
    }

    /// What it is taken for, for messages.
    var name: String {
        switch self {
        case .text: "a text"
        case .nothing: "no value"
        case .boolean: "a truth value"
        case .number: "a number"
        }
    }

    private static func isNumber(_ folded: [UInt8]) -> Bool {
        var rest = folded[...]
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard let first = rest.first, first.isDigit || first == UInt8(ascii: ".") else { return false }
        if rest.elementsEqual(".inf".utf8) || rest.elementsEqual(".nan".utf8) { return true }
        if rest.starts(with: "0x".utf8) { return rest.dropFirst(2).allSatisfy { $0.isHexDigit || $0.isUnderscore } }
        if rest.starts(with: "0o".utf8) || rest.starts(with: "0b".utf8) {
            return rest.dropFirst(2).allSatisfy { $0.isDigit || $0.isUnderscore }
        }
        if rest.contains(UInt8(ascii: ":")) { return isSexagesimal(rest) }
        return isDecimal(rest)
    }

    private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "e"), maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            var exponent = parts[1]
            if exponent.first == UInt8(ascii: "-") || exponent.first == UInt8(ascii: "+") { exponent.removeFirst() }
            guard !exponent.isEmpty, exponent.allSatisfy(\.isDigit) else { return false }
        }
        let mantissa = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return mantissa.count <= 2 && mantissa.contains { !$0.isEmpty }
            && mantissa.allSatisfy { $0.allSatisfy { $0.isDigit || $0.isUnderscore } }
    }

    /// Numbers to the base of 60, such as `12:30`, which YAML 1.1 reads as 750.
    private static func isSexagesimal(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let tail = parts.dropFirst().map { $0.prefix { $0 != UInt8(ascii: ".") } }
        return parts[0].allSatisfy { $0.isDigit || $0.isUnderscore }
            && tail.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isDigit) }
            && parts.dropFirst().dropLast().allSatisfy { !$0.contains(UInt8(ascii: ".")) }
    }
}

extension UInt8 {
    var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
    var isLowercase: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }
    var isLetter: Bool { (self | 0x20).isLowercase }
    fileprivate var isHexDigit: Bool { isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= self }
    fileprivate var isUnderscore: Bool { self == UInt8(ascii: "_") }
}
