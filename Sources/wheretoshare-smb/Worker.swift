internal import CLinux
internal import CSMBClient
internal import Glibc
internal import WorkerWire

/// Visits shares through libsmbclient, one at a time, as its parent asks on stdin; the answers go to stdout.
///
/// Its only argument is a folder of its own, which is its home: there the library finds its settings and keeps its
/// caches. Secrets arrive on stdin alone.
@main
struct Worker {
    static func main() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0, wheretoshare_hide_memory() == 0
        else { stop("its memory cannot be hidden") }
        guard CommandLine.arguments.count == 2 else { stop("usage: wheretoshare-smb FOLDER, started by wheretoshare") }
        guard var channel = Channel() else { stop("its stdin and stdout cannot be moved") }
        guard var visitor = Visitor(home: CommandLine.arguments[1], channel: channel) else {
            stop("the library or its folder cannot be used")
        }
        while let body = channel.receive() {
            guard let order = try? VisitOrder(body: body) else { stop("an order could not be read") }
            guard visitor.visit(order) else { break }
        }
        // The library would wait for a server that is gone; there is nothing that it has to save.
        _exit(0)
    }

    /// Ends the worker with a word to whoever started it by hand.
    private static func stop(_ reason: String) -> Never {
        let text = Array("wheretoshare-smb: \(reason)\n".utf8)
        unsafe write(2, text, text.count)
        _exit(1)
    }
}
