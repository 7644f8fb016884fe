public import StorageModel

/// What a worker tells while it visits a share, at the moment it happens.
public enum VisitEvent: Hashable, Sendable {
    /// It is there; whether its witness of the library's statuses passed its test.
    case ready(knowsStatuses: Bool)
    /// A step began.
    case began(Stage)
    /// A step ended.
    case ended(ShareVisit.Step)
    /// Whether the library encrypts messages.
    case encryption(Bool)
    /// How much the storage behind the folder holds and how much of it is free, in bytes.
    case space(size: UInt64, free: UInt64)
    /// What the sign-in library said about tickets, without names.
    case ticketRemark(String)
    /// A file of this name is about to be written in the folder for that.
    case writing(String)
    /// The visit is over; whether the worker can make another one.
    case finished(staysAlive: Bool)
    /// The visit could not be made; the text says why.
    case notPossible(String)
}

extension VisitEvent: WireMessage {
    /// The message as bytes, with its length and version before it.
    public var frame: [UInt8] {
        var encoder = WireEncoder()
        switch self {
        case .ready(let knowsStatuses):
            encoder.append(UInt8(0))
            encoder.append(knowsStatuses)
        case .began(let stage):
            encoder.append(UInt8(1))
            encoder.append(stage)
        case .ended(let step):
            encoder.append(UInt8(2))
            encoder.append(step)
        case .encryption(let isOn):
            encoder.append(UInt8(3))
            encoder.append(isOn)
        case .space(let size, let free):
            encoder.append(UInt8(4))
            encoder.append(size)
            encoder.append(free)
        case .ticketRemark(let text):
            encoder.append(UInt8(5))
            encoder.append(text)
        case .writing(let name):
            encoder.append(UInt8(6))
            encoder.append(name)
        case .finished(let staysAlive):
            encoder.append(UInt8(7))
            encoder.append(staysAlive)
        case .notPossible(let text):
            encoder.append(UInt8(8))
            encoder.append(text)
        }
        return WireFrame.around(encoder.bytes)
    }

    /// Reads what ``FrameReader/next()`` gave.
    public init(body: [UInt8]) throws(WireError) {
        var decoder = WireDecoder(body)
        switch try decoder.number(UInt8.self) {
        case 0: self = .ready(knowsStatuses: try decoder.flag())
        case 1: self = .began(try decoder.stage())
        case 2: self = .ended(try decoder.step())
        case 3: self = .encryption(try decoder.flag())
        case 4: self = .space(size: try decoder.number(), free: try decoder.number())
        case 5: self = .ticketRemark(try decoder.text())
        case 6: self = .writing(try decoder.text())
        case 7: self = .finished(staysAlive: try decoder.flag())
        case 8: self = .notPossible(try decoder.text())
        case let other: throw .unknownNumber(UInt64(other))
        }
        try decoder.end()
    }
}

extension WireEncoder {
    fileprivate mutating func append(_ step: ShareVisit.Step) {
        append(step.stage)
        append(step.duration)
        switch step.outcome {
        case .done: append(UInt8(0))
        case .refused(let status):
            append(UInt8(1))
            append(status.rawValue)
        case .failed(let errno):
            append(UInt8(2))
            append(errno)
        case .otherContent: append(UInt8(3))
        case .leftBehind(let name):
            append(UInt8(4))
            append(name)
        case .deadLink(let target):
            append(UInt8(5))
            append(target)
        }
    }
}

extension WireDecoder {
    fileprivate mutating func step() throws(WireError) -> ShareVisit.Step {
        let stage = try stage()
        let duration = try duration()
        let outcome: ShareVisit.Outcome
        switch try number(UInt8.self) {
        case 0: outcome = .done
        case 1: outcome = .refused(NTStatus(rawValue: try number()))
        case 2: outcome = .failed(errno: try number())
        case 3: outcome = .otherContent
        case 4: outcome = .leftBehind(try text())
        case 5: outcome = .deadLink(try text())
        case let other: throw .unknownNumber(UInt64(other))
        }
        return ShareVisit.Step(stage: stage, outcome: outcome, duration: duration)
    }
}
