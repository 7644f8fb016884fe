/// A form that a text has to have, once as a pattern for editors and once as a test.
struct TextForm: Sendable {
    /// What such a text is called, with its article.
    var name: String
    /// What makes it so.
    var rule: String
    /// One such text.
    var example: String
    /// The same as a regular expression (ECMA-262), without the length.
    var pattern: String
    /// The greatest length, in characters.
    var longest: Int
    /// Whether a text has the form; the length is tested apart.
    var test: @Sendable (String) -> Bool

    /// Whether a text has the form.
    func accepts(_ text: String) -> Bool {
        text.unicodeScalars.count <= longest && test(text)
    }
}

extension TextForm {
    /// All forms, for tests.
    static var all: [TextForm] {
        [email, phone, webAddress, hostName, languageCode, folder, interface, unit, digest, guid]
    }

    /// An e-mail address, as far as it can be seen without sending mail.
    static let email = TextForm(
        name: "an e-mail address", rule: "a name, '@' and a domain, without spaces", example: "it@example.org",
        pattern: #"^[^@\s]+@[^@\s]+$"#, longest: 254
    ) { text in
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.hasSpace }
    }

    /// A telephone number as people write it.
    static let phone = TextForm(
        name: "a telephone number", rule: "digits, with spaces, brackets, '/', '-' and a leading '+'",
        example: "+43 1 2345-678", pattern: #"^[+]?[0-9(][0-9 ()/.-]*$"#, longest: 40
    ) { text in
        let rest = text.utf8.first == UInt8(ascii: "+") ? text.utf8.dropFirst() : text.utf8[...]
        guard let first = rest.first, first.isDigit || first == UInt8(ascii: "(") else { return false }
        return rest.allSatisfy { $0.isDigit || " ()/.-".utf8.contains($0) }
    }

    /// The address of a page.
    static let webAddress = TextForm(
        name: "a web address", rule: "a scheme, '://' and the rest, without spaces",
        example: "https://www.example.org/it",
        pattern: #"^[a-z][a-z0-9+.-]*://[^\s]+$"#, longest: 2048
    ) { text in
        guard let mark = text.firstRange(of: "://"), mark.upperBound < text.endIndex else { return false }
        let scheme = text[..<mark.lowerBound].utf8
        return scheme.first?.isLowercase == true
            && scheme.allSatisfy { $0.isLowercase || $0.isDigit || "+.-".utf8.contains($0) }
            && !text[mark.upperBound...].hasSpace
    }

    /// A host name or the address of a host.
    static let hostName = TextForm(
        name: "a host name", rule: "letters, digits, '.', '-' and ':' (of IPv6 addresses), without scheme or path",
        example: "files.example.org", pattern: "^[A-Za-z0-9:]([A-Za-z0-9.:-]*[A-Za-z0-9:])?$", longest: 253
    ) { text in
        let edges = [text.utf8.first, text.utf8.last]
        return edges.allSatisfy { $0.map { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ":") } == true }
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || ".:-".utf8.contains($0) }
    }

    /// A language.
    static let languageCode = TextForm(
        name: "the code of a language", rule: "two small letters (ISO 639-1)", example: "en", pattern: "^[a-z]{2}$",
        longest: 2
    ) { $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isLowercase) }

    /// A folder inside a share.
    static let folder = TextForm(
        name: "a folder inside a share",
        rule: "names with '/' between them; no '/' at either end, no '\\', and no part that is '.' or '..'",
        example: "projects/archive", pattern: #"^(?!\.{1,2}(/|$))[^/\\\n]+(/(?!\.{1,2}(/|$))[^/\\\n]+)*$"#,
        longest: 1024
    ) { text in
        text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part != "." && part != ".."
                && !part.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == 0x0A }
        }
    }

    /// The name of a network interface, with `*` for any ending.
    static let interface = TextForm(
        name: "the name of a network interface",
        rule: "letters, digits and . _ : -, with '*' at the end for any ending",
        example: "tun*", pattern: "^[A-Za-z0-9._:-]+[*]?$", longest: 64
    ) { text in
        let name = text.hasSuffix("*") ? text.dropLast() : text[...]
        return !name.isEmpty && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || "._:-".utf8.contains($0) }
    }

    /// The unit that an obligation counts in.
    static let unit = TextForm(
        name: "a unit", rule: "small letters", example: "days", pattern: "^[a-z]+$", longest: 20
    ) { !$0.isEmpty && $0.utf8.allSatisfy(\.isLowercase) }

    /// A SHA-256.
    static let digest = TextForm(
        name: "a SHA-256", rule: "64 hexadecimal digits in small letters",
        example: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", pattern: "^[0-9a-f]{64}$",
        longest: 64
    ) { $0.utf8.count == 64 && $0.utf8.allSatisfy(\.isSmallHexDigit) }

    /// The number of an SMB server.
    static let guid = TextForm(
        name: "a GUID", rule: "32 hexadecimal digits in small letters, in groups of 8, 4, 4, 4 and 12 with '-' between",
        example: "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", longest: 36
    ) { text in
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy(\.isSmallHexDigit)
    }
}

extension UInt8 {
    fileprivate var isSmallHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self) }
}

extension StringProtocol {
    fileprivate var hasSpace: Bool { unicodeScalars.contains { $0.properties.isWhitespace } }
}
