internal import WorkerWire

/// Visits shares through libsmbclient, one at a time, as its parent asks.
@main
struct Worker {
    static func main() {
        print(WireVersion.current)
    }
}
