/// Checks the bytes of a file before anything reads them as YAML.
///
/// Accepts UTF-8 with or without a byte order mark and with line ends of Unix or Windows. Characters that some programs
/// take for line ends are refused, so that everybody counts the same lines.
struct SourceCharacters {
    private let path: String
    private let bytes: [UInt8]
    private var position: Int
    private var line = 1
    private var column = 1
    private var problems: [InventoryProblem] = []

    /// The bytes of YAML text: without the byte order mark, and with line ends of Unix; or what is wrong with them.
    static func check(_ file: InventorySource.File) -> Result<[UInt8], SourceProblems> {
        var check = SourceCharacters(file)
        return check.run()
    }

    private init(_ file: InventorySource.File) {
        path = file.path
        bytes = file.bytes
        position = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private mutating func run() -> Result<[UInt8], SourceProblems> {
        if let name = Self.otherEncoding(bytes) {
            return .failure(SourceProblems([Self.encoded(as: name, in: path)]))
        }
        let start = position
        while position < bytes.count, problems.count < SourceProblems.most {
            step()
        }
        guard problems.isEmpty else { return .failure(SourceProblems(problems)) }
        return .success(bytes[start...].filter { $0 != 0x0D })
    }

    /// Looks at the character at the position and goes on to the next.
    private mutating func step() {
        let byte = bytes[position]
        if byte >= 0x80 {
            multibyte()
            return
        }
        switch byte {
        case 0x0A:
            position += 1
            line += 1
            column = 1
            return
        case 0x0D where at(1) == 0x0A, 0x09, 0x20...0x7E:
            break
        case 0x0D:
            tell("a carriage return (U+000D) that is no line end of Windows", next: "end lines with a line feed")
        case 0x00:
            tell("a NUL byte (U+0000)", next: "remove it; if there are many, the file was damaged or is no text")
        default:
            tell("the control character U+\(Self.hex(UInt32(byte), width: 4))", next: "remove it")
        }
        position += 1
        column += 1
    }

    private mutating func multibyte() {
        guard let (scalar, length) = decode() else {
            let byte = bytes[position]
            let latin = Unicode.Scalar(byte)
            let guess = byte >= 0xA0 ? " (in ISO 8859-1 it would be '\(latin)')" : ""
            problems.append(
                InventoryProblem(
                    .encoding, at: Place(file: path, line: line, column: column),
                    "the byte 0x\(Self.hex(UInt32(byte), width: 2)) at offset \(position) is not UTF-8\(guess)",
                    accepted: "files of the inventory are written in UTF-8",
                    next: "save the file as UTF-8, such as with: iconv -f ISO-8859-1 -t UTF-8"))
            // One wrong byte is seldom alone, and all have the same cause.
            position = bytes.count
            return
        }
        switch scalar {
        case 0x80...0x9F:
            tell("the control character U+\(Self.hex(scalar, width: 4))", next: "remove it")
        case 0x2028, 0x2029:
            tell("a line or paragraph separator (U+\(Self.hex(scalar, width: 4)))", next: "put an ordinary line end")
        case 0xFEFF:
            tell("a byte order mark (U+FEFF) after the beginning of the file", next: "remove it; it cannot be seen")
        case 0xFFFE, 0xFFFF:
            tell("the character U+\(Self.hex(scalar, width: 4)), which stands for nothing", next: "remove it")
        default:
            break
        }
        position += length
        column += 1
    }

    private mutating func tell(_ found: String, next: String) {
        problems.append(
            InventoryProblem(
                .character, at: Place(file: path, line: line, column: column), "here is \(found)",
                accepted: "text, tabs inside text, and line ends of Unix or Windows", next: next))
    }

    private func at(_ offset: Int) -> UInt8 {
        position + offset < bytes.count ? bytes[position + offset] : 0
    }

    /// The character at the position and its length in bytes; nil when it is not UTF-8 (RFC 3629).
    private func decode() -> (scalar: UInt32, length: Int)? {
        let first = bytes[position]
        let length: Int
        var scalar: UInt32
        switch first {
        case 0xC2...0xDF: (length, scalar) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (length, scalar) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, scalar) = (4, UInt32(first & 0x07))
        default: return nil
        }
        for offset in 1..<length {
            let next = at(offset)
            guard next & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
        return (scalar, length)
    }

    /// The name of the encoding, when the bytes begin as no UTF-8 text does.
    private static func otherEncoding(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        guard bytes.count >= 4 else { return nil }
        // Without a mark: YAML begins with ASCII, so the zeros of wide characters lie in fixed places.
        switch (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0) {
        case (true, true, true, false), (false, true, true, true): return "UTF-32"
        case (true, false, true, false), (false, true, false, true): return "UTF-16"
        default: return nil
        }
    }

    private static func encoded(as name: String, in path: String) -> InventoryProblem {
        InventoryProblem(
            .encoding, at: Place(file: path, line: 1, column: 1), "the file is written in \(name)",
            accepted: "files of the inventory are written in UTF-8",
            next: "save the file as UTF-8, such as with: iconv -f \(name) -t UTF-8")
    }

    private static func hex(_ number: UInt32, width: Int) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// What is wrong with a file; never empty.
struct SourceProblems: Error {
    /// A file is not looked at any further when it has so many problems of one sort.
    static let most = 10

    let problems: [InventoryProblem]

    init(_ problems: [InventoryProblem]) { self.problems = problems }
}
