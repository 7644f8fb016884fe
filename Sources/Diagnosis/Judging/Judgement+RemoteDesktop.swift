internal import StorageModel

/// The front door of Remote Desktop.
extension Judgement {
    /// The reasons that a server can give for a refusal (MS-RDPBCGR 2.2.1.2.2, failureCode).
    private static let refusals: [UInt32: String] = [
        1: "SSL_REQUIRED_BY_SERVER",
        2: "SSL_NOT_ALLOWED_BY_SERVER",
        3: "SSL_CERT_NOT_ON_SERVER",
        4: "INCONSISTENT_FLAGS",
        5: "HYBRID_REQUIRED_BY_SERVER",
        6: "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER",
    ]

    var remoteDesktopFinding: Finding? {
        guard let answer = sighting.remoteDesktop else { return nil }
        switch answer.outcome {
        case .answered(let protection):
            let evidence = [Evidence("protection", protection.word)]
            return promise.requiresEncryption && protection == .standard
                ? .flawed(Suspicion(.weakerThanPromised), answer.duration, evidence)
                : .fine(answer.duration, evidence)
        case .refused(let code):
            let name = Self.refusals[code]
            let evidence =
                [Evidence("outcome", "refused"), Evidence("failureCode", String(code))]
                + (name.map { [Evidence("failureName", $0)] } ?? [])
            let suspicion: Suspicion? =
                switch code {
                case 3: Suspicion(.certificateProblem)
                case _ where name != nil: Suspicion(.rdpNotAnswering)
                default: nil
                }
            return .broken(suspicion, answer.duration, evidence)
        case .silent:
            return .broken(
                Suspicion(.rdpNotAnswering, or: [.serverHung, .halfOpen]), answer.duration,
                [Evidence("outcome", "no-answer")])
        case .closed:
            return .broken(
                Suspicion(.rdpNotAnswering, or: [.serverConnectionLimit]), answer.duration,
                [Evidence("outcome", "closed")])
        case .notRDP:
            return .broken(
                Suspicion(.rdpNotAnswering, or: [.wrongServer]), answer.duration, [Evidence("outcome", "not-rdp")])
        }
    }
}

extension RemoteDesktopAnswer.Protection {
    fileprivate var word: String {
        switch self {
        case .standard: "RDP's own"
        case .tls: "TLS"
        case .credSSP: "CredSSP"
        case .entra: "Entra ID"
        case .credSSPEarly: "CredSSP with early authorization"
        }
    }
}
