/// Bytes that are put together from the lines of a dump.
struct DumpedBytes: Sendable {
    private(set) var bytes: [UInt8] = []
    /// What the offset of the next line is, to each base that the offsets so far may have.
    private var ends: [Int] = []
    private var lastLine: [UInt8] = []

    /// Whether nothing was taken yet.
    var isEmpty: Bool { ends.isEmpty }

    /// Whether a line goes on where the last one ended, or behind lines that were left out as they were like it.
    func goesOn(with line: DumpLine, _ text: Span<UInt8>) -> Bool {
        line.follows(ends) || line.isBehindRepeated(text) && line.leftOut(behind: ends) != nil
    }

    /// Takes a line that goes on, or begins.
    mutating func take(_ line: DumpLine, isGoingOn: Bool, most: Int) {
        if isGoingOn, let count = line.leftOut(behind: ends), !lastLine.isEmpty {
            let room = max(0, most - bytes.count)
            if count <= room {
                for index in 0..<count { bytes.append(lastLine[index % lastLine.count]) }
            } else {
                // What follows is none of the same text.
                bytes.append(0)
            }
        }
        bytes += line.bytes
        lastLine = line.bytes
        ends = line.next(behind: isGoingOn ? ends : [])
    }

    /// What is to be read in bytes that are no text, with an end of a line for the rest between.
    var printable: [UInt8] {
        var text: [UInt8] = []
        for byte in bytes {
            if DecodedBytes.isPrintable(byte) {
                text.append(byte)
            } else if text.last != 0x0A {
                text.append(0x0A)
            }
        }
        return text
    }
}
