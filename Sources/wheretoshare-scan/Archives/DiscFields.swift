internal import ScanWire

/// Reads what the image of a disc has besides its files: what stands before them, who made the disc and what it is called, and what
/// stands behind its end (ECMA-119 sections 6.2 and 8).
enum DiscFields {
    private static let sector = 2048
    /// What stands before the descriptors is for programs that start from the disc.
    private static let systemSectors = 16
    private static let mostDescriptors = 64
    private static let end: UInt8 = 0xFF
    private static let mark = Array("CD001".utf8)

    /// Reads them, unless a file is no image of a disc.
    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        var at = systemSectors * sector
        var size = 0
        var remains = Remains()
        for _ in 0..<mostDescriptors {
            let descriptor = ByteTable(try source.read(at: at, sector))
            guard descriptor.bytes(1, mark.count).elementsEqual(mark) else { break }
            at += sector
            guard descriptor.u8(0) != end else { break }
            remains.add(textIn: descriptor.bytes(0, sector))
            // How many sectors there are; some descriptors say nothing of it.
            if descriptor.u8(0) == 1 { size = Int(descriptor.u32(80)) * Int(descriptor.u16(128)) }
        }
        guard at > systemSectors * sector else { return }
        remains.hand(to: desk)
        try DiscNames.tell(source, to: desk)
        try Remains.read(textIn: SourceStream(source, upTo: systemSectors * sector), to: desk)
        if size >= at { try Remains.read(textIn: SourceStream(source, from: size), to: desk) }
    }
}
