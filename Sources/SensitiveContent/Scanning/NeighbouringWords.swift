extension Span<UInt8> {
    /// The word right before another.
    /// - Parameters:
    ///   - start: Where the other begins.
    ///   - kinds: The kinds of all bytes.
    /// - Returns: Where it stands; nil when there is none so close that both may be of one phrase.
    func word(before start: Int, _ kinds: ByteKinds) -> Range<Int>? {
        var end = start
        while end > 0, start - end <= WordTable.widestGap {
            var first = end
            while first > 0, kinds[self[first - 1]] & ByteKind.continuesWord != 0 { first -= 1 }
            let run = first
            // The later bytes of a sign are no word.
            while first < end, kinds[self[first]] & ByteKind.beginsWord == 0 { first += 1 }
            if first < end { return first..<end }
            end = run - 1
        }
        return nil
    }

    /// The word right behind another.
    /// - Parameters:
    ///   - end: Where the other ends.
    ///   - kinds: The kinds of all bytes.
    /// - Returns: Where it stands; nil when there is none so close that both may be of one phrase.
    func word(behind end: Int, _ kinds: ByteKinds) -> Range<Int>? {
        var first = end
        while first < count, kinds[self[first]] & ByteKind.beginsWord == 0 {
            first += 1
            guard first - end <= WordTable.widestGap else { return nil }
        }
        var last = first
        while last < count, kinds[self[last]] & ByteKind.continuesWord != 0 { last += 1 }
        return last > first ? first..<last : nil
    }
}
