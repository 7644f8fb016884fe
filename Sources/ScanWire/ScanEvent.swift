public import SensitiveContent
internal import StorageModel
public import WorkerWire

/// What a worker tells while it reads a document.
public enum ScanEvent: Hashable, Sendable {
    /// It is there, has jailed itself this far, and judges by detectors of this revision.
    case ready(JailLevel, revision: String)
    /// It needs an outside program for the document, or for what it hands over on its socket.
    case needs(OutsideTask, handsOver: Bool)
    /// It found something.
    case found(Finding)
    /// Something was not read.
    case missed(CoverageGap)
    /// It is done with the document.
    case done(DocumentReading)
}

extension ScanEvent: WireMessage {
    /// The message as bytes, with its length and version before it.
    public var frame: [UInt8] {
        var encoder = WireEncoder()
        switch self {
        case .ready(let level, let revision):
            encoder.append(UInt8(0))
            encoder.append(level.holds)
            encoder.append(texts: level.missing)
            encoder.append(revision)
        case .needs(let task, let handsOver):
            encoder.append(UInt8(1))
            encoder.append(task)
            encoder.append(handsOver)
        case .found(let finding):
            encoder.append(UInt8(2))
            encoder.append(finding)
        case .missed(let gap):
            encoder.append(UInt8(3))
            encoder.append(gap.reason.rawValue)
            encoder.append(texts: gap.members)
            encoder.append(optional: gap.detail) { $0.append($1) }
        case .done(let reading):
            encoder.append(UInt8(4))
            encoder.append(reading)
        }
        return WireFrame.around(encoder.bytes)
    }

    /// Reads what `FrameReader` gave.
    public init(body: [UInt8]) throws(WireError) {
        var decoder = WireDecoder(body)
        switch try decoder.number(UInt8.self) {
        case 0:
            let holds = try decoder.flag()
            self = .ready(JailLevel(missing: try decoder.texts(), holds: holds), revision: try decoder.text())
        case 1: self = .needs(try decoder.task(), handsOver: try decoder.flag())
        case 2: self = .found(try decoder.finding())
        case 3:
            let reason: CoverageGap.Reason = try decoder.named()
            var gap = CoverageGap(reason, members: try decoder.texts())
            gap.detail = try decoder.optional { (decoder) throws(WireError) in try decoder.text() }
            self = .missed(gap)
        case 4: self = .done(try decoder.reading())
        case let other: throw .unknownNumber(UInt64(other))
        }
        try decoder.end()
    }
}
