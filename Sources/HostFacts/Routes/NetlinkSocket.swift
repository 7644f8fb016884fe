internal import Glibc
internal import StorageModel

/// The one owner of a socket on which the kernel is asked about its network (netlink(7)).
struct NetlinkSocket: ~Copyable {
    /// Why a question has no answer.
    enum Failure: Error, Hashable {
        /// The kernel answered with an error.
        case refused(ErrorNumber)
        /// There was no answer, or none that could be read.
        case unanswered(HostReadingObstacle)

        /// What it means for a reading.
        var obstacle: HostReadingObstacle {
            switch self {
            case .refused(let error): HostReadingObstacle(error)
            case .unanswered(let obstacle): obstacle
            }
        }
    }

    private let descriptor: CInt
    private var sequence: UInt32 = 0

    /// More than any machine has of addresses and interfaces.
    private static let mostMessages = 100_000
    private static let largestDatagram = 256 << 10

    /// Opens a socket.
    init() throws(Failure) {
        let flags = CInt(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        descriptor = socket(AF_NETLINK, flags, RouteNetlink.socketProtocol)
        guard descriptor >= 0 else { throw .unanswered(HostReadingObstacle(.last)) }
    }

    deinit { close(descriptor) }

    /// Asks a question and takes the messages that answer it.
    /// - Parameters:
    ///   - type: What is asked, such as `RTM_GETROUTE`.
    ///   - all: Whether all there are of a kind are asked for.
    ///   - fixed: The part of the question that has a fixed form.
    ///   - attributes: What is added to it.
    ///   - deadline: When to give up.
    /// - Returns: The messages, in the kernel's order.
    /// - Throws: ``Failure`` when there is no answer.
    mutating func ask(
        _ type: UInt16, all: Bool, fixed: [UInt8], attributes: [(type: UInt16, bytes: [UInt8])] = [],
        until deadline: ContinuousClock.Instant
    ) throws(Failure) -> [NetlinkMessage] {
        // What changes while it is listed is listed once more.
        for _ in 0..<3 {
            if let messages = try askOnce(type, all: all, fixed: fixed, attributes: attributes, until: deadline) {
                return messages
            }
        }
        throw .unanswered(.notUnderstood("the kernel's network settings change all the time"))
    }

    private mutating func askOnce(
        _ type: UInt16, all: Bool, fixed: [UInt8], attributes: [(type: UInt16, bytes: [UInt8])],
        until deadline: ContinuousClock.Instant
    ) throws(Failure) -> [NetlinkMessage]? {
        sequence += 1
        let flags = RouteNetlink.Flag.request | (all ? RouteNetlink.Flag.all : 0)
        let question = NetlinkMessage.question(
            type, flags: flags, sequence: sequence, fixed: fixed, attributes: attributes)
        let sent = unsafe question.withUnsafeBytes { bytes in
            unsafe send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
        }
        guard sent == question.count else { throw .unanswered(HostReadingObstacle(.last)) }
        var answer: [NetlinkMessage] = []
        var hasChanged = false
        while true {
            guard Readiness.wait(for: descriptor, until: deadline) else { throw .unanswered(.deadline) }
            guard let datagram = try receive() else { continue }
            guard let messages = NetlinkMessage.messages(in: datagram[...]) else {
                throw .unanswered(.notUnderstood("the kernel's answer about its network"))
            }
            for message in messages where message.sequence == sequence {
                if message.flags & RouteNetlink.Flag.isInconsistent != 0 { hasChanged = true }
                switch message.type {
                case RouteNetlink.Message.done: return hasChanged ? nil : answer
                case RouteNetlink.Message.error:
                    let number = message.payload.number(Int32.self, at: 0) ?? -EIO
                    guard number == 0 else { throw .refused(ErrorNumber(0 &- number)) }
                    return answer
                default: answer.append(message)
                }
                guard answer.count <= Self.mostMessages else {
                    throw .unanswered(.tooLarge("the kernel's answer about its network"))
                }
            }
            if !all, !answer.isEmpty { return answer }
        }
    }

    /// Takes one datagram; nil when it does not come from the kernel, or there is none after all.
    private func receive() throws(Failure) -> [UInt8]? {
        // The sender's address (netlink(7), `struct sockaddr_nl`): a family, two bytes to fill, its number, its groups.
        var sender = [UInt8](repeating: 0, count: 12)
        var senderLength = socklen_t(sender.count)
        var count = 0
        var error = ErrorNumber(0)
        let datagram = unsafe [UInt8](unsafeUninitializedCapacity: Self.largestDatagram) { buffer, filled in
            count = unsafe sender.withUnsafeMutableBytes { sender in
                unsafe recvfrom(
                    descriptor, buffer.baseAddress, buffer.count, CInt(MSG_TRUNC),
                    sender.assumingMemoryBound(to: sockaddr.self).baseAddress, &senderLength)
            }
            error = .last
            filled = min(max(count, 0), buffer.count)
        }
        guard count >= 0 else {
            if [EAGAIN, EINTR].contains(error.rawValue) { return nil }
            throw .unanswered(HostReadingObstacle(error))
        }
        guard count <= Self.largestDatagram else {
            throw .unanswered(.tooLarge("the kernel's answer about its network"))
        }
        // The kernel's own number is zero.
        return sender[...].number(UInt32.self, at: 4) == 0 ? datagram : nil
    }
}
