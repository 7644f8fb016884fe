internal import ScanWire

/// Reads the members of archives as documents.
enum Archive {
    /// Reads what comes piece by piece: a tape archive, or one compressed content; `name` is the file's own.
    static func read(_ stream: HeadedStream, name: String, to desk: Desk) throws(Obstacle) {
        guard !TapeFields.isTape(stream.head) else { return try readTape(stream, isCounted: false, to: desk) }
        GzipHead.tell(stream.head, to: desk)
        let remarks = PackedRemarks(stream)
        defer { remarks.tell(to: desk) }
        let filter = ArchiveReader.Filter(head: stream.head)
        try read(try ArchiveReader(unpacking: remarks, filter: filter), name: name, size: nil, to: desk)
    }

    /// Reads an archive that can be read in any order.
    static func read(_ source: Source, name: String, to desk: Desk) throws(Obstacle) {
        try DiscFields.read(source, to: desk)
        try read(try ArchiveReader(source: source), name: name, size: source.size, to: desk)
        guard let end = try end(of: source), end < source.size else { return }
        let rest = try source.read(at: end, Int(clamping: desk.order.limits.heldBytes))
        try readBehind(ReadyStream(rest), to: desk)
    }

    /// Reads a tape archive, whose bytes are counted already when they come out of something compressed.
    private static func readTape(_ stream: ByteStream, isCounted: Bool, to desk: Desk) throws(Obstacle) {
        let fields = TapeFields(stream)
        defer { fields.tell(to: desk) }
        try read(try ArchiveReader(tape: fields), name: "", size: nil, isCounted: isCounted, to: desk)
    }

    private static func read(
        _ reader: ArchiveReader, name: String, size: Int?, isCounted: Bool = false, to desk: Desk
    ) throws(Obstacle) {
        var members = 0
        while let member = try reader.next() {
            members += 1
            guard desk.mayGoOn else {
                throw Obstacle(members > desk.order.limits.members ? .tooManyMembers : .tooLarge)
            }
            let content = MemberStream(reader, desk: desk, archiveSize: size, isCounted: isCounted)
            if reader.isNone {
                // It looks like an archive whose head is broken.
                desk.miss(.damaged)
                return try PrintableRuns.read(content, to: desk)
            }
            guard member.isFile || reader.isSingle else {
                // Folders and links have no content; what they are called may be somebody's.
                desk.tell(name: member.name)
                if let target = member.target { desk.tell(name: target) }
                continue
            }
            if reader.isSingle {
                try readSingle(content, name: inner(name), to: desk)
            } else {
                desk.enter(member.name) { () throws(Obstacle) in
                    if member.isEncrypted { throw Obstacle(.encrypted) }
                    try Document(desk: desk, name: member.name).read(content)
                }
            }
        }
        guard let rest = try reader.rest() else { return }
        try readBehind(rest, to: desk)
    }

    private static func readBehind(_ rest: ByteStream, to desk: Desk) throws(Obstacle) {
        desk.enter("bytes behind the end") { () throws(Obstacle) in try Document(desk: desk, name: "").read(rest) }
    }

    /// Where a 7z archive ends, given the place and the size of its directory, which its head names behind the sums; nil for
    /// other archives.
    private static func end(of source: Source) throws(Obstacle) -> Int? {
        let head = ByteTable(try source.read(at: 0, 32))
        guard head.count == 32, head.bytes(0, 6).elementsEqual([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) else { return nil }
        let (place, size) = (head.u64(12), head.u64(20))
        let (end, overflow) = place.addingReportingOverflow(size)
        return overflow ? nil : Int(exactly: end).map { $0 + 32 }
    }

    /// Reads what is compressed alone; a tape archive is no member of its own.
    private static func readSingle(_ content: MemberStream, name: String, to desk: Desk) throws(Obstacle) {
        let headed = try HeadedStream(content, atLeast: TapeFields.head)
        guard !TapeFields.isTape(headed.head) else { return try readTape(headed, isCounted: true, to: desk) }
        desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(headed) }
        // What its reader left is not behind its end.
        while !(try headed.next()).isEmpty {}
    }

    /// What a compressed file is called when it is not compressed.
    private static func inner(_ name: String) -> String {
        let suffix = Kind.suffix(of: name)
        switch suffix {
        case "tgz", "tbz2", "txz": return String(name.dropLast(suffix.count)) + "tar"
        case "gz", "bz2", "xz", "zst", "lzma", "lz4", "z", "bgz": return String(name.dropLast(suffix.count + 1))
        default: return name
        }
    }
}
