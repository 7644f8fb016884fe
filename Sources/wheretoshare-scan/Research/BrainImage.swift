internal import ScanWire
internal import SensitiveContent

/// Reads the head of a NIfTI image; its voxels are no text (nifti.nimh.nih.gov).
enum BrainImage {
    private static let mostExtensions = 64 << 20

    static func read(_ stream: HeadedStream, to desk: Desk) throws(Obstacle) {
        var head = ByteTable(stream.head)
        head.isBig = ![348, 540].contains(head.u32(0))
        // The second version has longer fields in other places.
        let isSecond = head.u32(0) == 540
        func tell(_ name: String, _ at: Int, _ count: Int) {
            let bytes = TextDecoder.decode(whole: Array(head.bytes(at, count).prefix { $0 != 0 }))
            desk.tell("nifti/\(name)", String(decoding: bytes, as: UTF8.self).trimmingBlanks)
        }
        tell("descrip", isSecond ? 240 : 148, 80)
        tell("auxFile", isSecond ? 320 : 228, 24)
        tell("intentName", isSecond ? 508 : 328, 16)
        if !isSecond { tell("dbName", 14, 18) }
        // Extensions stand between the head and the voxels.
        let start = isSecond ? 540 : 348
        guard head.u8(start) != 0 else { return }
        let voxels = isSecond ? Int(clamping: head.u64(168)) : Int(exactly: Float(bitPattern: head.u32(108))) ?? 0
        guard voxels <= mostExtensions else { throw Obstacle(.tooLarge, "extensions of the image") }
        try readExtensions(of: stream, from: start + 4, upTo: voxels, isBig: head.isBig, to: desk)
    }

    /// Reads what stands behind the last voxel of an image that can be read in any order.
    static func readRest(of source: Source, to desk: Desk) throws(Obstacle) {
        var head = ByteTable(try source.read(at: 0, 540))
        head.isBig = ![348, 540].contains(head.u32(0))
        let isSecond = head.u32(0) == 540
        let start = isSecond ? Int(clamping: head.u64(168)) : Int(exactly: Float(bitPattern: head.u32(108))) ?? 0
        guard start >= (isSecond ? 540 : 348), let size = size(ofVoxels: head, isSecond: isSecond) else { return }
        let (end, overflow) = start.addingReportingOverflow(size)
        if !overflow { try Remains.read(textIn: SourceStream(source, from: end), to: desk) }
    }

    /// How many bytes the voxels have; nil when the head says no such number.
    private static func size(ofVoxels head: ByteTable, isSecond: Bool) -> Int? {
        let dimensions = isSecond ? head.u64(16) : UInt64(head.u16(40))
        guard (1...7).contains(dimensions) else { return nil }
        var bits = Int(head.u16(isSecond ? 14 : 72))
        for dimension in 1...Int(dimensions) {
            let length = isSecond ? Int(clamping: head.u64(16 + 8 * dimension)) : Int(head.u16(40 + 2 * dimension))
            let (product, overflow) = bits.multipliedReportingOverflow(by: length)
            guard !overflow else { return nil }
            bits = product
        }
        return bits > 0 ? bits / 8 : nil
    }

    /// Reads what programs keep beside the image, in XML or other text; it may be longer than what was looked at.
    private static func readExtensions(
        of stream: HeadedStream, from start: Int, upTo voxels: Int, isBig: Bool, to desk: Desk
    ) throws(Obstacle) {
        var bytes = try stream.next()
        while bytes.count < voxels {
            let piece = try stream.next()
            if piece.isEmpty { break }
            bytes += piece
        }
        let table = ByteTable(voxels > 0 ? Array(bytes.prefix(voxels)) : bytes, isBig: isBig)
        var at = start
        while at + 8 < table.count {
            let size = Int(table.u32(at))
            guard size >= 8, at + size <= table.count else { break }
            let text = Array(table.bytes(at + 8, size - 8).filter { $0 != 0 })
            desk.begin(.metadata, form: .keyed(path: "nifti/extension"))
            desk.read(TextDecoder.decode(whole: text))
            desk.end()
            at += size
        }
    }
}
