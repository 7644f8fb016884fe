internal import SensitiveContent

/// The head of a FITS file: lines of eighty characters without an end, where a long text goes on in the next (FITS Standard 4.0
/// sections 3.3.1 and 4.2.1.2).
final class HeaderCards: ByteStream {
    private let rest: ByteStream
    private var pending: [UInt8] = []
    private var isInHead = true
    private var isAtEnd = false
    /// A line whose text may go on, without the mark that says so.
    private var begun: [UInt8] = []

    private static let width = 80
    /// A text that is longer is cut.
    private static let longestText = 64 << 10
    private static let start = Array("SIMPLE  =".utf8)
    private static let end = Array("END     ".utf8)
    private static let goesOn = Array("&'".utf8)
    private static let continued = Array("CONTINUE  '".utf8)

    init(_ rest: ByteStream) {
        self.rest = rest
    }

    /// Whether a file begins with such a head.
    static func begins(_ head: [UInt8]) -> Bool { head.starts(with: start) && !head.prefix(width).contains(0x0A) }

    override func next() throws(Obstacle) -> [UInt8] {
        var output: [UInt8] = []
        while output.isEmpty, !isAtEnd {
            let piece = try rest.next()
            isAtEnd = piece.isEmpty
            pending += piece
            var start = 0
            while isInHead, pending.count - start >= Self.width {
                take(pending[start..<start + Self.width], &output)
                start += Self.width
            }
            pending.removeFirst(start)
            if isAtEnd || !isInHead {
                endLine(&output)
                output += pending
                pending = []
            }
        }
        return output
    }

    private func take(_ card: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        if begun.isEmpty || begun.count > Self.longestText || !card.starts(with: Self.continued) {
            endLine(&output)
            begun = Array(card)
        } else {
            begun += card.dropFirst(Self.continued.count)
        }
        let blanks = begun.reversed().prefix { $0 == 0x20 }.count
        let isBegun = begun.dropLast(blanks).suffix(Self.goesOn.count).elementsEqual(Self.goesOn)
        if isBegun {
            begun.removeLast(blanks + Self.goesOn.count)
        } else {
            endLine(&output)
        }
        isInHead = !card.starts(with: Self.end)
    }

    private func endLine(_ output: inout [UInt8]) {
        guard !begun.isEmpty else { return }
        output += begun + [0x0A]
        begun = []
    }
}
