/// Takes the text of a macro out of the stream that its module has (MS-OVBA section 2.4.1).
enum MacroText {
    private static let most = 16 << 20

    /// The text; nil when the stream has none, or what is there is not what it should be.
    ///
    /// Where it begins stands in another stream, but it always begins with the same word, of which the first eight letters
    /// are not compressed.
    static func read(_ stream: [UInt8]) -> [UInt8]? {
        guard let place = stream.place(of: [0] + Array("Attribut".utf8), from: 3), stream[place - 3] == 1 else {
            return nil
        }
        return unpack(stream, from: place - 2)
    }

    /// Undoes the compression of chunks, each with its length.
    private static func unpack(_ packed: [UInt8], from start: Int) -> [UInt8]? {
        let table = ByteTable(packed)
        var text: [UInt8] = []
        var chunk = start
        while chunk + 2 < packed.count, text.count < most {
            let head = Int(table.u16(chunk))
            guard head >> 12 & 7 == 3 else { break }
            let end = min(packed.count, chunk + (head & 0xFFF) + 3)
            if head >> 15 == 0 {
                text += packed[(chunk + 2)..<min(end, chunk + 2 + 4096)]
            } else if !unpack(table, (chunk + 2)..<end, to: &text) {
                return nil
            }
            chunk = end
        }
        return text
    }

    /// Undoes one chunk, in which a byte says of the next eight things which are letters and which are repetitions.
    private static func unpack(_ table: ByteTable, _ range: Range<Int>, to text: inout [UInt8]) -> Bool {
        let start = text.count
        var at = range.lowerBound
        while at < range.upperBound {
            let flags = table.u8(at)
            at += 1
            for bit in 0..<8 where at < range.upperBound {
                guard flags >> UInt8(bit) & 1 == 1 else {
                    text.append(table.u8(at))
                    at += 1
                    continue
                }
                // How far back it is takes as many bits as there is text in the chunk, at least four.
                let done = text.count - start
                var bits = 4
                while 1 << bits < done { bits += 1 }
                let token = Int(table.u16(at))
                at += 2
                let distance = token >> (16 - bits) + 1
                guard distance <= done, bits <= 12 else { return false }
                for _ in 0..<(token & (0xFFFF >> bits)) + 3 { text.append(text[text.count - distance]) }
            }
        }
        return true
    }
}
