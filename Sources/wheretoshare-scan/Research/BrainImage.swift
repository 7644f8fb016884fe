internal import ScanWire
internal import SensitiveContent

/// Reads the head of a NIfTI image, and what stands behind its voxels, which are no text (nifti.nimh.nih.gov).
struct BrainImage {
    private let head: ByteTable
    /// The second version has longer fields in other places.
    private let isSecond: Bool
    private let desk: Desk

    private static let mostExtensions = 64 << 20
    private static let longestHead = 544

    private init(_ bytes: [UInt8], desk: Desk) {
        var head = ByteTable(bytes)
        head.isBig = ![348, 540].contains(head.u32(0))
        self.head = head
        isSecond = head.u32(0) == 540
        self.desk = desk
    }

    /// Reads an image that can be read in any order, up to an end.
    static func read(_ source: Source, upTo end: Int, to desk: Desk) throws(Obstacle) {
        let image = BrainImage(try source.read(at: 0, min(longestHead, end)), desk: desk)
        image.tellFields()
        if image.hasExtensions {
            try image.readExtensions(in: try source.read(at: 0, min(try image.endOfExtensions(), end)))
        }
        guard let rest = image.endOfVoxels, rest < end else { return }
        try Remains.read(textIn: SourceStream(source, from: rest, upTo: end), to: desk)
    }

    /// Reads an image that comes piece by piece.
    static func read(_ stream: HeadedStream, to desk: Desk) throws(Obstacle) {
        let image = BrainImage(stream.head, desk: desk)
        image.tellFields()
        var bytes = try stream.next()
        if image.hasExtensions {
            let end = try image.endOfExtensions()
            while bytes.count < end {
                let piece = try stream.next()
                if piece.isEmpty { break }
                bytes += piece
            }
            try image.readExtensions(in: bytes)
        }
        guard let rest = image.endOfVoxels else { return }
        // Pieces that are whole among the voxels are passed over.
        var place = 0
        while place + bytes.count < rest {
            place += bytes.count
            bytes = try stream.next()
            if bytes.isEmpty { return }
        }
        bytes.removeFirst(rest - place)
        try Remains.read(textIn: JoinedStream([ReadyStream(bytes), stream]), to: desk)
    }

    // MARK: Fields

    private func tellFields() {
        tell("descrip", isSecond ? 240 : 148, 80)
        tell("auxFile", isSecond ? 320 : 228, 24)
        tell("intentName", isSecond ? 508 : 328, 16)
        if !isSecond { tell("dbName", 14, 18) }
    }

    private func tell(_ name: String, _ at: Int, _ count: Int) {
        let bytes = TextDecoder.decode(whole: Array(head.bytes(at, count).prefix { $0 != 0 }))
        desk.tell("nifti/\(name)", String(decoding: bytes, as: UTF8.self).trimmingBlanks)
    }

    // MARK: Extensions

    /// Where the head ends, behind which four bytes say whether extensions follow.
    private var end: Int { isSecond ? 540 : 348 }

    private var hasExtensions: Bool { head.u8(end) != 0 }

    /// Where the head says that the voxels begin; 0 when it says nothing, as where they are in a file of their own.
    private var startOfVoxels: Int {
        let start = isSecond ? Int(clamping: head.u64(168)) : Int(exactly: Float(bitPattern: head.u32(108))) ?? 0
        return max(0, start)
    }

    /// Where the extensions end at the latest.
    private func endOfExtensions() throws(Obstacle) -> Int {
        guard startOfVoxels <= Self.mostExtensions else { throw Obstacle(.tooLarge, "extensions of the image") }
        return startOfVoxels > 0 ? startOfVoxels : Self.mostExtensions
    }

    /// Reads what programs keep beside the image, in XML or other text.
    private func readExtensions(in bytes: [UInt8]) throws(Obstacle) {
        let table = ByteTable(startOfVoxels > 0 ? Array(bytes.prefix(startOfVoxels)) : bytes, isBig: head.isBig)
        var at = end + 4
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

    // MARK: Voxels

    /// Where the last voxel ends; nil when the head says no such place.
    private var endOfVoxels: Int? {
        guard startOfVoxels >= end, let size = sizeOfVoxels else { return nil }
        let (end, isFar) = startOfVoxels.addingReportingOverflow(size)
        return isFar ? nil : end
    }

    /// How many bytes the voxels have; nil when the head says no such number.
    private var sizeOfVoxels: Int? {
        let dimensions = isSecond ? head.u64(16) : UInt64(head.u16(40))
        guard (1...7).contains(dimensions) else { return nil }
        var bits = Int(head.u16(isSecond ? 14 : 72))
        for dimension in 1...Int(dimensions) {
            let length = isSecond ? Int(clamping: head.u64(16 + 8 * dimension)) : Int(head.u16(40 + 2 * dimension))
            let (product, isFar) = bits.multipliedReportingOverflow(by: length)
            guard !isFar else { return nil }
            bits = product
        }
        return bits > 0 ? bits / 8 : nil
    }
}
