public import WorkerWire

/// What a supervisor says to a worker that reads documents.
public enum ScanRequest: Hashable, Sendable {
    /// Read this document; its descriptor comes along.
    case read(ScanOrder)
    /// The program that was asked for writes its text to the descriptor that comes along.
    case text
    /// The file that was fetched; its descriptor comes along.
    case file(name: String, size: UInt64)
    /// The program that was asked for wrote so many files into the folder with this number.
    case files(folder: UInt32, count: UInt32)
    /// The program that was asked for is not installed; this package of Debian has it.
    case absent(package: String)
    /// The program that was asked for has ended.
    case ended(ProgramEnding)
    /// Judge by these detectors, too, from now on; they come along as so many bytes in a file.
    case prepare(size: UInt64)
}

/// How an outside program ended, in the words that matter for coverage; what it printed is not repeated.
public enum ProgramEnding: UInt8, Hashable, Sendable, CaseIterable {
    /// By itself, with nothing to say.
    case quiet
    /// By itself, with a complaint or a bad status: something may be missing.
    case complained
    /// It asked for a password.
    case wantsPassword
    /// It had too little memory.
    case outOfMemory
    /// It took too long.
    case tooLong
    /// A signal ended it.
    case crashed
    /// It could not be started or jailed.
    case notStarted
    /// By itself, but it left out something that it does not know how to write.
    case passedOver
}

extension ScanRequest: WireMessage {
    /// The message as bytes, with its length and version before it.
    public var frame: [UInt8] {
        var encoder = WireEncoder()
        switch self {
        case .read(let order):
            encoder.append(UInt8(0))
            encoder.append(order.name)
            encoder.append(order.size)
            encoder.append(order.salt)
            encoder.append(order.readsPictures)
            encoder.append(UInt32(clamping: order.limits.depth))
            encoder.append(UInt32(clamping: order.limits.members))
            encoder.append(order.limits.unpackedBytes)
            encoder.append(order.limits.expansion)
            encoder.append(order.limits.heldBytes)
            encoder.append(UInt32(clamping: order.limits.picturePages))
            encoder.append(optional: order.limits.sampleBytes) { $0.append($1) }
            encoder.append(order.lifeLimit)
        case .text: encoder.append(UInt8(1))
        case .file(let name, let size):
            encoder.append(UInt8(2))
            encoder.append(name)
            encoder.append(size)
        case .absent(let package):
            encoder.append(UInt8(3))
            encoder.append(package)
        case .ended(let ending):
            encoder.append(UInt8(4))
            encoder.append(ending.rawValue)
        case .prepare(let size):
            encoder.append(UInt8(5))
            encoder.append(size)
        case .files(let folder, let count):
            encoder.append(UInt8(6))
            encoder.append(folder)
            encoder.append(count)
        }
        return WireFrame.around(encoder.bytes)
    }

    /// Reads what `FrameReader` gave.
    public init(body: [UInt8]) throws(WireError) {
        var decoder = WireDecoder(body)
        switch try decoder.number(UInt8.self) {
        case 0:
            var order = ScanOrder(
                name: try decoder.text(), size: try decoder.number(), salt: try decoder.number(),
                readsPictures: try decoder.flag())
            order.limits.depth = Int(try decoder.number(UInt32.self))
            order.limits.members = Int(try decoder.number(UInt32.self))
            order.limits.unpackedBytes = try decoder.number()
            order.limits.expansion = try decoder.number()
            order.limits.heldBytes = try decoder.number()
            order.limits.picturePages = Int(try decoder.number(UInt32.self))
            order.limits.sampleBytes = try decoder.optional { (decoder) throws(WireError) in try decoder.number() }
            order.lifeLimit = try decoder.duration()
            self = .read(order)
        case 1: self = .text
        case 2: self = .file(name: try decoder.text(), size: try decoder.number())
        case 3: self = .absent(package: try decoder.text())
        case 4:
            let number = try decoder.number(UInt8.self)
            guard let ending = ProgramEnding(rawValue: number) else { throw .unknownNumber(UInt64(number)) }
            self = .ended(ending)
        case 5: self = .prepare(size: try decoder.number())
        case 6: self = .files(folder: try decoder.number(), count: try decoder.number())
        case let other: throw .unknownNumber(UInt64(other))
        }
        try decoder.end()
    }
}
