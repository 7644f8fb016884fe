internal import StorageModel

/// TLS handshakes and pages of web servers.
extension Judgement {
    /// A certificate that ends sooner has to be renewed now, in seconds.
    private static let renewalTime: Int64 = 14 * 86_400

    var handshakeFinding: Finding? {
        guard let web = sighting.web else { return nil }
        let evidence = certificateEvidence(web)
        switch web.outcome {
        case .notPossible(let reason):
            return .unchecked("the check could not run", Suspicion(.probeCrashed), [Evidence("error", reason.shown)])
        case .noConnection:
            return .unchecked("the connection was not opened again")
        case .certificate(let reason):
            return .broken(
                Suspicion(.certificateProblem), web.duration, evidence + [Evidence("error", reason.shown)])
        case .handshake(let reason):
            return .broken(
                Suspicion(.httpUnhealthy, or: [.certificateProblem]), web.duration,
                evidence + [Evidence("error", reason.shown)])
        case .silent where web.handshakeDuration == nil:
            return .broken(
                Suspicion(.serverHung, or: [.halfOpen, .mtuBlackHole]), web.duration,
                evidence + [Evidence("outcome", "no-answer")])
        case .broken(let reason) where web.handshakeDuration == nil:
            return .broken(Suspicion(.httpUnhealthy), web.duration, evidence + [Evidence("error", reason.shown)])
        case .silent, .broken, .answered, .unexpected:
            // No server is trusted with an ended certificate, whatever the program that asked made of it.
            if let ends = web.certificateEnds, ends <= now {
                return .broken(Suspicion(.certificateProblem), web.handshakeDuration, evidence)
            }
            if let ends = web.certificateEnds, ends - now < Self.renewalTime {
                return .flawed(Suspicion(.certificateProblem), web.handshakeDuration, evidence)
            }
            return .fine(web.handshakeDuration, evidence)
        }
    }

    var pageFinding: Finding? {
        guard let web = sighting.web else { return nil }
        var evidence = web.serverVersion.map { [Evidence("version", $0.shown)] } ?? []
        switch web.outcome {
        case .answered(let status):
            evidence.append(Evidence("status", String(status)))
            return .fine(web.duration, evidence)
        case .unexpected(let status):
            evidence.append(Evidence("status", String(status)))
            return .broken(Suspicion(.httpUnhealthy), web.duration, evidence)
        case .silent:
            evidence.append(Evidence("outcome", "no-answer"))
            return .broken(Suspicion(.serverHung, or: [.httpUnhealthy, .mtuBlackHole]), web.duration, evidence)
        case .broken(let reason):
            evidence.append(Evidence("error", reason.shown))
            return .broken(Suspicion(.httpUnhealthy), web.duration, evidence)
        case .noConnection, .certificate, .handshake, .notPossible:
            // The handshake before it says why.
            return nil
        }
    }

    private func certificateEvidence(_ web: WebAnswer) -> [Evidence] {
        guard let ends = web.certificateEnds else { return [] }
        let (seconds, isOverflow) = ends.subtractingReportingOverflow(now)
        return isOverflow ? [] : [Evidence("certificateDaysLeft", String(seconds / 86_400))]
    }
}
