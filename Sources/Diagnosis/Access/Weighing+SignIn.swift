internal import StorageModel

/// The sign-in.
extension Weighing {
    /// What only happens with Kerberos.
    private static let ofKerberos: Set<Cause> = [
        .noKerberosTicket, .kerberosTicketExpired, .ccacheUnreadable, .spnMissing, .kdcUnreachable,
        .kerberosRealmMisconfigured, .kerberosEtypeMismatch, .clockSkew, .accountsNotVerifiable, .wrongCredentials,
        .kerberosNeedsName,
    ]

    mutating func hearSignIn() {
        hearClock()
        guard evidence.failedStage == .auth || isKerberosTheOnlyWay else { return }
        hearTicketServers()
        // A wrong clock does not tell whether a ticket has ended.
        guard cause != .clockSkew || (evidence.greeting?.clockSkewSeconds?.magnitude ?? 0) < ClockSkew.fatal else {
            return
        }
        // Whose tickets were not used is not turned away for their sake.
        guard evidence.signIn == .ownTicket || isKerberosTheOnlyWay else { return }
        hearTickets()
        hearServiceTicket()
    }

    /// Whether nobody signed in, and the server would take nothing but a ticket.
    private var isKerberosTheOnlyWay: Bool {
        guard evidence.signIn == .none, evidence.failedStage == nil, let greeting = evidence.greeting else {
            return false
        }
        return greeting.offersKerberos && !greeting.offersNTLM
    }

    private mutating func hearClock() {
        guard let skew = evidence.greeting?.clockSkewSeconds, skew.isFinite else { return }
        if skew.magnitude > ClockSkew.fatal {
            if cause == .clockSkew || rivals.contains(.clockSkew) { support(with: .clocksDiffer(seconds: skew)) }
        } else if skew.magnitude < ClockSkew.noticeable {
            ruleOut(.clockSkew, by: .clocksAgree(seconds: skew))
        }
    }

    private mutating func hearTicketServers() {
        let servers = evidence.ticketServers
        guard !servers.isEmpty else { return hearRealm() }
        if let answering = servers.first(where: \.isReached) {
            ruleOut(.kdcUnreachable, .kerberosRealmMisconfigured, by: .ticketServerAnswers(answering.target))
        } else if suspects(.kdcUnreachable) || cause == .accountsNotVerifiable && evidence.signIn == .ownTicket {
            settle(on: .kdcUnreachable, by: .ticketServersSilent(count: servers.count))
        }
    }

    private mutating func hearRealm() {
        guard suspects(.kerberosRealmMisconfigured), let kerberos = evidence.situation?.kerberos,
            let configuration = kerberos.configuration.value
        else { return }
        let realm = kerberos.cache.tickets.value?.realm ?? configuration.defaultRealm
        guard let realm else { return settle(on: .kerberosRealmMisconfigured, by: .realmUnknown("")) }
        if case .nowhere = configuration.servers(ofRealm: realm) {
            settle(on: .kerberosRealmMisconfigured, by: .realmUnknown(realm))
        }
    }

    private mutating func hearTickets() {
        guard cause.map(Self.ofKerberos.contains) ?? true, let cache = evidence.situation?.kerberos.cache else {
            return
        }
        switch cache.tickets {
        case .unknown(.missing), .unknown(.system(errno: 2)):
            switch cache.kind {
            case .keyring, .service, .memory, .other:
                settle(on: .ccacheUnreadable, by: .ticketsUnreadable(cache.kind))
            case .file, .folder: settle(on: .noKerberosTicket, by: .noTickets)
            }
        case .unknown: settle(on: .ccacheUnreadable, by: .ticketsUnreadable(cache.kind))
        case .known(let held):
            guard let ticket = held.grantingTicket else {
                // One that was handed over for the server alone needs no other.
                if held.tickets.isEmpty { settle(on: .noKerberosTicket, by: .noTickets) }
                return
            }
            switch ticket.state(at: evidence.now) {
            case .expired: settle(on: .kerberosTicketExpired, by: .ticketEnded(at: ticket.end))
            case .valid:
                ruleOut(
                    .noKerberosTicket, .kerberosTicketExpired, .ccacheUnreadable, by: .ticketValid(until: ticket.end))
            case .notYetValid: settle(on: .clockSkew, by: .ticketValid(until: ticket.end))
            }
        }
    }

    /// What MIT's own library made of the question for a ticket.
    private mutating func hearServiceTicket() {
        guard let attempt = evidence.situation?.kerberos.serviceTicket, let outcome = attempt.outcome.value else {
            return
        }
        switch outcome {
        case .given:
            ruleOut(
                .kdcUnreachable, .kerberosRealmMisconfigured, .noKerberosTicket, .kerberosTicketExpired,
                by: .serviceTicketGiven(attempt.service))
        case .refused(let refusal):
            guard let named = refusal.cause, cause.map(Self.ofKerberos.contains) ?? true else { return }
            // The account's state is told apart by nobody: the ticket servers have one word for all of them.
            if named == .accountLocked {
                support(with: .serviceTicketRefused(attempt.service))
            } else if ![.noKerberosTicket, .kerberosTicketExpired].contains(cause) || cause == nil {
                settle(on: named, by: .serviceTicketRefused(attempt.service))
            }
        }
    }
}

extension ServiceTicketAttempt.Refusal {
    /// What it means; nil when nobody knows.
    fileprivate var cause: Cause? {
        switch self {
        case .clockSkew, .ticketNotYetValid: .clockSkew
        case .ticketExpired: .kerberosTicketExpired
        case .serviceUnknown: .spnMissing
        case .accountUnknown: .wrongCredentials
        case .accountRevoked: .accountLocked
        case .noServerAnswers: .kdcUnreachable
        case .noServerKnown, .noRealm, .configurationUnusable, .noTrust: .kerberosRealmMisconfigured
        case .noTickets: .noKerberosTicket
        case .ticketsUnreadable: .ccacheUnreadable
        case .encryptionTypeUnsupported: .kerberosEtypeMismatch
        case .other: nil
        }
    }
}
