internal import SensitiveContent

/// An account number with what a document hides in its middle, or as it was before a change: not as it is shown.
struct OtherReading {
    private(set) var text: [UInt8]
    /// Whether what is shown next is not of this reading.
    var leavesOut = false
    /// Whether something else than a number follows.
    private(set) var isEnded = false
    /// Up to where it followed what is shown.
    private var followed: Int

    private static let longest = 4096
    private static let widestBeginning = 64

    /// Begins at the end of what is shown, if that is in the middle of a number; the number may begin at the end of what was
    /// handed on before.
    init?(behind shown: [UInt8], after handed: [UInt8]) {
        let end = (shown.count < Self.widestBeginning ? handed : []) + shown.suffix(Self.widestBeginning)
        guard let beginning = AccountParts.beginning(endedBy: end.span) else { return nil }
        text = beginning
        followed = shown.count
    }

    /// Adds what is not shown.
    mutating func add(_ bytes: [UInt8]) {
        text += bytes
        if text.count > Self.longest { isEnded = true }
    }

    /// Goes on with what is shown since the last time.
    mutating func follow(_ shown: [UInt8]) {
        let next = shown.dropFirst(followed)
        followed = shown.count
        guard !leavesOut, !isEnded else { return }
        let number = next.prefix { Self.isOfNumber($0) }
        text += number
        isEnded = number.count < next.count || text.count > Self.longest
    }

    /// What was shown is handed on, and what follows is counted from its beginning.
    mutating func restart() { followed = 0 }

    /// What has to be kept of what is handed on.
    static func rest(of shown: [UInt8]) -> [UInt8] { Array(shown.suffix(widestBeginning)) }

    /// Whether a byte is one of letters and digits, or of a blank or a hyphen between them.
    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x20, 0x2D, 0xC2, 0xA0: true
        default: false
        }
    }
}
