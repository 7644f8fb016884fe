internal import ScanWire
internal import SensitiveContent

/// Reads the heads of sequence formats: samples, and where they come from (SAM/BAM, CRAM and VCF specifications).
enum Genomics {
    private static let mostHead = 4 << 20
    private static let mostSamples = 10_000

    /// Variants, or alignments as text.
    static func readText(_ stream: HeadedStream, to desk: Desk) throws(Obstacle) {
        let isVariants = stream.head.starts(with: Array("##".utf8))
        // The head may go on after what was looked at; all of it is read as text besides.
        readHead(String(decoding: stream.head, as: UTF8.self), format: isVariants ? "vcf" : "sam", to: desk)
        try PlainText.read(stream, .table(separator: 0x09), to: desk)
    }

    /// Alignments in the binary form, unpacked.
    static func readBinary(_ stream: HeadedStream, to desk: Desk) throws(Obstacle) {
        let length = Int(ByteTable(stream.head).u32(4))
        guard length <= mostHead else { throw Obstacle(.tooLarge) }
        var head: [UInt8] = []
        while head.count < length + 8 {
            let piece = try stream.next()
            if piece.isEmpty { throw .damaged }
            head += piece
        }
        tell(Array(head[8..<(8 + length)]), format: "bam", to: desk)
        let rest = JoinedStream([ReadyStream(Array(head[(8 + length)...])), stream])
        try Alignments.read(rest, to: desk)
    }

    /// Alignments in the compressed form.
    static func readCompressed(_ source: Source, to desk: Desk) throws(Obstacle) {
        let head = ByteTable(try source.read(at: 0, 1 << 20))
        let version = head.u8(4)
        var at = 26
        func number() -> Int {
            // As many bytes as there are ones at the beginning (CRAM section 2.3).
            let first = Int(head.u8(at))
            let (count, mask) =
                first < 0x80
                ? (1, 0x7F) : first < 0xC0 ? (2, 0x3F) : first < 0xE0 ? (3, 0x1F) : first < 0xF0 ? (4, 0x0F) : (5, 0x0F)
            var value = first & mask
            for index in 1..<max(2, count) where count > 1 && index < count {
                value =
                    index == 4 ? value << 4 | Int(head.u8(at + index)) & 0x0F : value << 8 | Int(head.u8(at + index))
            }
            at += count
            return value
        }
        func skipLong() {
            var mark = head.u8(at)
            var count = 1
            while mark & 0x80 != 0, count < 9 {
                mark <<= 1
                count += 1
            }
            at += count
        }
        at += 4
        for _ in 0..<4 { _ = number() }
        skipLong()
        if version >= 3 { skipLong() } else { _ = number() }
        _ = number()
        for _ in 0..<min(1000, number()) { _ = number() }
        if version >= 3 { at += 4 }
        let method = head.u8(at)
        at += 2
        _ = number()
        let size = number()
        _ = number()
        guard size > 4, at + size <= head.count else { throw .damaged }
        var block = Array(head.bytes(at, size))
        switch method {
        case 0: break
        case 1, 2, 3:
            let reader = try ArchiveReader(unpacking: ReadyStream(block), filter: ArchiveReader.Filter(head: block))
            block = []
            guard try reader.next() != nil else { throw .damaged }
            while block.count <= mostHead {
                let piece = try reader.content()
                if piece.isEmpty { break }
                block += piece
            }
        default: throw Obstacle(.unknownFormat)
        }
        tell(Array(block.dropFirst(4)), format: "cram", to: desk)
        desk.miss(.unknownFormat, "the reads behind its head")
    }

    private static func tell(_ head: [UInt8], format: String, to desk: Desk) {
        readHead(String(decoding: head, as: UTF8.self), format: format, to: desk)
        desk.begin(.metadata)
        desk.read(head)
        desk.end()
    }

    /// Tells each sample once.
    private static func readHead(_ head: String, format: String, to desk: Desk) {
        var samples: [String] = []
        for line in head.split(separator: "\n") {
            if line.hasPrefix("@RG") {
                samples += line.split(separator: "\t").filter { $0.hasPrefix("SM:") }.map { String($0.dropFirst(3)) }
            } else if line.hasPrefix("#CHROM") {
                samples += line.split(separator: "\t").dropFirst(9).map { String($0) }
                break
            } else if !line.hasPrefix("@"), !line.hasPrefix("#") {
                break
            }
        }
        var told: Set<String> = []
        for sample in samples.prefix(mostSamples) where told.insert(sample).inserted {
            desk.tell("\(format)/sample", sample)
        }
    }
}
