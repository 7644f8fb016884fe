internal import ScanWire

/// Reads the members of archives as documents.
enum Archive {
    /// Reads what comes piece by piece: a tape archive, or one compressed content; `name` is the file's own.
    static func read(_ stream: ByteStream, name: String, to desk: Desk) throws(Obstacle) {
        try read(try ArchiveReader(stream: stream), name: name, size: nil, to: desk)
    }

    /// Reads an archive that can be read in any order.
    static func read(_ source: Source, name: String, to desk: Desk) throws(Obstacle) {
        try read(try ArchiveReader(source: source), name: name, size: source.size, to: desk)
    }

    private static func read(_ reader: ArchiveReader, name: String, size: Int?, to desk: Desk) throws(Obstacle) {
        var members = 0
        while let member = try reader.next() {
            members += 1
            guard desk.mayGoOn else {
                throw Obstacle(members > desk.order.limits.members ? .tooManyMembers : .tooLarge)
            }
            if reader.isNone {
                // It looks like an archive whose head is broken.
                desk.miss(.damaged)
                return try PrintableRuns.read(MemberStream(reader, desk: desk, archiveSize: size), to: desk)
            }
            guard member.isFile || reader.isSingle else {
                // Folders and links have no content; what they are called may be somebody's.
                desk.tell(name: member.name)
                if let target = member.target { desk.tell(name: target) }
                continue
            }
            let memberName = reader.isSingle ? inner(name) : member.name
            desk.enter(memberName) { () throws(Obstacle) in
                if member.isEncrypted { throw Obstacle(.encrypted) }
                let content = MemberStream(reader, desk: desk, archiveSize: size)
                try Document(desk: desk, name: memberName).read(content)
            }
        }
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
