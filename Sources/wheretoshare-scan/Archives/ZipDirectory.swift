internal import ScanWire

/// The list of members at the end of a ZIP archive (APPNOTE.TXT sections 4.3.12 to 4.3.16).
///
/// It is read here only to see what kind of document the archive is, and that no two members claim the same bytes, which
/// makes archives that unpack to a million times their size; members are taken out by libarchive.
struct ZipDirectory {
    /// The members' names, in the order of the list.
    private(set) var names: [String] = []
    /// Remarks about the archive and its members, a line each.
    private(set) var comments: [UInt8] = []
    /// What may be data among the extra fields.
    private(set) var extras = Remains()
    /// Bytes that belong to no member: of members that were deleted, or of something before or behind the archive.
    private(set) var strays: [Range<Int>] = []

    /// What a program may leave between members: their sizes once more, or what makes the next begin at a round place.
    private static let longestPadding = 24
    private static let localHead = 30
    private static let localMark: UInt32 = 0x0403_4B50
    private static let entryMark: UInt32 = 0x0201_4B50
    private static let endMark: UInt32 = 0x0605_4B50
    private static let end64Mark: UInt32 = 0x0606_4B50
    private static let locatorMark: UInt32 = 0x0706_4B50

    /// Reads the list; nil when there is none.
    init?(_ source: Source, mostMembers: Int) throws(Obstacle) {
        let tailStart = max(0, source.size - 65_557)
        let tail = ByteTable(try source.read(at: tailStart, source.size - tailStart))
        guard let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: { tail.u32($0) == Self.endMark })
        else { return nil }
        var count = UInt64(tail.u16(end + 10))
        var size = UInt64(tail.u32(end + 12))
        var offset = UInt64(tail.u32(end + 16))
        var listEnd = tailStart + end
        if end >= 20, tail.u32(end - 20) == Self.locatorMark {
            let claimed = Int(clamping: tail.u64(end - 12))
            let record = ByteTable(try source.read(at: claimed, 56))
            if record.count == 56, record.u32(0) == Self.end64Mark {
                count = record.u64(32)
                size = record.u64(40)
                offset = record.u64(48)
                listEnd = claimed
            }
        }
        guard count <= UInt64(mostMembers) else { throw Obstacle(.tooManyMembers) }
        guard size <= 64 << 20, size <= UInt64(listEnd) else { return nil }
        // Something may stand before the archive, such as a program that unpacks it.
        let start = listEnd - Int(size)
        let shift = start - Int(clamping: min(offset, UInt64(start)))
        let comment = tail.bytes(end + 22, Int(tail.u16(end + 20)))
        comments = comment + [0x0A]
        let members = try read(
            ByteTable(try source.read(at: start, Int(size))), shift: shift, listStart: start, of: source)
        try noteStrays(members + [start..<listEnd], in: source)
        noteStray(tailStart + end + 22 + comment.count..<source.size)
    }

    /// Reads the list.
    /// - Returns: Which bytes belong to its members, in order.
    private mutating func read(
        _ list: ByteTable, shift: Int, listStart: Int, of source: Source
    ) throws(Obstacle) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var at = 0
        while at + 46 <= list.count, list.u32(at) == Self.entryMark {
            var packed = UInt64(list.u32(at + 20))
            let unpacked = list.u32(at + 24)
            var local = UInt64(list.u32(at + 42))
            let (nameLength, extraLength) = (Int(list.u16(at + 28)), Int(list.u16(at + 30)))
            let name = list.bytes(at + 46, nameLength)
            // Sizes that do not fit stand among the extra fields, in this order, and only those (section 4.5.3).
            var extra = at + 46 + nameLength
            let extraEnd = min(list.count, extra + extraLength)
            while extra + 4 <= extraEnd {
                let length = Int(list.u16(extra + 2))
                extras.add(list.bytes(extra + 4, min(length, extraEnd - extra - 4)))
                if list.u16(extra) == 1 {
                    var field = extra + 4
                    if unpacked == .max { field += 8 }
                    if packed == UInt64(UInt32.max) {
                        packed = list.u64(field)
                        field += 8
                    }
                    if local == UInt64(UInt32.max) { local = list.u64(field) }
                }
                extra += 4 + length
            }
            names.append(String(decoding: name, as: UTF8.self))
            let (start, isFar) = Int(clamping: local).addingReportingOverflow(shift)
            let length = 30 + nameLength + Int(clamping: min(packed, 1 << 60))
            let (end, isLong) = start.addingReportingOverflow(length)
            guard !isFar, !isLong, start >= 0 else { throw .damaged }
            ranges.append(start..<end)
            let commentLength = Int(list.u16(at + 32))
            if commentLength > 0 {
                comments += list.bytes(at + 46 + nameLength + extraLength, commentLength) + [0x0A]
            }
            at += 46 + nameLength + extraLength + commentLength
        }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        for (one, next) in zip(ranges, ranges.dropFirst()) where next.lowerBound < one.upperBound {
            throw Obstacle(.overlapping)
        }
        if let last = ranges.last, last.upperBound > listStart { throw .damaged }
        return ranges
    }

    /// Notes what lies between members, whose own heads say where their content begins.
    private mutating func noteStrays(_ members: [Range<Int>], in source: Source) throws(Obstacle) {
        var end = 0
        for member in members {
            noteStray(end..<max(end, member.lowerBound))
            let head = ByteTable(try source.read(at: member.lowerBound, Self.localHead))
            // The list itself comes last.
            guard head.u32(0) == Self.localMark else {
                end = member.upperBound
                continue
            }
            let (name, extra) = (Int(head.u16(26)), Int(head.u16(28)))
            if extra > 0 {
                let fields = ByteTable(try source.read(at: member.lowerBound + Self.localHead + name, extra))
                var field = 0
                while field + 4 <= fields.count {
                    let length = Int(fields.u16(field + 2))
                    extras.add(fields.bytes(field + 4, length))
                    field += 4 + length
                }
            }
            end = member.upperBound + extra
        }
    }

    private mutating func noteStray(_ range: Range<Int>) {
        if range.count > Self.longestPadding { strays.append(range) }
    }
}
