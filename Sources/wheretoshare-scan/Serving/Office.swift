internal import Glibc
internal import ScanWire

/// What an outside program gives.
enum OutsideAnswer {
    /// What it writes.
    case text(ByteStream)
    /// How many files it wrote, to be fetched one by one, and the number of the folder that they are in.
    case files(folder: UInt32, count: UInt32)
    /// A file that was fetched.
    case file(name: String, Source)
}

/// The worker's side of the talk with its supervisor.
final class Office {
    private var channel: Channel

    init(channel: Channel) {
        self.channel = channel
    }

    func send(_ event: ScanEvent) { channel.send(event) }

    /// The next request; nil at the end.
    func receive() -> Channel.Arrival? { channel.receive() }

    /// Has an outside program read a document, which is the one that is being read unless another is given.
    ///
    /// The body must not ask in its turn: what comes then is taken for an answer to the second question.
    func ask(
        _ task: OutsideTask, about source: Source?, _ body: (OutsideAnswer) throws(Obstacle) -> Void
    ) throws(Obstacle) -> ProgramEnding {
        let source = try source?.inFile()
        if let file = source?.file() { channel.hand(file) }
        channel.send(.needs(task, handsOver: source != nil))
        var obstacle: Obstacle?
        func read(_ answer: OutsideAnswer) {
            guard obstacle == nil else { return }
            do throws(Obstacle) {
                try body(answer)
            } catch {
                obstacle = error
            }
        }
        while let arrival = channel.receive() {
            switch arrival.request {
            case .text:
                // The descriptor has to be closed before the ending is waited for: the program may still be writing.
                read(.text(PipeStream(arrival.descriptor)))
            case .file(let name, let size):
                read(.file(name: name, Source(descriptor: arrival.descriptor, size: size)))
            case .files(let folder, let count): read(.files(folder: folder, count: count))
            case .absent(let package): throw Obstacle(.needsProgram, package)
            case .ended(let ending):
                if let obstacle { throw obstacle }
                return ending
            case .read, .prepare: _exit(1)
            }
        }
        _exit(0)
    }
}
