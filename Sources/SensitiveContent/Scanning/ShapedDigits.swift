/// Digits above and below the line and in rings (Unicode: Superscripts and Subscripts, Enclosed Alphanumerics, Dingbats).
///
/// One or two of them are exponents, footnotes or items of a list, and stay what they are; a long row is a number.
enum ShapedDigits {
    private static let fewest = 8
    /// The longest number of a row that is looked at.
    private static let most = 64

    /// A row of digits.
    struct Row {
        fileprivate(set) var digits: [UInt8] = []
        /// Where it ends.
        fileprivate(set) var end: Int
        var isNumber: Bool { digits.count >= fewest }
    }

    /// Whether a digit stands at a place that another one, or nothing yet, follows.
    static func mayBeRow(in bytes: Span<UInt8>, at place: Int) -> Bool {
        guard let first = digit(in: bytes, at: place) else { return place + 2 >= bytes.count }
        let next = place + first.width
        return next + 2 >= bytes.count || digit(in: bytes, at: next) != nil
    }

    /// The row of digits that begins at a place; nil when none does.
    static func row(in bytes: Span<UInt8>, at start: Int) -> Row? {
        var row = Row(end: start)
        while row.digits.count < most, let (digit, width) = digit(in: bytes, at: row.end) {
            row.digits.append(0x30 + digit)
            row.end += width
        }
        return row.digits.isEmpty ? nil : row
    }

    private static func digit(in bytes: Span<UInt8>, at place: Int) -> (digit: UInt8, width: Int)? {
        let (second, third) = (bytes.byte(place + 1), bytes.byte(place + 2))
        switch (bytes.byte(place), second, third) {
        case (0xC2, 0xB9, _): return (1, 2)
        case (0xC2, 0xB2...0xB3, _): return (second - 0xB0, 2)
        case (0xE2, 0x81, 0xB0), (0xE2, 0x81, 0xB4...0xB9): return (third - 0xB0, 3)
        case (0xE2, 0x82, 0x80...0x89): return (third - 0x80, 3)
        case (0xE2, 0x91, 0xA0...0xA8): return (third - 0x9F, 3)
        case (0xE2, 0x93, 0xAA), (0xE2, 0x93, 0xBF): return (0, 3)
        case (0xE2, 0x9D, 0xB6...0xBE): return (third - 0xB5, 3)
        default: return nil
        }
    }
}
