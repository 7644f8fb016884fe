internal import CLinux
internal import Glibc
internal import ScanWire
internal import WorkerWire

/// The way to and from the supervisor: requests and open files come over a socket, events go over a pipe.
struct Channel {
    /// A request and the file that came with it.
    struct Arrival {
        let request: ScanRequest
        let descriptor: Int32
    }

    private let socket: Int32
    private let events: Int32
    private var reader = FrameReader()
    private var descriptors: [Int32] = []

    /// Moves the two ends to descriptors of their own; nil when that is not possible.
    init?() {
        socket = fcntl(0, F_DUPFD_CLOEXEC, 3 as Int32)
        events = fcntl(1, F_DUPFD_CLOEXEC, 3 as Int32)
        let nothing = unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
        guard socket >= 0, events >= 0, nothing >= 0, dup2(nothing, 0) == 0, dup2(nothing, 1) == 1 else { return nil }
        close(nothing)
    }

    /// The next request; nil when the supervisor closed its end, is gone, or sent what is none.
    mutating func receive() -> Arrival? {
        while true {
            do {
                if let body = try reader.next() {
                    let request = try ScanRequest(body: body)
                    switch request {
                    case .read, .text, .file, .prepare:
                        guard !descriptors.isEmpty else { return nil }
                        return Arrival(request: request, descriptor: descriptors.removeFirst())
                    case .absent, .ended, .files: return Arrival(request: request, descriptor: -1)
                    }
                }
            } catch {
                return nil
            }
            var count = 0
            var descriptor: Int32 = -1
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
                count = unsafe wheretoshare_receive(socket, buffer.baseAddress, buffer.count, &descriptor, 0)
                filled = max(0, count)
            }
            if descriptor >= 0 { descriptors.append(descriptor) }
            if count == 0 || count < 0 && errno != EINTR { return nil }
            reader.append(chunk)
        }
    }

    /// Hands an open file over, before the event that speaks of it.
    func hand(_ descriptor: Int32) {
        let mark: [UInt8] = [0]
        while unsafe wheretoshare_send(socket, mark, 1, descriptor, 0) != 1 {
            if errno != EINTR { _exit(1) }
        }
    }

    /// Tells the supervisor; whoever has none any more has no work either.
    func send(_ event: ScanEvent) {
        var rest = event.frame[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(events, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                _exit(1)
            }
        }
    }
}
