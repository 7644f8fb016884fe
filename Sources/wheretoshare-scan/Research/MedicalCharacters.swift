/// The characters that a DICOM file is written in (DICOM PS3.3 C.12.1.1.2, PS3.5 6.1).
///
/// A file names one set or several, between which escape sequences switch (ISO/IEC 2022).
struct MedicalCharacters {
    /// What a byte from 0x80 on belongs to when nothing else was said.
    private let usual: String
    private let isUnicode: Bool

    private static let escape: UInt8 = 0x1B

    /// The sets by their numbers in ISO's register, in the spelling that ``Charset`` has.
    private static let registered: [String: String] = [
        "100": "CP1252", "101": "ISO-8859-2", "109": "ISO-8859-3", "110": "ISO-8859-4", "144": "ISO-8859-5",
        "127": "ISO-8859-6", "126": "ISO-8859-7", "138": "ISO-8859-8", "148": "ISO-8859-9", "203": "ISO-8859-15",
        "166": "TIS-620", "13": "SHIFT_JIS", "149": "EUC-KR", "58": "GB18030",
    ]

    /// What an escape sequence switches to: two-byte sets of seven bits, and sets of eight bits.
    private static let sequences: [(bytes: [UInt8], set: Set7Or8)] = [
        ("(B", .plain), ("(J", .plain), ("$B", .double(mark: nil)), ("$@", .double(mark: nil)),
        ("$(D", .double(mark: 0x8F)), (")I", .eight("SHIFT_JIS")), ("$)C", .eight("EUC-KR")),
        ("$)A", .eight("GB18030")),
        ("-A", .eight("CP1252")), ("-B", .eight("ISO-8859-2")), ("-C", .eight("ISO-8859-3")),
        ("-D", .eight("ISO-8859-4")), ("-L", .eight("ISO-8859-5")), ("-G", .eight("ISO-8859-6")),
        ("-F", .eight("ISO-8859-7")), ("-H", .eight("ISO-8859-8")), ("-M", .eight("ISO-8859-9")),
        ("-b", .eight("ISO-8859-15")), ("-T", .eight("TIS-620")),
    ].map { (Array($0.utf8), $1) }

    private enum Set7Or8 {
        case plain
        /// A character is two bytes of the set that EUC-JP has with their highest bits set, behind a mark.
        case double(mark: UInt8?)
        case eight(String)
    }

    /// The characters that the field (0008,0005) names; those of ASCII when it is empty.
    init(_ names: String = "") {
        let first = names.split(separator: "\\", omittingEmptySubsequences: false).first ?? ""
        let number = first.split(whereSeparator: { !$0.isNumber }).last.map { String($0) } ?? ""
        isUnicode = names.isEmpty || number == "192"
        usual = first.hasPrefix("GB") ? "GB18030" : Self.registered[number] ?? "CP1252"
    }

    /// The text of a field, in UTF-8.
    func decode(_ bytes: [UInt8]) -> [UInt8] {
        if isUnicode, !bytes.contains(Self.escape) { return TextDecoder.decode(whole: bytes) }
        var text: [UInt8] = []
        var double: (isOn: Bool, mark: UInt8?) = (false, nil)
        var eight = usual
        var position = 0
        while position < bytes.count {
            if bytes[position] == Self.escape, let (length, set) = Self.sequence(bytes, at: position + 1) {
                position += 1 + length
                switch set {
                case .plain: double = (false, nil)
                case .double(let mark): double = (true, mark)
                case .eight(let name): eight = name
                }
                continue
            }
            let start = position
            // The end of a line ends what was switched; before other separators it is switched back.
            // The first is taken in any case: it may be an escape that leads nowhere.
            repeat {
                position += 1
            } while position < bytes.count && bytes[position] != Self.escape
                && bytes[position] >= 0x20
            let run = bytes[start..<position]
            if double.isOn {
                let characters = run.filter { (0x21...0x7E).contains($0) }
                text += Charset.convert(Self.marked(characters, double.mark), from: "EUC-JP")
            } else {
                text += Charset.convert(Array(run), from: eight)
            }
            if run.last.map({ $0 < 0x20 }) ?? false { double = (false, nil) }
        }
        return text
    }

    private static func sequence(_ bytes: [UInt8], at start: Int) -> (length: Int, set: Set7Or8)? {
        sequences.first { bytes[start...].starts(with: $0.bytes) }.map { ($0.bytes.count, $0.set) }
    }

    /// Pairs of seven bits as EUC-JP writes them.
    private static func marked(_ characters: [UInt8], _ mark: UInt8?) -> [UInt8] {
        var marked: [UInt8] = []
        for (index, byte) in characters.enumerated() {
            if index.isMultiple(of: 2), let mark { marked.append(mark) }
            marked.append(byte | 0x80)
        }
        return marked
    }
}
