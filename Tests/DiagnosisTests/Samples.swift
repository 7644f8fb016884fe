import Diagnosis
import StorageModel

/// Expectations and sightings to judge, healthy unless a test breaks them.
enum Samples {
    static let now: Int64 = 1_800_000_000
    static let day: Int64 = 86_400
    static let millisecond = Duration.milliseconds(1)
    static let smbStages: [Stage] = [.dns, .tcp, .negotiate, .auth, .tree, .stat, .list, .read, .write, .space]
    static let webStages: [Stage] = [.dns, .tcp, .tls, .http]
    static let visitStages: [Stage] = [.auth, .tree, .stat, .list, .read, .write, .space]
    static let guid = GUID(1, 2)

    static func provenance(_ basis: Basis = .stated) -> Provenance {
        Provenance(basis: basis, source: "test", reviewBy: CalendarDate(daysSince1970: 22_000))
    }

    static func share(folder: String = "", basis: Basis = .stated) -> Share {
        Share(
            id: "nas02/staff", method: "nas02/staff-share", name: Fact("staff", provenance(basis)), folder: folder,
            provenance: provenance())
    }

    static func expectation(
        _ kind: Service.Kind = .smb, host: String = "nas02.lab.example", promise: ServicePromise = ServicePromise(),
        share: Share? = share(), stages: [Stage]? = nil
    ) -> Diagnosis.Expectation {
        let usual: [Stage] =
            switch kind {
            case .smb: smbStages
            case .seafile: webStages
            case .tls: [.dns, .tcp, .tls]
            case .rdp: [.dns, .tcp, .rdp]
            case .tcp: [.dns, .tcp]
            }
        return Diagnosis.Expectation(
            target: "nas02/staff", host: host,
            service: Service(kind: kind, port: kind == .tcp ? 22 : nil, promise: promise, provenance: provenance()),
            share: share, stages: stages ?? usual)
    }

    static func address(_ text: String = "198.51.100.13") -> IPAddress { IPAddress(text) ?? IPAddress(ipv4: 0) }

    static func block(_ text: String) -> AddressBlock { AddressBlock(text) ?? AddressBlock(IPAddress(ipv4: 0)) }

    static func lookup(_ answer: NameLookup.Answer, name: String = "nas02.lab.example") -> NameLookup {
        NameLookup(name: name, answer: answer, duration: millisecond)
    }

    static func attempt(
        _ outcome: ConnectionAttempt.Outcome, _ address: String = "198.51.100.13", port: UInt16 = 445,
        duration: Duration = millisecond, resent: Int = 0
    ) -> ConnectionAttempt {
        ConnectionAttempt(
            address: self.address(address), port: port, outcome: outcome, duration: duration, retransmissions: resent)
    }

    static func greeting(
        dialect: Dialect = .smb3_1_1, signing: Bool = true, cipher: String? = "AES-128-GCM", guid: GUID = guid,
        skew: Double? = 0.004, kerberos: Bool = false, ntlm: Bool = true, name: String? = "nas02.lab.example"
    ) -> ServerGreeting {
        ServerGreeting(
            dialect: dialect, requiresSigning: signing, cipher: cipher, serverGUID: guid, clockSkewSeconds: skew,
            offersKerberos: kerberos, offersNTLM: ntlm, netBIOSName: "NAS02", dnsName: name)
    }

    static func hello(
        _ outcome: GreetingAttempt.Outcome, _ address: String = "198.51.100.13"
    ) -> GreetingAttempt {
        GreetingAttempt(address: self.address(address), outcome: outcome, duration: millisecond)
    }

    /// A visit on which all steps before one worked, and this one ended so.
    static func visit(
        _ stage: Stage, _ outcome: ShareVisit.Outcome, duration: Duration = millisecond, remark: String? = nil,
        free: UInt64? = 1 << 40
    ) -> ShareVisit {
        var steps = visitStages.filter { $0 < stage }.map {
            ShareVisit.Step(stage: $0, outcome: .done, duration: millisecond)
        }
        steps.append(ShareVisit.Step(stage: stage, outcome: outcome, duration: duration))
        switch outcome {
        case .done, .otherContent, .leftBehind:
            steps += visitStages.filter { $0 > stage }.map {
                ShareVisit.Step(stage: $0, outcome: .done, duration: millisecond)
            }
        case .refused, .failed, .deadLink: break
        }
        return ShareVisit(
            steps: steps, ending: .finished, isEncrypted: true, sizeBytes: free == nil ? nil : 1 << 41,
            freeBytes: free, ticketRemark: remark)
    }

    /// A visit that ended on its way through a step.
    static func visit(ending: ShareVisit.Ending, at stage: Stage, remark: String? = nil) -> ShareVisit {
        ShareVisit(
            steps: visitStages.filter { $0 < stage }.map {
                ShareVisit.Step(stage: $0, outcome: .done, duration: millisecond)
            }, ending: ending, ticketRemark: remark)
    }

    static func status(_ name: String) -> NTStatus { NTStatus(named: "STATUS_" + name) ?? .success }

    static func refused(_ stage: Stage, _ name: String, remark: String? = nil, free: UInt64? = 1 << 40) -> ShareVisit {
        visit(stage, .refused(status(name)), remark: remark, free: free)
    }

    /// A sighting of a healthy file server.
    static func smb(
        lookup answer: NameLookup.Answer? = nil, connections: [ConnectionAttempt]? = nil,
        greetings: [GreetingAttempt]? = nil, visit: ShareVisit? = nil
    ) -> Sighting {
        Sighting(
            lookup: lookup(answer ?? .addresses([address()])), connections: connections ?? [attempt(.connected)],
            greetings: greetings ?? [hello(.greeted(greeting()))], visit: visit ?? self.visit(.space, .done))
    }

    static func web(
        _ outcome: WebAnswer.Outcome, days: Int64? = 60, handshake: Duration? = millisecond
    ) -> Sighting {
        Sighting(
            lookup: lookup(.addresses([address()])), connections: [attempt(.connected)],
            web: WebAnswer(
                outcome: outcome, certificateEnds: days.map { now + $0 * day }, handshakeDuration: handshake,
                duration: millisecond))
    }

    static func remoteDesktop(_ outcome: RemoteDesktopAnswer.Outcome) -> Sighting {
        Sighting(
            lookup: lookup(.addresses([address()])), connections: [attempt(.connected)],
            remoteDesktop: RemoteDesktopAnswer(outcome: outcome, duration: millisecond))
    }
}
