internal import ScanWire

/// The streams of a compound file, the file system in a file of old Office documents and Outlook's messages (MS-CFB).
struct CompoundFile {
    /// An entry of the directory.
    struct Entry {
        let name: String
        /// 1 is a folder, 2 a stream, 5 the root.
        let type: UInt8
        let left: UInt32
        let right: UInt32
        let child: UInt32
        let start: UInt32
        let size: Int
    }

    private(set) var entries: [Entry] = []
    private let source: Source
    private let sectorShift: Int
    private let miniShift: Int
    private let miniLimit: Int
    private var table: [UInt32] = []
    private var miniTable: [UInt32] = []
    private var miniStream: [UInt8] = []
    /// Where the chains begin that no entry names: the directory's, and the small sectors' table's.
    private var ownStarts: [UInt32] = []

    private static let end: UInt32 = 0xFFFF_FFFE
    private static let none: UInt32 = 0xFFFF_FFFF
    /// In the table, sectors that hold the table itself.
    private static let ofTable: ClosedRange<UInt32> = 0xFFFF_FFFC...0xFFFF_FFFD
    private static let mostSectors = 1 << 21

    init(_ source: Source) throws(Obstacle) {
        self.source = source
        let head = ByteTable(try source.read(at: 0, 512))
        sectorShift = Int(head.u16(30))
        miniShift = Int(head.u16(32))
        miniLimit = Int(head.u32(56))
        guard (9...12).contains(sectorShift), miniShift == 6 else { throw .damaged }
        let perSector = 1 << (sectorShift - 2)
        // Where the table of sectors lies stands in the head, and in sectors of its own for large files.
        var places = (0..<109).map { head.u32(76 + $0 * 4) }
        var next = head.u32(68)
        var rounds = 0
        while next < Self.end, rounds < 4096 {
            let sector = ByteTable(try self.sector(next))
            places += (0..<(perSector - 1)).map { sector.u32($0 * 4) }
            next = sector.u32((perSector - 1) * 4)
            rounds += 1
        }
        for place in places where place < Self.end {
            guard table.count < Self.mostSectors else { throw Obstacle(.tooLarge) }
            // A table that is longer than the file repeats itself.
            guard table.count << 2 <= source.size else { throw .damaged }
            let sector = ByteTable(try self.sector(place))
            table += (0..<perSector).map { sector.u32($0 * 4) }
        }
        ownStarts = [head.u32(48), head.u32(60)]
        let directory = ByteTable(try chain(head.u32(48), limit: 16 << 20))
        for index in 0..<(directory.count / 128) {
            let at = index * 128
            let length = min(64, Int(directory.u16(at + 64)))
            let units = stride(from: 0, to: max(0, length - 2), by: 2).map { directory.u16(at + $0) }
            entries.append(
                Entry(
                    name: String(decoding: units, as: UTF16.self), type: directory.u8(at + 66),
                    left: directory.u32(at + 68), right: directory.u32(at + 72), child: directory.u32(at + 76),
                    start: directory.u32(at + 116), size: Int(directory.u32(at + 120))))
        }
        guard !entries.isEmpty else { throw .damaged }
        let mini = ByteTable(try chain(head.u32(60), limit: 16 << 20))
        miniTable = (0..<(mini.count / 4)).map { mini.u32($0 * 4) }
        if let root = entries.first, root.start < Self.end {
            miniStream = try chain(root.start, limit: min(64 << 20, max(0, root.size)))
        }
    }

    /// A stream's bytes, at most so many.
    func content(_ entry: Entry, limit: Int = 64 << 20) throws(Obstacle) -> [UInt8] {
        guard entry.size > 0 else { return [] }
        guard entry.size <= limit else { throw Obstacle(.tooLarge) }
        if entry.size >= miniLimit { return Array(try chain(entry.start, limit: entry.size).prefix(entry.size)) }
        var bytes: [UInt8] = []
        var next = entry.start
        let size = 1 << miniShift
        while next < Self.end, bytes.count < entry.size {
            guard bytes.count <= miniStream.count else { throw .damaged }
            let start = Int(next) << miniShift
            guard start + size <= miniStream.count, miniTable.indices.contains(Int(next)) else { throw .damaged }
            bytes += miniStream[start..<start + size]
            next = miniTable[Int(next)]
        }
        return Array(bytes.prefix(entry.size))
    }

