/// The hash of a word: injective for words of up to eight bytes.
///
/// Case does not count, for ASCII and for the Latin letters of two bytes alike.
func wordHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0
    var eight: UInt64 = 0
    var count: UInt64 = 0
    for byte in bytes {
        eight |= UInt64(byte | 0x20) << (8 * count)
        count += 1
        guard count == 8 else { continue }
        hash = wordHash(hash, adding: eight)
        eight = 0
        count = 0
    }
    return count > 0 ? wordHash(hash, adding: eight) : hash
}

/// The hash of a word from that of its beginning and the next eight bytes in small letters, the last with zeros behind.
@inline(__always)
func wordHash(_ beginning: UInt64, adding eight: UInt64) -> UInt64 {
    ((beginning &<< 29 | beginning &>> 35) ^ eight) &* 0x9E37_79B9_7F4A_7C15
}
