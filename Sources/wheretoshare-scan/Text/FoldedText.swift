internal import SensitiveContent

/// Text whose long lines go on behind a break and a blank that belong to neither: what stands about an archive of Java, and entries
/// of directories (JAR File Specification, RFC 2849).
final class FoldedText: ByteStream {
    private let rest: ByteStream
    /// Whether the last byte ended a line, which the next may go on with.
    private var isBroken = false
    /// How many ends of lines were left out of the line.
    private var foldCount = 0

    private static let beginnings = ["Manifest-Version:", "Signature-Version:", "dn: ", "dn:: "]
    /// What may stand before the first entry of a directory.
    private static let prefaces = ["version: 1", "#"]
    private static let entry = Array("\ndn: ".utf8)
    private static let longestPreface = 4096
    /// A line of more parts is cut.
    private static let mostFolds = 64 << 10

    init(_ rest: ByteStream) {
        self.rest = rest
    }

    /// Whether such a text begins like this.
    static func begins(_ head: [UInt8]) -> Bool {
        if beginnings.contains(where: { head.starts(with: $0.utf8) }) { return true }
        return prefaces.contains { head.starts(with: $0.utf8) }
            && Array(head.prefix(longestPreface)).place(of: entry, from: 0) != nil
    }

    override func next() throws(Obstacle) -> [UInt8] {
        var output: [UInt8] = []
        while output.isEmpty {
            let piece = try rest.next()
            if piece.isEmpty {
                endLine(&output)
                break
            }
            for byte in piece { take(byte, &output) }
        }
        return output
    }

    private func take(_ byte: UInt8, _ output: inout [UInt8]) {
        if isBroken, byte == 0x20, foldCount < Self.mostFolds {
            isBroken = false
            foldCount += 1
            return
        }
        endLine(&output)
        if byte == 0x0A { isBroken = true } else if byte != 0x0D { output.append(byte) }
    }

    /// Ends a line that does not go on; the next ones keep their numbers.
    private func endLine(_ output: inout [UInt8]) {
        guard isBroken else { return }
        isBroken = false
        output += Array(repeating: 0x0A, count: foldCount + 1)
        foldCount = 0
    }
}
