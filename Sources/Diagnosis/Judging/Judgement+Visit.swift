internal import StorageModel

/// What an account meets on a share.
extension Judgement {
    /// The numbers of Linux that mean the same at every step; all others say too little.
    private enum ErrorNumber {
        static let noSpace: Int32 = 28
        static let readOnly: Int32 = 30
        static let timedOut: Int32 = 110
        static let quota: Int32 = 122
    }

    /// Below this many bytes free nothing useful can be written, unless the share itself is tiny.
    private static let full: UInt64 = 1 << 20

    /// Attributes are one question and a short answer, whatever is in the folder; the line makes them take this long.
    private static let slowAnswer = Duration.milliseconds(750)
    /// Nobody waits longer for any step.
    private static let slow = Duration.seconds(3)

    func visitFinding(at stage: Stage) -> Finding? {
        guard let visit = sighting.visit else { return nil }
        if let step = visit.steps.first(where: { $0.stage == stage }) { return finding(of: step, in: visit) }
        switch visit.ending {
        case .finished:
            return nil
        case .deadlineExceeded(let last):
            guard stage == firstMissing(from: last) else { return nil }
            let evidence = [Evidence("outcome", "deadline-exceeded"), Evidence("during", last.rawValue)]
            // The visitor looks up and connects anew; where we did so at once, its trouble says nothing of the server.
            return last < .auth
                ? .unchecked("the check ran out of time", Suspicion(.deadlineExceeded), evidence)
                : .broken(timeoutSuspicion(at: stage), nil, evidence + remarkEvidence)
        case .crashed(let last, let signal):
            guard stage == firstMissing(from: last) else { return nil }
            return .unchecked(
                "the check itself crashed", Suspicion(.probeCrashed), [Evidence("signal", String(signal))])
        case .notPossible(let reason):
            // Who has keys in a file asks for a ticket before the visit, and may be refused then.
            if visit.usesTickets == true, let suspicion = TicketRemark.suspicion(of: reason, after: nil) {
                return .broken(suspicion, nil, [Evidence("error", reason.shown)])
            }
            return .unchecked("the check could not run", Suspicion(.probeCrashed), [Evidence("error", reason.shown)])
        case .spared(let status):
            let cause = signInSuspicion(of: status, after: .zero)?.cause
            return .unchecked(
                "this account was already refused in this run", nil,
                status.evidence + (cause.map { [Evidence("refusedFor", $0.rawValue)] } ?? []))
        }
    }

    /// The step during which a visit ended: the first that is missing, at or after the one that was named last.
    private func firstMissing(from last: Stage) -> Stage? {
        Stage.allCases.first { stage in
            stage >= max(last, .auth) && !(sighting.visit?.steps.contains { $0.stage == stage } ?? false)
        }
    }

    private func finding(of step: ShareVisit.Step, in visit: ShareVisit) -> Finding {
        let remark = step.stage == .auth ? remarkEvidence : []
        switch step.outcome {
        case .done:
            return doneFinding(step, visit)
        case .refused(let status):
            let suspicion = suspicion(of: status, at: step)
            // Somebody works with the file: the share itself does what it should.
            if step.stage == .read, suspicion?.cause == .fileInUse, let suspicion {
                return .flawed(suspicion, step.duration, status.evidence + remark)
            }
            return .broken(suspicion, step.duration, status.evidence + remark)
        case .failed(let errno):
            return .broken(
                suspicion(ofErrno: errno, at: step), step.duration, [Evidence("errno", String(errno))] + remark)
        case .otherContent:
            return .flawed(Suspicion(.contentChanged), step.duration, [Evidence("outcome", "other-content")])
        case .leftBehind(let name):
            return .flawed(Suspicion(.testFileLeft), step.duration, [Evidence("left", name.shown)])
        case .deadLink(let server):
            return .broken(Suspicion(.dfsTargetUnreachable), step.duration, [Evidence("linkTarget", server.shown)])
        }
    }

    private func suspicion(of status: NTStatus, at step: ShareVisit.Step) -> Suspicion? {
        if step.stage == .auth { return signInSuspicion(of: status, after: step.duration) }
        if status.name == "STATUS_IO_TIMEOUT" { return timeoutSuspicion(at: step.stage) }
        let suspicion: Suspicion? =
            switch step.stage {
            case .tree: treeSuspicion(of: status)
            case .stat: StatusTable.stat[status]
            case .list: StatusTable.list[status]
            case .read: StatusTable.read[status]
            case .write: StatusTable.write[status]
            case .space: StatusTable.space[status]
            case .dns, .tcp, .negotiate, .tls, .http, .rdp, .auth: nil
            }
        guard let found = suspicion ?? StatusTable.anyLater[status] else { return nil }
        switch found.cause {
        case .diskFull: return fullSuspicion
        // Samba has one status for both.
        case .nameIllegal where isNameTooLong: return Suspicion(.nameTooLong, or: [.nameIllegal])
        default: return found
        }
    }

