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
        Charset.prepare()
        let office = Office(channel: channel)
        var level = JailLevel(missing: ["none was wanted"], holds: false)
        if !goesWithoutJail {
            level = Jail.enter(for: .reading)
            guard level.holds else {
                office.send(.ready(level, revision: DetectorSet.standard.revision))
                stop("no jail can be had here: \(level)")
            }
        }
        office.send(.ready(level, revision: DetectorSet.standard.revision))
        while let arrival = office.receive() {
            guard case .read(let order) = arrival.request else { stop("an order was expected") }
            read(order, Source(descriptor: arrival.descriptor, size: order.size), office)
        }
        _exit(0)
    }

    private static func read(_ order: ScanOrder, _ source: Source, _ office: Office) {
        let seconds = max(1, order.lifeLimit.components.seconds)
        Limits.allow(processorTime: order.lifeLimit)
        // For a worker whose supervisor is gone; one that is there is quicker.
        alarm(UInt32(clamping: seconds))
        defer { alarm(0) }
        let desk = Desk(order: order, office: office)
        desk.tell(name: order.name)
        desk.attempt { () throws(Obstacle) in
            try Document(desk: desk, name: order.name).read(source)
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
