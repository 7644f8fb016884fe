internal import ScanWire
internal import SensitiveContent

/// Reads the head of EDF and BDF recordings, the remarks that EDF+ keeps among the signals (edfplus.info), and what looks
/// like text among the samples.
enum Recording {
    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        let head = try source.read(at: 0, 256)
        guard head.count == 256 else { throw .damaged }
        let isWide = head[0] == 0xFF
        let format = isWide ? "bdf" : "edf"
        func text(_ range: Range<Int>, of bytes: [UInt8]) -> String {
            guard range.upperBound <= bytes.count else { return "" }
            return String(decoding: TextDecoder.decode(whole: Array(bytes[range])), as: UTF8.self).trimmingBlanks
        }
        desk.tell("\(format)/patient", text(8..<88, of: head))
        desk.tell("\(format)/recording", text(88..<168, of: head))
        desk.tell("\(format)/startDate", text(168..<176, of: head))
        guard let signals = Int(text(252..<256, of: head)), (1...10_000).contains(signals) else { throw .damaged }
        let fields = try source.read(at: 256, signals * 256)
        guard fields.count == signals * 256 else { throw .damaged }
        tellOthers(head, fields, signals: signals, to: desk)
        var start = 0
        var length = 0
        var remarks: [Range<Int>] = []
        for signal in 0..<signals {
            let at = signals * 216 + signal * 8
            guard let samples = Int(text(at..<at + 8, of: fields)), samples >= 0, samples < 1 << 24 else {
                throw .damaged
            }
            length = samples * (isWide ? 3 : 2)
            if text(signal * 16..<signal * 16 + 16, of: fields).hasSuffix("Annotations") {
                remarks.append(start..<start + length)
            }
            start += length
        }
        let records = 256 + signals * 256
        let samples = SampleStream(source, from: records, recordLength: start, leavingOut: remarks)
        try PrintableRuns.read(samples, .hidden, to: desk)
        guard !remarks.isEmpty, start > 0 else { return }
        desk.begin(.comment)
        defer { desk.end() }
        for record in stride(from: records, to: source.size, by: start) {
            for range in remarks {
                // Times and texts stand between marks of their own.
                let bytes = try source.read(at: record + range.lowerBound, range.count)
                let line = bytes.map { $0 == 0x14 || $0 == 0x15 ? 0x20 : $0 }.filter { $0 != 0 }
                if line.contains(where: { $0 >= 0x41 }) { desk.read(line + [0x0A]) }
            }
        }
    }

    /// What is said of the sensors and the filters of the signals, mostly the same of all, and where more may stand.
    private static func tellOthers(_ head: [UInt8], _ fields: [UInt8], signals: Int, to desk: Desk) {
        var remains = Remains()
        remains.add(head[192..<236])
        var told: Set<ArraySlice<UInt8>> = []
        // The label, the sensor, the filter, and what is reserved: each for all signals, one after the other.
        for (start, width) in [(0, 16), (16, 80), (136, 80), (224, 32)] {
            for signal in 0..<signals {
                let at = start * signals + signal * width
                let field = fields[at..<at + width]
                if Remains.areData(field), told.insert(field).inserted { remains.add(field) }
            }
        }
        remains.hand(to: desk)
    }
}

/// The samples of a recording, with zeros where the remarks stand.
private final class SampleStream: ByteStream {
    private let records: SourceStream
    private let recordLength: Int
    private let remarks: [Range<Int>]
    /// Where the next piece begins, from the first record on.
    private var offset = 0

    init(_ source: Source, from start: Int, recordLength: Int, leavingOut remarks: [Range<Int>]) {
        records = SourceStream(source, from: start)
        self.recordLength = recordLength
        self.remarks = remarks
    }

    override func next() throws(Obstacle) -> [UInt8] {
        var bytes = try records.next()
        let piece = offset..<offset + bytes.count
        offset = piece.upperBound
        guard recordLength > 0, !remarks.isEmpty else { return bytes }
        for record in stride(
            from: piece.lowerBound / recordLength * recordLength, to: piece.upperBound, by: recordLength)
        {
            for remark in remarks {
                let place = (record + remark.lowerBound..<record + remark.upperBound).clamped(to: piece)
                for index in place { bytes[index - piece.lowerBound] = 0 }
            }
        }
        return bytes
    }
}
