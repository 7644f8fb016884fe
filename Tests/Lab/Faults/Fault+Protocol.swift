/// Faults of what a server demands and offers.
extension Fault {
    static var protocolFaults: [Fault] {
        [
            oldServer(), modernServer(), signingRequired(), encryptionRequired(), encryptionRequired(on: .publicShare),
            encryptionUnavailable(), networkNotAllowed(), networkNotAllowed(on: .publicShare), passwordsRefused(),
        ]
    }

    /// The server speaks nothing newer than SMB 1.
    public static func oldServer(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "smb1-only", cause: "smb1-only", at: server, "it speaks SMB 1 alone",
            .settings(server, "[global]", "server min protocol = NT1", "server max protocol = NT1"))
    }

    /// The server speaks nothing older than SMB 3.
    public static func modernServer(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "client-dialect-too-old", cause: "client-dialect-too-old", at: server, "it speaks SMB 3 alone",
            .settings(server, "[global]", "server min protocol = SMB3_00"))
    }

    /// The server insists on signed messages, which is no fault.
    public static func signingRequired(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "signing-required", cause: nil, at: server, "it insists on signed messages",
            .settings(server, "[global]", "server signing = mandatory"))
    }

    /// The server, or one of its shares, insists on encryption.
    public static func encryptionRequired(_ server: LabHost = .nas02, on share: LabShare? = nil) -> Fault {
        let place = share.map { "its share \($0.name)" } ?? "it"
        return Fault(
            share == nil ? "encryption-required" : "encryption-required-share", cause: "encryption-required",
            at: server, "\(place) insists on encryption",
            .settings(server, "[\(share?.name ?? "global")]", "server smb encrypt = required"))
    }

    /// The server cannot encrypt.
    public static func encryptionUnavailable(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "encryption-unavailable", cause: "encryption-unavailable", at: server, "it does not encrypt",
            .settings(server, "[global]", "server smb encrypt = off"))
    }

    /// The server, or one of its shares, turns the campus's client away.
    public static func networkNotAllowed(_ server: LabHost = .nas02, on share: LabShare? = nil) -> Fault {
        let cause = share == nil ? "network-not-allowed" : "share-network-not-allowed"
        let place = share.map { "its share \($0.name)" } ?? "it"
        return Fault(
            cause, cause: cause, at: server, "\(place) turns the client's address away",
            .settings(server, "[\(share?.name ?? "global")]", "hosts deny = \(LabHost.campus.address)"))
    }

    /// The server takes no passwords by NTLM, the only way that a server without a domain has.
    public static func passwordsRefused(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "ntlm-disabled", cause: "ntlm-disabled", at: server, "it accepts no NTLM",
            .settings(server, "[global]", "ntlm auth = disabled"))
    }
}
