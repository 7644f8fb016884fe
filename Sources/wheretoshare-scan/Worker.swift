internal import Glibc
internal import ScanWire
internal import SensitiveContent

/// Reads documents of others in a jail, one at a time, as its supervisor asks over its stdin, a socket; what it finds goes
/// to stdout.
///
/// `--no-sandbox` lets it go on where no jail can be had. `--prove-jail` shows what the jail holds back. `--run` starts an
/// outside program in a jail of its own.
@main
struct Worker {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "--prove-jail": JailProof.run()
        case "--run": Launcher.run(Array(arguments.dropFirst()))
        default: break
        }
        let goesWithoutJail = arguments.first == "--no-sandbox"
        if goesWithoutJail { arguments.removeFirst() }
        guard arguments.isEmpty else { stop("usage: wheretoshare-scan, started by wheretoshare, or --prove-jail") }
        guard let channel = Channel() else { stop("its stdin and stdout cannot be moved") }
        // Names of members are told in UTF-8 whatever they are written in.
        unsafe setlocale(LC_CTYPE, "C.UTF-8")
        Charset.prepare()
        endAtFaults()
        SupervisorWatch.begin()
        let office = Office(channel: channel)
        var level = JailLevel(missing: ["none was wanted"], holds: false)
        if !goesWithoutJail {
            level = Jail.enter(for: .reading)
            guard level.holds else {
                office.send(.ready(level, revision: DetectorSet.standardRevision))
                stop("no jail can be had here: \(level)")
            }
        }
        office.send(.ready(level, revision: DetectorSet.standardRevision))
        var own: DetectorSet?
        while let arrival = office.receive() {
            switch arrival.request {
            case .prepare(let size):
                guard let prepared = prepared(Source(descriptor: arrival.descriptor, size: size)) else {
                    stop("the institution's detectors could not be read")
                }
                own = prepared
                office.send(.ready(level, revision: prepared.revision))
            case .read(let order):
                read(order, Source(descriptor: arrival.descriptor, size: order.size), office, own ?? .standard)
            default: stop("an order was expected")
            }
        }
        _exit(0)
    }

    /// Has a fault end the process.
    ///
    /// The runtime may catch it to say where it was, which needs what the jail refuses: the fault would come again for ever.
    private static func endAtFaults() {
        for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] { signal(number, SIG_DFL) }
    }

    /// The detectors with those of an institution, which the supervisor has tried already.
    private static func prepared(_ source: Source) -> DetectorSet? {
        guard let bytes = try? source.all(limit: UInt64(OwnDetectors.mostBytes)),
            let own = try? OwnDetectors(bytes: bytes)
        else { return nil }
        return try? own.prepared()
    }

    private static func read(_ order: ScanOrder, _ source: Source, _ office: Office, _ detectors: DetectorSet) {
        let seconds = max(1, order.lifeLimit.components.seconds)
        Limits.allow(processorTime: order.lifeLimit)
        // For a worker whose supervisor is gone; one that is there is quicker.
        alarm(UInt32(clamping: seconds))
        defer { alarm(0) }
        let desk = Desk(order: order, office: office, detectors: detectors)
        desk.tell(name: order.name)
        desk.attempt { () throws(Obstacle) in
            try Document(desk: desk, name: order.name).read(source)
            try source.requireEnd()
        }
        desk.finish()
    }

    /// Ends the worker with a word to whoever started it by hand.
    private static func stop(_ reason: String) -> Never {
        let text = Array("wheretoshare-scan: \(reason)\n".utf8)
        unsafe write(2, text, text.count)
        _exit(2)
    }
}
