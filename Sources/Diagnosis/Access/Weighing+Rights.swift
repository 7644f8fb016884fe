internal import StorageModel

/// What the person may do there, and what is mounted here.
extension Weighing {
    /// What it looks like to be turned away.
    static let denials: Set<Cause> = [.shareDenied, .folderDenied, .fileDenied]

    mutating func hearRights() {
        guard let suspect = cause, Self.denials.contains(suspect) || suspect == .notWritable else { return }
        switch evidence.access {
        case .granted(let group):
            // The directory lets the person in, and the ticket was handed out before or without it.
            if suspect == .shareDenied, [.ownTicket, .givenTicket].contains(evidence.signIn) {
                prefer(.membershipNotInTicket, by: .memberOf(group))
            } else {
                support(with: .memberOf(group))
            }
        case .notGranted(let groups):
            guard Self.denials.contains(suspect) else { return }
            settle(on: suspect, by: .inNoneOf(groups))
            for rival in evidence.observation.alternatives { dismiss(rival, by: .inNoneOf(groups)) }
        case .unknown, .notAsked: break
        }
    }

    mutating func hearMounts() {
        guard evidence.failedStage == nil, evidence.greeting != nil || evidence.observation.verdict == .healthy else {
            // What is mounted of a server that cannot be reached is sick because of that.
            return
        }
        let sick = evidence.mounts.filter { $0.verdict == .failed || $0.verdict == .degraded }
        if let mount = sick.first(where: { $0.verdict == .failed }) ?? sick.first, let named = mount.cause, cause == nil
        {
            settle(on: named, by: .shareAnswers)
        }
    }

    mutating func hearClient() {
        guard evidence.observation.verdict != .failed, cause == nil, let greeting = evidence.greeting,
            let settings = evidence.situation?.smbClient.settings.value, let dialects = settings.dialects
        else { return }
        // The server names the newest version that it speaks; what is older it may or may not speak.
        guard settings.speaksOnlySMB1 || (dialects.first ?? greeting.dialect) > greeting.dialect else { return }
        settle(
            on: .clientDialectTooOld,
            by: .clientSpeaks(
                oldest: settings.oldestProtocol ?? "SMB2_02", newest: settings.newestProtocol ?? "SMB3_11"))
    }
}
