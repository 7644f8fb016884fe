internal import StorageModel

/// What a sign-in that did not succeed means, where the status alone would mislead.
extension Judgement {
    private var usesTickets: Bool? { sighting.visit?.usesTickets }

    private var mayUseKerberos: Bool {
        usesTickets
            ?? (sighting.visit?.ticketRemark != nil || greetings.contains(where: \.offersKerberos))
    }

    private var isSkewFatal: Bool {
        greetings.contains { ($0.clockSkewSeconds?.magnitude ?? 0) > ClockSkew.fatal }
    }

    private var isOlderThanSMB3: Bool { greetings.contains { $0.dialect < .smb3_0 } }

    /// What the ticket library said, if it is understood.
    func remark(after duration: Duration?) -> Suspicion? {
        sighting.visit?.ticketRemark.flatMap { TicketRemark.suspicion(of: $0, after: duration) }
    }

    /// What a refused sign-in means; nil when nobody knows.
    func signInSuspicion(of status: NTStatus, after duration: Duration) -> Suspicion? {
        // Our own look at the server's clock is worth more than what the libraries make of the consequence.
        if mayUseKerberos, isSkewFatal, status.name == "STATUS_LOGON_FAILURE" {
            return Suspicion(.clockSkew, or: usesTickets == true ? [] : [.wrongCredentials])
        }
        if let remark = remark(after: duration) { return remark }
        switch status.name {
        case "STATUS_LOGON_FAILURE" where usesTickets == true: return unreadableTicketSuspicion
        case "STATUS_IO_TIMEOUT":
            return Suspicion(.accountsNotVerifiable, or: [.serverHung] + (mayUseKerberos ? [.kdcUnreachable] : []))
        case "STATUS_NO_LOGON_SERVERS":
            return Suspicion(.accountsNotVerifiable, or: mayUseKerberos ? [.kdcUnreachable] : [])
        case "STATUS_ACCESS_DENIED":
            if isNamedByAddress, mayUseKerberos { return Suspicion(.kerberosNeedsName) }
            if isOlderThanSMB3 { return Suspicion(.encryptionRequired) }
            // What a domain says to a server whose own account it does not accept, the server passes on.
            return usesTickets == false ? Suspicion(.accountsNotVerifiable) : nil
        case "STATUS_INVALID_PARAMETER":
            return mayUseKerberos ? Suspicion(.noKerberosTicket, or: [.spnMissing, .ccacheUnreadable]) : nil
        // Kerberos says "revoked" of all of these, and the library turns it into "locked".
        case "STATUS_ACCOUNT_LOCKED_OUT" where mayUseKerberos:
            return Suspicion(.accountLocked, or: [.accountDisabled, .accountExpired, .logonHours])
        case "STATUS_PASSWORD_EXPIRED" where mayUseKerberos:
            return Suspicion(.passwordExpired, or: [.passwordMustChange])
        default:
            return StatusTable.signIn[status]
        }
    }

    /// What it means that a server refuses a ticket: those who give them out made it, and there was no password.
    private var unreadableTicketSuspicion: Suspicion {
        let isSkewKnown = greetings.contains { $0.clockSkewSeconds != nil }
        let others: [Cause] = isSkewKnown ? [] : [.clockSkew]
        // An alias may be registered for somebody else's account; a server's own name hardly is.
        let isOwnName = greetings.contains { $0.dnsName?.folded == expectation.host.folded }
        return isOwnName
            ? Suspicion(.accountsNotVerifiable, or: [.spnMissing] + others)
            : Suspicion(.spnMissing, or: [.accountsNotVerifiable] + others)
    }

    /// What a sign-in means that did not end before the deadline.
    var signInTimeout: Suspicion {
        if let remark = remark(after: nil), remark.cause == .kdcUnreachable { return Suspicion(.kdcUnreachable) }
        return mayUseKerberos
            ? Suspicion(.kdcUnreachable, or: [.accountsNotVerifiable, .serverHung])
            : Suspicion(.accountsNotVerifiable, or: [.serverHung])
    }

    /// What a share that was not opened means.
    func treeSuspicion(of status: NTStatus) -> Suspicion? {
        guard let suspicion = StatusTable.tree[status] else { return nil }
        switch suspicion.cause {
        case .shareNotOffered:
            // The inventory knows the share; only where it merely assumes the name may the name be wrong.
            guard let share = expectation.share else { return Suspicion(.shareUnknown) }
            let isAssumed = share.name.provenance.basis == .assumed
            return isAssumed ? Suspicion(.shareNotOffered, or: [.shareUnknown] + suspicion.alternatives) : suspicion
        case .shareDenied where isOlderThanSMB3:
            return Suspicion(.shareDenied, or: suspicion.alternatives + [.encryptionRequired])
        default:
            return suspicion
        }
    }
}
