internal import Glibc
internal import StorageModel
internal import Synchronization
internal import WorkerWire

/// Where a visit is, and what the library's log says of it.
///
/// One call of the library signs in, opens the share and asks for the folder; only its log tells one from the other.
/// The lines are looked at and dropped: some of them hold what a password could be guessed from.
struct VisitLog {
    /// The way to the parent.
    let channel: Channel
    /// The step that runs; nil between steps.
    private(set) var stage: Stage?
    /// The server that the library could not connect to after the share was open.
    private(set) var deadTarget: String?
    /// Whether all that was tried went well.
    private(set) var isAllWell = true
    private var start = ContinuousClock.now
    private var hasTicketRemark = false

    init(channel: Channel) {
        self.channel = channel
    }

    mutating func begin(_ stage: Stage) {
        self.stage = stage
        deadTarget = nil
        start = .now
        channel.send(.began(stage))
    }

    mutating func end(_ outcome: ShareVisit.Outcome) {
        guard let stage else { return }
        if outcome != .done { isAllWell = false }
        channel.send(.ended(ShareVisit.Step(stage: stage, outcome: outcome, duration: ContinuousClock.now - start)))
        self.stage = nil
    }

    /// Goes from one of the steps of the first call to the next.
    mutating func pass(_ passed: Stage, to next: Stage) {
        guard stage == passed else { return }
        end(.done)
        begin(next)
    }

    mutating func read(_ line: borrowing LogLine) {
        switch line.level {
        case 4:
            if line.begins(with: " session setup ok") { pass(.auth, to: .tree) }
            if line.begins(with: " tconx ok") { pass(.tree, to: .stat) }
        case ...3:
            if let stage, stage > .tree, let target = line.word(after: "do_connect: Connection to ") {
                deadTarget = target
            }
            if !hasTicketRemark, let remark = TicketRemark.all.first(where: { line.contains($0) }) {
                hasTicketRemark = true
                channel.send(.ticketRemark(TicketRemark.spelledOut[remark] ?? remark))
            }
        default: break
        }
    }
}

/// One line of the library's log, valid during the call that brings it.
@safe
struct LogLine: ~Copyable {
    let level: Int32
    private let text: UnsafePointer<CChar>

    init(level: Int32, text: UnsafePointer<CChar>) {
        self.level = level
        unsafe self.text = text
    }

    func begins(with start: String) -> Bool { unsafe strncmp(text, start, start.utf8.count) == 0 }

    func contains(_ part: String) -> Bool { unsafe strstr(text, part) != nil }

    /// The rest of the line after a part.
    func rest(after part: String) -> String? {
        guard let found = unsafe strstr(text, part) else { return nil }
        return unsafe String(cString: found + part.utf8.count)
    }

    /// The word after a part.
    func word(after part: String) -> String? {
        rest(after: part)?.split(separator: " ", maxSplits: 1).first.map(String.init)
    }
}

/// The log of the visit that is under way, for functions that C calls.
let visitLog = Mutex<VisitLog?>(nil)

/// Takes a line of the library's log.
@c(wheretoshare_hear)
func hear(_: UnsafeMutableRawPointer?, _ level: Int32, _ message: UnsafePointer<CChar>?) {
    guard let message = unsafe message else { return }
    let line = unsafe LogLine(level: level, text: message)
    if level == 10 {
        guard let digits = line.rest(after: "map_errno_from_nt_status: 32 bit codes: code="),
            let status = UInt32(digits.prefix { $0.isHexDigit }, radix: 16)
        else { return }
        statusWitness.withLock { $0.note(logged: status) }
    } else if level <= 4 {
        visitLog.withLock { $0?.read(line) }
    }
}