    /// The entries in a folder, by their numbers.
    func children(of index: Int) -> [Int] {
        var found: [Int] = []
        var waiting = [entries[index].child]
        var seen: Set<UInt32> = []
        while let next = waiting.popLast() {
            guard next != Self.none, entries.indices.contains(Int(next)), seen.insert(next).inserted else { continue }
            found.append(Int(next))
            waiting += [entries[Int(next)].left, entries[Int(next)].right]
        }
        return found
    }

    /// The number of the stream or folder with this name in a folder; nil when there is none.
    func child(_ name: String, of index: Int = 0) -> Int? { children(of: index).first { entries[$0].name == name } }

    /// What belongs to no stream: sectors that are free, what older content left behind the end of a stream in its last sector,
    /// and what stands behind all sectors.
    func strays() -> ByteStream {
        let size = 1 << sectorShift
        let count = min(table.count, max(0, (source.size - 1) >> sectorShift))
        let streams = entries.filter { $0.type == 2 && $0.size > 0 }
        var chains = ownStarts.map { ($0, Int.max) }
        if let root = entries.first { chains.append((root.start, root.size)) }
        chains += streams.filter { $0.size >= miniLimit }.map { ($0.start, $0.size) }
        var sectors = SectorOwners(table, count: count, shift: sectorShift)
        for (start, size) in chains { sectors.take(from: start, size: size) }
        for (index, next) in table.prefix(count).enumerated() where Self.ofTable.contains(next) {
            sectors.take(whole: index)
        }
        var pieces = sectors.strays.map { range in
            SourceStream(source, from: range.lowerBound + size, upTo: range.upperBound + size)
        }
        pieces.append(SourceStream(source, from: (count + 1) << sectorShift))
        var smallSectors = SectorOwners(miniTable, count: miniStream.count >> miniShift, shift: miniShift)
        for entry in streams where entry.size < miniLimit { smallSectors.take(from: entry.start, size: entry.size) }
        let small = Source(miniStream)
        pieces += smallSectors.strays.map { SourceStream(small, from: $0.lowerBound, upTo: $0.upperBound) }
        // What ends a run of text stands between them.
        return JoinedStream(pieces.flatMap { [$0, ReadyStream([1])] })
    }

    private func sector(_ number: UInt32) throws(Obstacle) -> [UInt8] {
        try source.read(at: (Int(number) + 1) << sectorShift, 1 << sectorShift)
    }

    private func chain(_ start: UInt32, limit: Int) throws(Obstacle) -> [UInt8] {
        var bytes: [UInt8] = []
        var next = start
        while next < Self.end, bytes.count < limit {
            guard table.indices.contains(Int(next)) else { throw .damaged }
            let sector = try sector(next)
            // One that is longer than the file goes in circles.
            guard !sector.isEmpty, bytes.count <= source.size else { throw .damaged }
            bytes += sector
            next = table[Int(next)]
        }
        return bytes
    }
}

/// Which bytes of a file's sectors belong to a stream.
private struct SectorOwners {
    private let table: [UInt32]
    private let shift: Int
    /// How many bytes of each sector, counted from its beginning, are owned.
    private var owned: [Int]

    init(_ table: [UInt32], count: Int, shift: Int) {
        self.table = table
        self.shift = shift
        owned = Array(repeating: 0, count: count)
    }

    /// Takes the sectors of a stream; those behind its end are nobody's.
    mutating func take(from start: UInt32, size: Int) {
        var next = Int(start)
        var rest = size
        while owned.indices.contains(next), owned[next] == 0, rest > 0 {
            owned[next] = min(rest, 1 << shift)
            rest -= owned[next]
            guard table.indices.contains(next) else { return }
            next = Int(table[next])
        }
    }

    mutating func take(whole sector: Int) { owned[sector] = 1 << shift }

    /// The bytes that are left, counted from the first sector; the last sector may be longer than the file.
    var strays: [Range<Int>] {
        var strays: [Range<Int>] = []
        for (index, count) in owned.enumerated() where count < 1 << shift {
            let range = index << shift + count..<(index + 1) << shift
            if let last = strays.last, last.upperBound == range.lowerBound {
                strays[strays.count - 1] = last.lowerBound..<range.upperBound
            } else {
                strays.append(range)
            }
        }
        return strays
    }
}
