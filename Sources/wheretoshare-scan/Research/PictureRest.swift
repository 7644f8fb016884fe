internal import ScanWire

/// What stands behind a picture's end: another file, or what looks like text.
enum PictureRest {
    /// More than that are mostly pixels: some programs keep further pictures where the first one ends.
    private static let longest = 64 << 20

    static func read(_ source: Source, from start: Int, to desk: Desk) throws(Obstacle) {
        guard start < source.size else { return }
        guard source.size - start <= longest else { return desk.miss(.tooLarge, "bytes behind the picture") }
        let head = try source.read(at: start, Kind.head)
        switch Kind(head: head, name: "") {
        case .zip, .packed, .archive, .pdf:
            let file = SourceStream(source, from: start)
            desk.enter("bytes behind the picture") { () throws(Obstacle) in
                try Document(desk: desk, name: "").read(Source(holding: file, limit: desk.order.limits.heldBytes))
            }
        default: try Remains.read(textIn: SourceStream(source, from: start), to: desk)
        }
    }
}
