/// The lines of another stream, without their ends, of which a subclass makes other text.
class LineStream: ByteStream {
    private let rest: ByteStream
    private let longestLine: Int
    private var pending: [UInt8] = []
    private var isAtEnd = false

    /// - Parameters:
    ///   - rest: The stream.
    ///   - longestLine: A line of more bytes is taken as if it had ended.
    init(_ rest: ByteStream, longestLine: Int) {
        self.rest = rest
        self.longestLine = longestLine
    }

    /// Takes a line; what is made of it may wait for the next one.
    func take(_ line: ArraySlice<UInt8>, _ output: inout [UInt8]) {}

    /// Makes what waited, after the last line.
    func finish(_ output: inout [UInt8]) {}

    final override func next() throws(Obstacle) -> [UInt8] {
        var output: [UInt8] = []
        while output.isEmpty, !isAtEnd {
            let piece = try rest.next()
            isAtEnd = piece.isEmpty
            pending += piece
            var start = 0
            while let end = pending.place(of: [0x0A], from: start) {
                takeWhole(pending[start..<end], &output)
                start = end + 1
            }
            pending.removeFirst(start)
            if isAtEnd || pending.count > longestLine {
                takeWhole(pending[...], &output)
                pending = []
            }
        }
        if isAtEnd { finish(&output) }
        return output
    }

    private func takeWhole(_ line: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        take(line.last == 0x0D ? line.dropLast() : line, &output)
    }
}
