/// Reads what the text of smb.conf says in its section `global` (smb.conf(5)).
struct SambaConfigurationText {
    /// Something in the file, in order.
    enum Part: Hashable {
        case setting(name: String, value: String)
        case inclusion(String)
    }

    private(set) var parts: [Part] = []

    /// Reads a text; lines that are not understood are passed over, as Samba does.
    init(_ text: [UInt8]) {
        var isGlobal = true
        for line in Self.joined(text) {
            guard let first = line.first, first != "#", first != ";" else { continue }
            if first == "[" {
                let name = line.dropFirst().prefix { $0 != "]" }
                isGlobal = ["global", "globals"].contains(Self.squeezed(name))
                continue
            }
            guard isGlobal, let equals = line.firstIndex(of: "=") else { continue }
            let name = Self.squeezed(line[..<equals])
            let value = Self.trimmed(line[line.index(after: equals)...])
            // "config file" and "include" both lead to another file.
            parts.append(
                ["include", "configfile"].contains(name)
                    ? .inclusion(String(value)) : .setting(name: name, value: Self.unquoted(value)))
        }
    }

    /// The lines, those that end in a backslash together with the next one.
    private static func joined(_ text: [UInt8]) -> [Substring] {
        var lines: [Substring] = []
        var open = ""
        for line in ConfigurationLines.numbered(text) {
            let line = trimmed(line.text[...])
            if line.last == "\\" {
                open += line.dropLast()
            } else {
                lines.append(trimmed((open + line)[...]))
                open = ""
            }
        }
        return open.isEmpty ? lines : lines + [open[...]]
    }

    /// Names are compared without blanks and case: `Client Min Protocol` is `clientminprotocol`.
    private static func squeezed(_ name: Substring) -> String {
        name.filter { !$0.isWhitespace }.lowercased()
    }

    private static func unquoted(_ value: Substring) -> String {
        value.count >= 2 && value.first == "\"" && value.last == "\""
            ? String(value.dropFirst().dropLast()) : String(value)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
