internal import CAres
internal import Glibc
public import StorageModel

/// Looks up hosts' names as this computer is set up to, without blocking a thread (Debian's c-ares, resolv.conf(5)).
///
/// The hosts file comes first, then the name servers. Both families are asked for, each with a question of its own, so
/// that an answer that never comes for one of them does not hide the other.
public struct NameResolver: Sendable {
    private let loop: EventLoop

    /// Waits for name servers on a loop.
    public init(on loop: EventLoop) {
        self.loop = loop
    }

    /// Looks up a name.
    ///
    /// A name server is given a second, and asked three times at most.
    /// - Parameters:
    ///   - name: A host's name; an address in text form is its own answer.
    ///   - deadline: When to give up; what is known by then is the answer.
    /// - Returns: The addresses, or why there are none.
    public func lookUp(_ name: String, until deadline: ContinuousClock.Instant) async -> NameLookup {
        let start = ContinuousClock.now
        if let address = IPAddress(name) {
            return NameLookup(name: name, answer: .addresses([address]), duration: .zero)
        }
        let fromFile = await ask(name, in: .hostsFile, until: deadline)
        if case .addresses = fromFile {
            return NameLookup(
                name: name, answer: fromFile, isFromHostsFile: true, duration: ContinuousClock.now - start)
        }
        let answer = await ask(name, in: .nameServers, until: deadline)
        return NameLookup(name: name, answer: answer, duration: ContinuousClock.now - start)
    }

    private func ask(
        _ name: String, in source: AresChannel.Source, until deadline: ContinuousClock.Instant
    ) async -> NameLookup.Answer {
        do {
            try await loop.lookUpPlaces.take()
        } catch {
            return .noAnswer
        }
        defer { loop.lookUpPlaces.give() }
        guard let channel = AresChannel(asking: source) else { return .noServer }
        let version4 = channel.begin(name, family: AF_INET)
        let version6 = channel.begin(name, family: AF_INET6)
        while !(version4.isDone && version6.isDone) {
            let until = min(deadline, channel.nextTimeout)
            switch await loop.wait(channel.interests, until: until) {
            case .ready: channel.process(all: true)
            case .deadline where ContinuousClock.now < deadline: channel.process(all: false)
            case .deadline, .cancelled, .failed: channel.cancel()
            }
        }
        return NameLookup.Answer(version4.answer, version6.answer, hasNameServers: channel.hasServers)
    }
}

extension NameLookup.Answer {
    /// What two answers for one name mean together.
    ///
    /// Addresses are what was asked for; then whatever says most about the name; then what says why nothing is known.
    init(_ version4: AresChannel.Answer, _ version6: AresChannel.Answer, hasNameServers: Bool) {
        var addresses: [IPAddress] = []
        for address in version4.addresses + version6.addresses where !addresses.contains(address) {
            addresses.append(address)
        }
        guard addresses.isEmpty else {
            self = .addresses(addresses)
            return
        }
        let statuses = [version4.status, version6.status]
        let meanings: [(Int32, Self)] = [
            (ARES_ENOTFOUND, .unknownName), (ARES_ESERVFAIL, .serverFailure), (ARES_EREFUSED, .refused),
            (ARES_ENOTIMP, .refused), (ARES_ECONNREFUSED, hasNameServers ? .refused : .noServer),
            (ARES_ETIMEOUT, .noAnswer), (ARES_ECANCELLED, .noAnswer), (ARES_ENODATA, .noAddress),
        ]
        self = meanings.first { statuses.contains($0.0) }?.1 ?? .unreadable
    }
}
