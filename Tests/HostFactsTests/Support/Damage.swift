import TestKit

/// Damages bytes somewhere: another value, fewer bytes, more of them, or a part twice.
func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator, with pieces: [String] = []) {
    guard !bytes.isEmpty else { return }
    let index = random.below(bytes.count)
    switch random.below(pieces.isEmpty ? 5 : 6) {
    case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[index] ^= 1 << UInt8(random.below(8))
    case 2: bytes.remove(at: index)
    case 3: bytes.removeSubrange(index..<min(bytes.count, index + 1 + random.below(40)))
    case 4: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 90)], at: index)
    default: bytes.insert(contentsOf: Array(pieces[random.below(pieces.count)].utf8), at: index)
    }
}
