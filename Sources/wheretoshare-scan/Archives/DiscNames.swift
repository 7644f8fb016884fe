internal import ScanWire

/// Looks at the names of files that a disc has in its second directory, where ISO 9660 may have cut them (ECMA-167 3rd edition part 4,
/// OSTA UDF 2.60).
struct DiscNames {
    private let source: Source
    /// Where the partition begins, in sectors.
    private var partition = 0
    private var waiting: [UInt32] = []
    private var seen: Set<UInt32> = []
    private var names = 0
    /// How many bytes of folders may still be read.
    private var left = 256 << 20

    private static let sector = 2048
    private static let anchor = 256
    private static let mostDescriptors = 64
    private static let mostFolders = 100_000
    private static let mostNames = 1_000_000
    private static let mostParts = 4096
    private static let longestFolder = 16 << 20

    /// What a descriptor is, by the number that it begins with.
    private enum Descriptor: UInt16 {
        case disc = 1
        case anchor = 2
        case use = 4
        case partition = 5
        case volume = 6
        case room = 7
        case end = 8
        case files = 256
        case name = 257
        case entry = 261
        case longEntry = 266
    }

    private init(_ source: Source) {
        self.source = source
    }

    /// Looks at them, unless a disc has none.
    static func tell(_ source: Source, to desk: Desk) throws(Obstacle) {
        var disc = DiscNames(source)
        guard try disc.findRoot() else { return desk.miss(.unknownFormat, "the second directory of the disc") }
        while let folder = disc.waiting.popLast() {
            guard disc.seen.count < mostFolders, disc.names < mostNames, disc.left > 0 else {
                return desk.miss(.tooManyMembers)
            }
            guard disc.seen.insert(folder).inserted else { continue }
            try disc.readFolder(folder, to: desk)
        }
    }

    private func table(at sector: Int) throws(Obstacle) -> (kind: Descriptor?, table: ByteTable) {
        let (place, isFar) = sector.multipliedReportingOverflow(by: Self.sector)
        guard !isFar else { return (nil, ByteTable([])) }
        let table = ByteTable(try source.read(at: place, Self.sector))
        return (Self.kind(table, at: 0), table)
    }

    /// What a descriptor is; its head has a sum (ECMA-167 3/7.2).
    private static func kind(_ table: ByteTable, at place: Int) -> Descriptor? {
        let head = table.bytes(place, 16)
        guard head.count == 16 else { return nil }
        let sum = head.enumerated().reduce(UInt8(0)) { $1.offset == 4 ? $0 : $0 &+ $1.element }
        return sum == table.u8(place + 4) ? Descriptor(rawValue: table.u16(place)) : nil
    }

    /// Follows the anchor to the set of files, which names the root.
    /// - Returns: Whether the root was found, or there is no second directory.
    private mutating func findRoot() throws(Obstacle) -> Bool {
        let anchor = try table(at: Self.anchor)
        guard anchor.kind == .anchor else { return true }
        let start = Int(anchor.table.u32(20))
        var files: UInt32?
        for index in 0..<Self.mostDescriptors {
            let (kind, table) = try table(at: start + index)
            if kind == .partition { partition = Int(table.u32(188)) }
            if kind == .volume { files = table.u32(252) }
            if kind == .end || kind == nil { break }
        }
        guard let files else { return false }
        let (kind, table) = try table(at: partition + Int(files))
        waiting = [table.u32(404)]
        return kind == .files
    }

    /// Looks at the names in a folder, whose content stands in its entry or in the parts that this lists.
    private mutating func readFolder(_ number: UInt32, to desk: Desk) throws(Obstacle) {
        let (kind, entry) = try table(at: partition + Int(number))
        let isLong = kind == .longEntry
        guard isLong || kind == .entry else { return }
        let (fields, length) = isLong ? (216, Int(entry.u32(212))) : (176, Int(entry.u32(172)))
        let list = fields + Int(entry.u32(isLong ? 208 : 168))
        var content: [UInt8] = []
        let form = entry.u16(34) & 7
        if form == 3 {
            content = Array(entry.bytes(list, length))
        } else {
            let width = form == 0 ? 8 : 16
            for part in 0..<min(length / width, Self.mostParts) {
                let at = list + part * width
                let size = min(Int(entry.u32(at) & 0x3FFF_FFFF), Self.longestFolder - content.count, left)
                let place = (partition + Int(entry.u32(at + 4))) * Self.sector
                content += try source.read(at: place, size)
                left -= size
            }
        }
        readNames(ByteTable(content), to: desk)
    }

    private mutating func readNames(_ table: ByteTable, to desk: Desk) {
        var at = 0
        while at + 38 <= table.count, names < Self.mostNames, Self.kind(table, at: at) == .name {
            names += 1
            let length = Int(table.u8(at + 19))
            let skip = 38 + Int(table.u16(at + 36))
            let isFolder = table.u8(at + 18) & 2 != 0
            let isParent = table.u8(at + 18) & 8 != 0
            if isFolder, !isParent, waiting.count < Self.mostFolders { waiting.append(table.u32(at + 24)) }
            if let name = Self.name(table.bytes(at + skip, length)) { desk.tell(name: name) }
            at += (skip + length + 3) & ~3
        }
    }

    /// A name in characters of one byte or two, which its first byte says (OSTA UDF 2.60 section 2.1.1).
    private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let width = bytes.first else { return nil }
        let letters = Array(bytes.dropFirst())
        switch width {
        case 8, 254: return String(String.UnicodeScalarView(letters.map { Unicode.Scalar($0) }))
        case 16, 255:
            let table = ByteTable(letters, isBig: true)
            return String(decoding: stride(from: 0, to: letters.count - 1, by: 2).map { table.u16($0) }, as: UTF16.self)
        default: return nil
        }
    }
}