    private func suspicion(ofErrno errno: Int32, at step: ShareVisit.Step) -> Suspicion? {
        switch errno {
        case ErrorNumber.timedOut: timeoutSuspicion(at: step.stage)
        case ErrorNumber.noSpace where step.stage == .write: fullSuspicion
        case ErrorNumber.quota where step.stage == .write: Suspicion(.quotaExceeded)
        case ErrorNumber.readOnly where step.stage == .write: Suspicion(.notWritable)
        default: step.stage == .auth ? remark(after: step.duration) : nil
        }
    }

    /// "Full" although the volume has room is a limit of the account's or the group's own.
    private var fullSuspicion: Suspicion {
        guard let free = sighting.visit?.freeBytes else { return Suspicion(.diskFull, or: [.quotaExceeded]) }
        let isFull = Self.isFull(free: free, of: sighting.visit?.sizeBytes)
        return isFull ? Suspicion(.diskFull) : Suspicion(.quotaExceeded, or: [.diskFull])
    }

    /// Whether a share is full: nothing is left for the account, or less than a thousandth and than 1 MiB.
    private static func isFull(free: UInt64, of size: UInt64?) -> Bool {
        guard free > 0, let size else { return free < full }
        return free < full && free < size / 1_000
    }

    private var isNameTooLong: Bool {
        guard let share = expectation.share else { return false }
        let paths = [share.folder, share.check.canary ?? "", share.check.writeFolder ?? ""]
        return paths.contains { $0.split(separator: "/").contains { $0.utf16.count > 255 } }
    }

    /// What it means that a step did not end in time.
    private func timeoutSuspicion(at stage: Stage) -> Suspicion {
        let isDone = { (other: Stage) in
            sighting.visit?.steps.contains { $0.stage == other && $0.outcome == .done } ?? false
        }
        return switch stage {
        case .auth: signInTimeout
        // Small answers came, and the first large one did not.
        case .list where isDone(.stat): Suspicion(.mtuBlackHole, or: [.slowLink, .backendHung])
        case .read, .write: Suspicion(.backendHung, or: [.mtuBlackHole, .slowLink])
        default: Suspicion(.backendHung, or: [.serverHung])
        }
    }

    /// What a step that worked comes to; one that took longer than anybody waits for is a flaw.
    private func doneFinding(_ step: ShareVisit.Step, _ visit: ShareVisit) -> Finding {
        let finding = flawFinding(step, visit)
        let limit = step.stage == .stat ? Self.slowAnswer : Self.slow
        guard finding.state == .ok, step.duration >= limit else { return finding }
        return .flawed(Suspicion(.slowLink, or: [.packetLoss, .backendHung]), step.duration, finding.evidence)
    }

    private func flawFinding(_ step: ShareVisit.Step, _ visit: ShareVisit) -> Finding {
        switch step.stage {
        case .tree:
            guard let isEncrypted = visit.isEncrypted else { return .fine(step.duration) }
            let evidence = [Evidence("encrypted", isEncrypted ? "yes" : "no")]
            guard promise.requiresEncryption, !isEncrypted else { return .fine(step.duration, evidence) }
            let canEncrypt = greetings.contains { $0.cipher != nil }
            return .flawed(
                Suspicion(canEncrypt ? .weakerThanPromised : .encryptionUnavailable), step.duration, evidence)
        case .space:
            guard let size = visit.sizeBytes, let free = visit.freeBytes else {
                return .fine(step.duration, [Evidence("outcome", "not-told")])
            }
            let evidence = [Evidence("sizeBytes", String(size)), Evidence("freeBytes", String(free))]
            return size > 0 && Self.isFull(free: free, of: size)
                ? .flawed(Suspicion(.diskFull, or: [.quotaExceeded]), step.duration, evidence)
                : .fine(step.duration, evidence)
        default:
            return .fine(step.duration)
        }
    }

    private var remarkEvidence: [Evidence] {
        sighting.visit?.ticketRemark.map { [Evidence("ticketRemark", $0.shown)] } ?? []
    }
}
