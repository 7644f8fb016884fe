internal import StorageModel

/// Passwords that stand behind their word: `Passwort: …`, `api_key = "…"`.
///
/// The value has to be one: no call, no placeholder, no word of prose, no type.
struct PasswordDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "password", tag: "secret", english: "password",
            german: "Passwort")
    }
    var triggers: [Trigger] { [.anchor(.word), .anchor(.value), .anchor(.cell)] }
    var words: [String] {
        [
            "password", "passwd", "passwort", "kennwort", "pwd", "passphrase", "secret", "secret key",
            "secretkey", "client secret", "access token", "accesstoken", "auth token", "authtoken", "api key",
            "apikey", "api token", "pin", "pin code", "zugangscode", "userpassword", "root password",
            "admin password", "wlan passwort", "wifi password", "zugangsdaten passwort", "einmalpasswort",
            "initialpasswort",
        ]
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        // The last word of a longer name is what counts: password_hash is none.
        var position = end
        if text.byte(position) == UInt8(ascii: "\"") || text.byte(position) == UInt8(ascii: "'") { position += 1 }
        while text.byte(position) == 0x20, position < end + 4 { position += 1 }
        let isPin =
            end - start >= 3 && text[start] | 0x20 == UInt8(ascii: "p") && text[start + 1] | 0x20 == UInt8(ascii: "i")
        if isPin, text.byte(position) != UInt8(ascii: ":") { return nil }
        if text.holds("is ", at: position) || text.holds("ist ", at: position) || text.holds("lautet ", at: position) {
            return proseValue(text, position)
        }
        guard text.byte(position) == UInt8(ascii: ":") || text.byte(position) == UInt8(ascii: "=") else { return nil }
        position += 1
        guard text.byte(position) != UInt8(ascii: "=") && text.byte(position) != UInt8(ascii: ":") else { return nil }
        while text.byte(position) == 0x20 || text.byte(position) == 0x09 { position += 1 }
        if isPin { return pin(text, position) }
        guard var match = value(text, position, after: start..<end), !isReference(text, start, end) else { return nil }
        if isWorkingDirectory(text, start, end) {
            // In the settings of a connection it is a password: UID=sa;PWD=…
            guard isNoPath(text, match.start, match.end) else { return nil }
            if text.byte(start - 1) != UInt8(ascii: ";") { match.alone = .possible }
        }
        return match
    }

    /// Whether the name is that of the file of accounts, or of a variable in braces and what follows says how it is shown.
    private func isReference(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        if text.holds("etc/", at: start - 4) { return true }
        guard text.byte(end) == UInt8(ascii: ":") else { return false }
        var first = start
        while first > start - 40,
            text.byte(first - 1).isLetterOrDigit || text.byte(first - 1) == UInt8(ascii: "_")
                || text.byte(first - 1) == UInt8(ascii: ".")
        {
            first -= 1
        }
        // {password:08X}, ${PWD:h}
        guard text.byte(first - 1) == UInt8(ascii: "{") else { return false }
        return (end + 1..<end + 7).contains { text.byte($0) == UInt8(ascii: "}") }
    }

    /// Whether the name is `PWD`, the variable in which a shell keeps the folder that it is in.
    private func isWorkingDirectory(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end - start == 3 && text.holds("PWD", at: start) && text.byte(start - 1) != UInt8(ascii: "_")
            && !text.byte(start - 1).isLetterOrDigit
    }

    /// Whether a value holds a digit and nothing that paths and commands are written with.
    private func isNoPath(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var hasDigit = false
        for position in start..<end {
            let byte = text[position]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "`") { return false }
            hasDigit = hasDigit || byte.isDigit
        }
        return hasDigit
    }

    /// Four to eight digits; what else stands behind `PIN` is the pin of a board or the name of a gene.
    private func pin(_ text: Span<UInt8>, _ start: Int) -> Match? {
        var end = start
        while text.byte(end).isDigit { end += 1 }
        guard 4...8 ~= end - start, !text.byte(end).isLetter, text.byte(end) != UInt8(ascii: "_"),
            text.byte(end) != UInt8(ascii: ".") || !text.byte(end + 1).isDigit
        else { return nil }
        return Match(start, end, alone: .possible, inContext: .possible, mask: .all, note: 3)
    }

    func examine(value text: Span<UInt8>) -> Match? {
        guard let match = value(text, 0, after: nil), match.end == text.count, match.note > 0 else { return nil }
        return match
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        if surroundings.isCited { return nil }
        // In a program, only a literal is a value.
        let isProgram = surroundings.isSoftware && match.note == 0
        if match.note == 3 { return surroundings.isSoftware || surroundings.isInTable ? nil : .possible }
        return isProgram ? nil : surroundings.near.contains(.example) ? .possible : match.alone
    }

    private func proseValue(_ text: Span<UInt8>, _ start: Int) -> Match? {
        var position = start
        while text.byte(position) != 0x20 { position += 1 }
        position += 1
        let quote = text.byte(position)
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        guard let match = value(text, position, after: nil), isQuoted || match.note == 2 else { return nil }
        return !isQuoted && isAdjective(text, match.start, match.end) ? nil : match
    }

    /// Whether it is a word that says of what kind something is, such as `out-of-range`, before the markup of a manual page, too.
    private func isAdjective(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var position = start
        while position < end, text[position].isLowerCase || text[position] == UInt8(ascii: "-") { position += 1 }
        return position == end || position > start && text[position] == UInt8(ascii: "\\")
            || position == end - 1 && text[position] == UInt8(ascii: ":")
    }

    /// Whether the sign begins there that pages have behind what can be linked to: `¶`, or a letter of a font for private use.
    private func isMarkOfLink(_ text: Span<UInt8>, _ position: Int) -> Bool {
        switch text.byte(position) {
        case 0xC2: text.byte(position + 1) == 0xB6
        case 0xEE: true
        case 0xEF: (0x80...0xA3).contains(text.byte(position + 1))
        default: false
        }
    }

    private func value(_ text: Span<UInt8>, _ start: Int, after name: Range<Int>?) -> Match? {
        let quote = text.byte(start)
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`")
        let first = isQuoted ? start + 1 : start
        var last = first
        while last < first + 80, text.byte(last) > 0x20, !isQuoted || text.byte(last) != quote {
            if !isQuoted,
                [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|")].contains(text.byte(last))
            {
                break
            }
            if !isQuoted, text.byte(last) == UInt8(ascii: "<") || text.byte(last) == UInt8(ascii: "\"") { break }
            if !isQuoted, isMarkOfLink(text, last) { break }
            last += 1
        }
        guard !isQuoted || text.byte(last) == quote, last - first < 80 else { return nil }
        while last > first, text[last - 1] == UInt8(ascii: ".") || text[last - 1] == UInt8(ascii: ")") && !isQuoted {
            last -= 1
        }
        guard last - first >= 6 else { return nil }
        var digits = 0
        var letters = 0
        var marks = 0
        var seen: UInt128 = 0
        var slashes = 0
        var colons = 0
        for position in first..<last {
            let byte = text[position]
            if byte.isDigit { digits += 1 } else if byte.isLetter || byte >= 0x80 { letters += 1 } else { marks += 1 }
            seen |= 1 << UInt128(byte & 127)
            if byte == UInt8(ascii: "/") { slashes += 1 }
            if byte == UInt8(ascii: ":") { colons += 1 }
            // Calls, variables, templates and patterns.
            if [UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: ">")].contains(
                byte)
            {
                return nil
            }
        }
        let begin = text[first]
        // Two slashes are a path.
        guard slashes < 2, begin != UInt8(ascii: "$"), begin != UInt8(ascii: "\\"),
            begin != UInt8(ascii: "%") || isQuoted && digits > 0,
            begin != UInt8(ascii: "*"),
            begin != UInt8(ascii: "/"), seen.nonzeroBitCount >= 5, !isPlaceholder(text, first, last)
        else { return nil }
        let isName =
            !isQuoted
            && (0..<(last - first)).contains {
                text[first + $0] == UInt8(ascii: ".") || text[first + $0] == UInt8(ascii: "_")
            }
        // The fields of a file's format: Passwort:GID:Benutzerliste.
        guard isQuoted || digits > 0 || colons == 0 else { return nil }
        // What people choose mixes kinds; a word of prose or a name of a program does not.
        let isMixed = letters > 0 && (digits > 0 || marks > 0) && !(isName && digits == 0)
        guard isMixed || isQuoted && letters > 0 && last - first >= 8 && !isWord(text, first, last) else { return nil }
        let named = NamedValue(text, first..<last, after: name, isQuoted: isQuoted)
        if named.isNone { return nil }
        let confidence = named.isDoubtful ? Confidence.possible : .likely
        return Match(
            first, last, alone: confidence, inContext: confidence, mask: .all, note: isQuoted ? 1 : isMixed ? 2 : 0)
    }

    /// Whether it is small letters alone, as a word or a name is.
    private func isWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy {
            text[$0].isLowerCase || text[$0] == UInt8(ascii: "_") || text[$0] == UInt8(ascii: "-")
        }
    }

    private func isPlaceholder(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var bytes: [UInt8] = []
        // In manual pages, a hyphen has a backslash before it.
        for position in start..<end where text[position] != UInt8(ascii: "\\") {
            bytes.append(text[position].isUpperCase ? text[position] | 0x20 : text[position])
        }
        let value = String(decoding: bytes, as: UTF8.self)
        return placeholders.contains { value.hasPrefix($0) } || value.contains("xxx") || value.contains("***")
            || value.contains("...") || value.contains("example") || value.contains("placeholder")
    }
}

/// How what is no password begins.
private let placeholders = [
    "your", "dein", "ihr_", "change", "replace", "insert", "enter", "required", "optional", "string", "none", "null",
    "true", "false", "undefined", "default", "secret", "password", "passwort", "test", "dummy", "sample", "muster",
    "os.", "env.", "process.", "self.", "this.", "config.", "settings.", "args.", "options.", "http:", "https:",
    "input", "getpass", "prompt", "hidden", "redacted", "todo", "tbd", "n/a", "my_", "some", "pw", "secr3t", "mypass",
    "my-", "foo", "bar",
]
