public import StorageModel

/// A step with what became of it and how long it took, as it is kept.
public struct KeptStep: Hashable, Sendable {
    /// The step.
    public var stage: Stage
    /// What became of it.
    public var state: StageState
    /// How long it took, to a tenth of a millisecond; nil when it was not tried.
    public var duration: Duration?

    /// Puts the parts together.
    public init(stage: Stage, state: StageState, duration: Duration? = nil) {
        self.stage = stage
        self.state = state
        self.duration = duration
    }
}

/// The steps of one observation in a few bytes: for each its number, its state, and its time in tenths of a millisecond.
///
/// The first byte of a step holds the stage in its low four bits, the state in the next two, and whether a time follows
/// in the next one; the time is a number of seven bits a byte, the lowest first. Steps that were not tried are left out.
enum PackedSteps {
    private static let hasTime: UInt8 = 0x40

    static func pack(_ steps: [Observation.Step]) -> [UInt8] {
        var bytes: [UInt8] = []
        for step in steps where step.state != .notChecked {
            let tenths = step.duration.map { UInt64(max(0, min(($0 / .microseconds(100)).rounded(), 1e15))) }
            bytes.append(step.stage.code | step.state.code << 4 | (tenths == nil ? 0 : hasTime))
            guard var rest = tenths else { continue }
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        return bytes
    }

    /// The steps; nil when the bytes are none that `pack` wrote.
    static func unpack(_ bytes: some Sequence<UInt8>) -> [KeptStep]? {
        var steps: [KeptStep] = []
        var bytes = bytes.makeIterator()
        while let head = bytes.next() {
            guard let stage = Stage.byCode[head & 0x0F], let state = StageState.byCode[head >> 4 & 0x03] else {
                return nil
            }
            guard head & hasTime != 0 else {
                steps.append(KeptStep(stage: stage, state: state))
                continue
            }
            guard let tenths = number(&bytes) else { return nil }
            steps.append(KeptStep(stage: stage, state: state, duration: .microseconds(Int64(tenths) * 100)))
        }
        return steps
    }

    private static func number(_ bytes: inout some IteratorProtocol<UInt8>) -> UInt64? {
        var result: UInt64 = 0
        for shift in stride(from: 0, to: 56, by: 7) {
            guard let byte = bytes.next() else { return nil }
            result |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return result }
        }
        return nil
    }
}
