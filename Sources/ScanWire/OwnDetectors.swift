public import SensitiveContent
public import StorageModel
public import WorkerWire

/// What an institution adds to the detectors, and the values that it wants to be passed over.
public struct OwnDetectors: Hashable, Sendable {
    /// The institution's detectors.
    public var custom: [CustomDetector]
    /// Values that everybody may know, by the detector that would find them.
    public var ignored: [DetectorID: [String]]

    /// Nothing.
    public static let none = OwnDetectors()

    /// So many bytes may they have together, as they are handed to a worker.
    public static let mostBytes = 16 << 20

    /// Puts the parts together.
    public init(custom: [CustomDetector] = [], ignored: [DetectorID: [String]] = [:]) {
        self.custom = custom
        self.ignored = ignored
    }

    /// Whether there is nothing to add.
    public var isEmpty: Bool { custom.isEmpty && ignored.isEmpty }

    /// The library's detectors with these.
    /// - Returns: What a scan uses.
    /// - Throws: ``CustomDetectorError`` for what cannot be looked for.
    public func prepared() throws(CustomDetectorError) -> DetectorSet {
        isEmpty ? .standard : try DetectorSet(custom: custom, ignoring: ignored)
    }

    /// All of it as bytes, the same for the same.
    public var bytes: [UInt8] {
        var encoder = WireEncoder()
        encoder.append(UInt32(custom.count))
        for detector in custom {
            encoder.append(detector.description.id.text)
            encoder.append(detector.description.tag.text)
            encoder.append(detector.description.english)
            encoder.append(detector.description.german)
            switch detector.rule {
            case .pattern(let pattern, let check):
                encoder.append(UInt8(0))
                encoder.append(pattern.text)
                encoder.append(optional: check) { $0.append($1.rawValue) }
            case .values(let values):
                encoder.append(UInt8(1))
                encoder.append(texts: values)
            case .prefixes(let prefixes):
                encoder.append(UInt8(2))
                encoder.append(texts: prefixes)
            }
            encoder.append(texts: detector.words)
            encoder.append(optional: detector.alone) { $0.append($1.rawValue) }
            encoder.append(detector.inContext.rawValue)
        }
        encoder.append(UInt32(ignored.count))
        for (id, values) in ignored.sorted(by: { $0.key < $1.key }) {
            encoder.append(id.text)
            encoder.append(texts: values)
        }
        return encoder.bytes
    }

    /// Reads what ``bytes`` are.
    public init(bytes: [UInt8]) throws(WireError) {
        var decoder = WireDecoder(bytes)
        custom = []
        for _ in 0..<(try decoder.number(UInt32.self)) { custom.append(try decoder.detector()) }
        ignored = [:]
        for _ in 0..<(try decoder.number(UInt32.self)) { ignored[DetectorID(try decoder.text())] = try decoder.texts() }
        try decoder.end()
    }
}

extension WireDecoder {
    fileprivate mutating func detector() throws(WireError) -> CustomDetector {
        let description = DetectorDescription(
            id: DetectorID(try text()), tag: TagID(try text()), english: try text(), german: try text())
        let rule: CustomDetector.Rule
        switch try number(UInt8.self) {
        case 0:
            let text = try text()
            let check: CheckAlgorithm? = try optional { (decoder) throws(WireError) in try decoder.named() }
            guard let pattern = try? CustomPattern(text) else { throw .notText }
            rule = .pattern(pattern, check: check)
        case 1: rule = .values(try texts())
        case 2: rule = .prefixes(try texts())
        case let other: throw .unknownNumber(UInt64(other))
        }
        let words = try texts()
        let alone: Confidence? = try optional { (decoder) throws(WireError) in try decoder.named() }
        return CustomDetector(description: description, rule: rule, words: words, alone: alone, inContext: try named())
    }
}
