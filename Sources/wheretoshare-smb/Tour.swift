internal import Crypto
internal import Glibc
internal import StorageModel
internal import Synchronization
internal import WorkerWire

/// The steps of one visit.
struct Tour {
    let order: VisitOrder
    let url: ShareURL
    let channel: Channel

    /// Tries the steps.
    /// - Returns: Whether the connection is in a state in which it can be ended in peace.
    func make(with context: borrowing LibraryContext) -> Bool {
        begin(.auth)
        let answers = context.stat(url)
        let answersElsewhere = answers && shareSwitch.withLock { $0?.isDoubtful ?? false }
        let number = answersElsewhere ? EPROTO : errno
        let isThere = answers && !answersElsewhere
        if isThere {
            // In the words of another version of the library's log the two may have gone by unheard.
            visitLog.withLock {
                $0?.pass(.auth, to: .tree)
                $0?.pass(.tree, to: .stat)
            }
        }
        let first = isThere ? ShareVisit.Outcome.done : outcome(number)
        if case .refused(let status) = first, status.rawValue == 0xC000_00CC {
            // Only who has signed in is told that there is no such share.
            visitLog.withLock { $0?.pass(.auth, to: .tree) }
        }
        let isOpen = visitLog.withLock { ($0?.stage ?? .auth) > .tree }
        end(first)
        if isOpen { channel.send(.encryption(context.isEncrypted)) }
        guard isThere else { return !isLost(first) }

        if order.stages.contains(.list) {
            begin(.list)
            let listed = context.list(url) ? .done : outcome(errno)
            end(listed)
            if isLost(listed) { return false }
        }
        if order.stages.contains(.read), let canary = order.check.canary {
            begin(.read)
            let read = read(url.appending(canary), with: context)
            end(read)
            if isLost(read) { return false }
        }
        if order.stages.contains(.space) {
            begin(.space)
            let space = context.space(url)
            let told: ShareVisit.Outcome = space == nil ? outcome(errno) : .done
            if let space { channel.send(.space(size: space.size, free: space.free)) }
            end(told)
            if isLost(told) { return false }
        }
        if order.stages.contains(.write), let folder = order.check.writeFolder {
            begin(.write)
            let written = TestFile(folder: url.appending(folder), channel: channel).make(with: context)
            end(written)
            if isLost(written) { return false }
        }
        return true
    }

    /// Reads the canary: all of it when its content counts, else its beginning.
    private func read(_ url: ShareURL, with context: borrowing LibraryContext) -> ShareVisit.Outcome {
        guard let file = unsafe context.open(url, O_RDONLY) else { return outcome(errno) }
        var digest = SHA256()
        while true {
            guard let bytes = unsafe context.read(file, atMost: 65_536) else {
                let failure = outcome(errno)
                if !isLost(failure) { _ = unsafe context.close(file) }
                return failure
            }
            digest.update(data: bytes)
            if bytes.isEmpty || order.check.canaryDigest == nil { break }
        }
        _ = unsafe context.close(file)
        guard let expected = order.check.canaryDigest else { return .done }
        let digits = "0123456789abcdef".utf8.map { Character(Unicode.Scalar($0)) }
        let found = String(digest.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        return found == expected ? .done : .otherContent
    }

    private func begin(_ stage: Stage) { visitLog.withLock { $0?.begin(stage) } }

    private func end(_ outcome: ShareVisit.Outcome) { visitLog.withLock { $0?.end(outcome) } }
}

/// How the library's last call ended that gave an error number.
func outcome(_ number: Int32) -> ShareVisit.Outcome {
    if let target = visitLog.withLock({ $0?.deadTarget }) { return .deadLink(target) }
    return statusWitness.withLock { $0.outcome(errno: number) }
}

/// Whether an outcome means that the connection is gone or hangs, so that more calls on it would only take time.
func isLost(_ outcome: ShareVisit.Outcome) -> Bool {
    switch outcome {
    case .refused(let status):
        // A time-out, and a connection or session that was ended by the other side (MS-ERREF 2.3.1).
        [0xC000_00B5, 0xC000_020C, 0xC000_020D, 0xC000_00C9, 0xC000_0203, 0xC000_035C].contains(status.rawValue)
    case .failed: true
    case .done, .otherContent, .leftBehind, .deadLink: false
    }
}
