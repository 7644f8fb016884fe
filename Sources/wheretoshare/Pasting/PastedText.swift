/// What somebody pasted, as lines without what mail programs and messengers did to them.
struct PastedText {
    /// A line with its number in the paste, counted from 1.
    struct Line: Hashable {
        var number: Int
        var text: String
    }

    /// The lines that are not empty.
    var lines: [Line]

    static let mostBytes = 1 << 20
    static let mostLines = 10_000
    private static let ends: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

    /// Reads a paste; PowerShell writes files in UTF-16.
    /// - Throws: A problem when it is empty or too large.
    init(_ bytes: [UInt8], named name: String) throws(CommandProblem) {
        guard bytes.count <= Self.mostBytes else {
            throw Self.problem(name, "it is larger than 1 MiB, and what the script prints is a page or two")
        }
        var raw: [[Unicode.Scalar]] = [[]]
        var last: Unicode.Scalar?
        for scalar in Self.decoded(bytes).unicodeScalars {
            defer { last = scalar }
            guard Self.ends.contains(scalar) else {
                raw[raw.count - 1].append(scalar)
                continue
            }
            // A return and a line feed end one line, not two.
            if scalar != "\n" || last != "\r" { raw.append([]) }
        }
        guard raw.count <= Self.mostLines else {
            throw Self.problem(name, "it has more than \(Self.mostLines) lines, and the script prints a page or two")
        }
        let lines = zip(1..., raw).map { Line(number: $0, text: Self.cleaned($1)) }.filter { !$0.text.isEmpty }
        guard !lines.isEmpty else { throw Self.problem(name, "it is empty") }
        self.lines = lines
    }

    private static func problem(_ name: String, _ why: String) -> CommandProblem {
        PasteProblem.whole(name, why)
    }

    private static func decoded(_ bytes: [UInt8]) -> String {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
            let (one, other) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittle ? other << 8 | one : one << 8 | other
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// A line without marks of quoting and invisible characters, with plain quotes, hyphens and single spaces.
    private static func cleaned(_ line: some Sequence<Unicode.Scalar>) -> String {
        var text = ""
        for scalar in line {
            switch scalar.value {
            case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
                if text.last != " " { text.append(" ") }
            case 0x2018...0x201B, 0x2032: text.append("'")
            case 0x201C...0x201F, 0xAB, 0xBB, 0x2033: text.append("\"")
            case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D:
                if text.last != "-" { text.append("-") }
            case 0x2026: text.append("...")
            case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
                0xFEFF:
                break
            default: text.unicodeScalars.append(scalar)
            }
        }
        var rest = text[...]
        while let first = rest.first, first == ">" || first == "|" || first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}
