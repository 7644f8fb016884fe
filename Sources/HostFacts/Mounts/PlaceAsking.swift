internal import Glibc

/// Asks file systems that may never answer, each in a process of its own.
///
/// What does not answer in time is asked to end, killed 200 ms later and then left alone: a process that waits for a dead
/// server may not even end when it is killed, and whoever waits for it hangs as well.
public struct PlaceAsking: Sendable {
    /// A question with what names the file system that is asked.
    public struct Inquiry: Hashable, Sendable {
        /// What is asked.
        public var question: PlaceQuestion
        /// Names the mount; after it was mounted anew, the name is another one.
        public var key: String

        /// Puts the parts together.
        public init(_ question: PlaceQuestion, key: String) {
            self.question = question
            self.key = key
        }
    }

    /// What became of a question, and how long it took.
    public struct Reply: Hashable, Sendable {
        /// What became of it.
        public var answer: PlaceAnswer
        /// How long it took.
        public var duration: Duration

        /// Puts the parts together.
        public init(answer: PlaceAnswer, duration: Duration) {
            self.answer = answer
            self.duration = duration
        }
    }

    private let command: [String]
    private let deadline: Duration
    private let folder: HostPath?
    private static let mostAtOnce = 16
    /// The longest answer: the names in a folder, each byte as two digits.
    private static let mostBytes = PlaceQuestion.mostNames * 512 + 64

    /// - Parameters:
    ///   - command: The command of this program that asks; the question's words follow it.
    ///   - deadline: How long one answer may take.
    ///   - folder: Where processes that hang are remembered; nil to remember none.
    public init(command: [String], deadline: Duration, rememberingIn folder: HostPath?) {
        self.command = command
        self.deadline = deadline
        self.folder = folder
    }

    /// Asks all, several at a time, and replies in their order.
    public func ask(_ inquiries: [Inquiry]) -> [Reply] {
        var stuck = StuckProcesses(rememberedIn: folder)
        var replies: [Reply] = []
        for start in stride(from: 0, to: inquiries.count, by: Self.mostAtOnce) {
            replies += askAtOnce(inquiries[start..<min(inquiries.count, start + Self.mostAtOnce)], &stuck)
        }
        stuck.keep()
        return replies
    }

    private func askAtOnce(_ inquiries: ArraySlice<Inquiry>, _ stuck: inout StuckProcesses) -> [Reply] {
        var replies: [Int: Reply] = [:]
        var running: [Int: SpawnedProcess] = [:]
        for (place, inquiry) in inquiries.enumerated() {
            if stuck.contains(inquiry.key) {
                replies[place] = Reply(answer: .hung(isKnown: true), duration: .zero)
                continue
            }
            do {
                running[place] = try start(inquiry.question)
            } catch {
                replies[place] = Reply(answer: .notAsked(error), duration: .zero)
            }
        }
        func wait(for time: Duration) {
            Self.wait(for: Array(running.values), until: .now + time)
            for (place, process) in running where process.hasEnded {
                process.bury()
                running[place] = nil
                guard replies[place] == nil else { continue }
                replies[place] = Reply(
                    answer: PlaceAnswer(line: process.output) ?? .notAsked(nil),
                    duration: ContinuousClock.now - process.began)
            }
        }
        let end = ContinuousClock.now + deadline
        while !running.isEmpty, ContinuousClock.now < end { wait(for: end - .now) }
        for (place, process) in running {
            replies[place] = Reply(answer: .hung(isKnown: false), duration: ContinuousClock.now - process.began)
        }
        for signal in [SIGTERM, SIGKILL] where !running.isEmpty {
            for process in running.values { process.send(signal) }
            let end = ContinuousClock.now + SpawnedProcess.grace
            while !running.isEmpty, ContinuousClock.now < end { wait(for: end - .now) }
        }
        let all = Array(inquiries)
        for (place, process) in running { stuck.add(process.process, for: all[place].key) }
        return all.indices.map { replies[$0] ?? Reply(answer: .notAsked(nil), duration: .zero) }
    }

    /// Starts this program once more with a command that asks.
    private func start(_ question: PlaceQuestion) throws(ErrorNumber) -> SpawnedProcess {
        let words = ["wheretoshare"] + command
        return try SpawnedProcess(
            "/proc/self/exe", words: words.map { Array($0.utf8) } + question.words, outputLimit: Self.mostBytes)
    }

    /// Waits until one of the processes says something, at most until the deadline.
    private static func wait(for processes: [SpawnedProcess], until deadline: ContinuousClock.Instant) {
        var polled = processes.map { pollfd(fd: $0.pipe, events: Int16(POLLIN), revents: 0) }
        let left = max(.zero, deadline - .now) / .milliseconds(1)
        let count = unsafe poll(&polled, nfds_t(polled.count), CInt(left.rounded(.up)))
        guard count > 0 else { return }
        for (place, process) in processes.enumerated() where polled[place].revents != 0 { process.read() }
    }
}
