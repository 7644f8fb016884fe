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

    private static let end: UInt32 = 0xFFFF_FFFE
    private static let none: UInt32 = 0xFFFF_FFFF
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
