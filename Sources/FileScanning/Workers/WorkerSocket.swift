internal import CLinux
internal import Glibc
internal import ScanWire
internal import WorkerWire

/// The supervisor's end of the socket that requests and open files go over.
final class WorkerSocket: Sendable {
    private let descriptor: Int32

    /// Makes a pair; the other end is for the worker.
    static func pair() -> (here: WorkerSocket, there: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            return nil
        }
        return (WorkerSocket(ends[0]), ends[1])
    }

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Says something to the worker, which reads as fast as requests are made; one that does not is lost.
    /// - Returns: Whether it arrived.
    @discardableResult
    func send(_ request: ScanRequest, with file: Int32 = -1) -> Bool {
        let frame = request.frame
        guard frame.count < WireFrame.limit else { return false }
        while true {
            let count = unsafe wheretoshare_send(
                descriptor, frame, frame.count, file, Int32(MSG_DONTWAIT))
            if count == frame.count { return true }
            guard count < 0, errno == EINTR else { return false }
        }
    }

    /// Tells the worker by which detectors to judge besides its own.
    /// - Returns: Whether that arrived.
    func send(_ detectors: OwnDetectors) -> Bool {
        let bytes = detectors.bytes
        let file = unsafe wheretoshare_make_memory_file("detectors")
        guard file >= 0, bytes.count <= OwnDetectors.mostBytes else { return false }
        defer { close(file) }
        guard unsafe write(file, bytes, bytes.count) == bytes.count else { return false }
        return send(.prepare(size: UInt64(bytes.count)), with: file)
    }

    /// Takes the open file that the worker handed over before it said so; nil when there is none.
    func takeFile() -> Int32? {
        var mark: UInt8 = 0
        var file: Int32 = -1
        let count = unsafe wheretoshare_receive(descriptor, &mark, 1, &file, Int32(MSG_DONTWAIT))
        return count == 1 && file >= 0 ? file : nil
    }
}
