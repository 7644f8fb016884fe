/// Bytes that are written as letters, five for each four (ISO 32000-1 section 7.4.3).
enum Base85Text {
    /// The bytes up to the mark of the end; what is no letter is passed over.
    static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 5 * 4)
        var group: UInt32 = 0
        var letters = 0
        for byte in text.prefix(while: { $0 != UInt8(ascii: "~") }) {
            switch byte {
            case UInt8(ascii: "z") where letters == 0: bytes += [0, 0, 0, 0]
            case UInt8(ascii: "!")...UInt8(ascii: "u"):
                group = group &* 85 &+ UInt32(byte - UInt8(ascii: "!"))
                letters += 1
                if letters == 5 {
                    append(group, 4, to: &bytes)
                    (group, letters) = (0, 0)
                }
            default: break
            }
        }
        guard letters > 1 else { return bytes }
        for _ in letters..<5 { group = group &* 85 &+ 84 }
        append(group, letters - 1, to: &bytes)
        return bytes
    }

    private static func append(_ group: UInt32, _ count: Int, to bytes: inout [UInt8]) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: group >> (24 - 8 * UInt32(index)))) }
    }
}
