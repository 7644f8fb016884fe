public import StorageModel

/// What to try where two causes look the same: a test that comes out one way if it is this cause, and else another.
public struct DecidingTest: Hashable, Sendable {
    /// The test, as a sentence that says what its outcome means.
    public var text: String
}

extension Cause {
    /// The test that would tell this cause from those that look like it; nil where none is known.
    public func decidingTest(in language: Language) -> DecidingTest? {
        guard let (english, german) = testTexts else { return nil }
        return DecidingTest(text: language == "de" ? german : english)
    }

    private var testTexts: (english: String, german: String)? {
        switch self {
        case .vpnDown:
            (
                "Connect the VPN and try again: if it works then, it was the VPN.",
                "VPN verbinden und noch einmal versuchen: Geht es dann, lag es am VPN."
            )
        case .dnsInternalOnly:
            (
                "Look the name up on a computer on the campus: if it is found there, only the inside knows it.",
                "Den Namen an einem Rechner am Campus nachschlagen: Wird er dort gefunden, kennt ihn nur das Innere."
            )
        case .dnsNameUnknown:
            (
                "Look the name up on a computer on the campus: if it is not found there either, it does not exist.",
                "Den Namen an einem Rechner am Campus nachschlagen: Wird er auch dort nicht gefunden, gibt es ihn nicht."
            )
        case .splitTunnel:
            (
                "Disconnect the VPN, connect it with the full profile and try again: if it works then, it led past the place.",
                "VPN trennen, mit dem vollen Profil verbinden und noch einmal versuchen: Geht es dann, führte es vorbei."
            )
        case .noRoute:
            (
                "Open any web page: if that fails as well, this computer has no connection at all.",
                "Irgendeine Webseite öffnen: Geht auch das nicht, hat dieser Rechner gar keine Verbindung."
            )
        case .addressOverlap:
            (
                "Try from a telephone's hotspot with the VPN: if it works there, the home network is in the way.",
                "Über den Hotspot eines Telefons mit VPN versuchen: Geht es dort, stört das Heimnetz."
            )
        case .port445Blocked:
            (
                "Try from another network, such as a telephone's hotspot: if it works there, this one blocks the port.",
                "Aus einem anderen Netz versuchen, etwa dem Hotspot eines Telefons: Geht es dort, sperrt dieses den Port."
            )
        case .hostUnreachable:
            (
                "Try from another computer on another network: if it fails there too, the server itself is gone.",
                "Von einem anderen Rechner in einem anderen Netz versuchen: Geht es auch dort nicht, ist der Server weg."
            )
        case .tcpDropped, .tcpRejected:
            (
                "Try from another network: if it works there, a firewall on this way is the reason.",
                "Aus einem anderen Netz versuchen: Geht es dort, liegt es an einer Firewall auf diesem Weg."
            )
        case .halfOpen, .mtuBlackHole, .packetLoss, .slowLink:
            (
                "Try from another network, best by cable on the campus: if it works well there, it is the line.",
                "Aus einem anderen Netz versuchen, am besten per Kabel am Campus: Geht es dort gut, liegt es an der Leitung."
            )
        case .serverHung, .accountsNotVerifiable:
            (
                "Ask somebody on another network: if it fails for everybody, it is the server.",
                "Jemanden in einem anderen Netz fragen: Geht es bei niemandem, liegt es am Server."
            )
        case .serverConnectionLimit:
            (
                "Try again in ten minutes: if it works then, all places on the server were taken.",
                "In zehn Minuten noch einmal versuchen: Geht es dann, waren am Server alle Plätze belegt."
            )
        case .networkNotAllowed, .shareNetworkNotAllowed:
            (
                "Try from an office computer by cable: if it works there, this network is not let in.",
                "An einem Bürorechner per Kabel versuchen: Geht es dort, wird dieses Netz nicht eingelassen."
            )
        case .notSMB, .wrongServer, .smb1Only, .clientDialectTooOld:
            (
                "Have the storage team look at the server's log at this minute: a refusal of this computer stands there.",
                "Das Storage-Team im Protokoll des Servers nachsehen lassen: Eine Abweisung dieses Rechners steht dort."
            )
        case .wrongCredentials:
            (
                "Sign in to webmail with the same name and password: if that fails too, they are wrong.",
                "Mit demselben Namen und Passwort am Webmail anmelden: Geht auch das nicht, sind sie falsch."
            )
        case .accountLocked, .accountDisabled, .accountExpired, .logonHours, .passwordMustChange, .passwordExpired:
            (
                "Have the helpdesk open the account in the directory: its state is written there.",
                "Den Helpdesk das Konto im Verzeichnis öffnen lassen: Dort steht sein Zustand."
            )
        case .noKerberosTicket, .kerberosTicketExpired, .ccacheUnreadable:
            (
                "Run 'klist': it shows whether there is a ticket, until when it counts and where it is kept.",
                "'klist' aufrufen: Es zeigt, ob es ein Ticket gibt, bis wann es gilt und wo es liegt."
            )
        case .spnMissing:
            (
                "Run 'kvno cifs/SERVER' with the server's real name: if that works, only the name used here is unknown.",
                "'kvno cifs/SERVER' mit dem richtigen Namen des Servers aufrufen: Geht das, ist nur der Name hier unbekannt."
            )
        case .kdcUnreachable, .kerberosRealmMisconfigured:
            (
                "Run 'kinit' with the account's full name: what it complains of tells a dead server from a wrong setting.",
                "'kinit' mit dem vollen Namen des Kontos aufrufen: Seine Meldung trennt toten Server und falsche Einstellung."
            )
        case .shareUnknown:
            (
                "Ask the storage team for the share's present name: the inventory only assumes it.",
                "Das Storage-Team nach dem heutigen Namen der Freigabe fragen: Das Inventar nimmt ihn nur an."
            )
        case .shareDenied, .membershipNotInTicket:
            (
                "Sign out and in again: if it works then, the ticket was older than the membership.",
                "Ab- und wieder anmelden: Geht es dann, war das Ticket älter als die Mitgliedschaft."
            )
        case .encryptionRequired:
            (
                "Try from a computer with an up-to-date system: if it works there, this one cannot encrypt.",
                "An einem Rechner mit aktuellem System versuchen: Geht es dort, kann dieser nicht verschlüsseln."
            )
        case .backendHung, .backendUnavailable:
            (
                "Ask somebody who also uses this share: if nobody gets in any more, it is the storage behind it.",
                "Jemanden fragen, der diese Freigabe auch nutzt: Kommt niemand mehr hinein, liegt es am Speicher dahinter."
            )
        case .diskFull, .quotaExceeded:
            (
                "Have somebody of another group write to the same volume: if that works, it is this group's limit.",
                "Jemanden einer anderen Gruppe auf dasselbe Volume schreiben lassen: Geht das, ist es die Quote der Gruppe."
            )
        case .nameIllegal, .nameTooLong:
            (
                "Try with a short, plain name: if that works, it was the name.",
                "Mit einem kurzen, einfachen Namen versuchen: Geht das, lag es am Namen."
            )
        case .certificateProblem, .httpUnhealthy:
            (
                "Open the address in a browser: it shows a warning about the certificate, or the page's own error.",
                "Die Adresse im Browser öffnen: Er zeigt eine Warnung zum Zertifikat oder den Fehler der Seite."
            )
        default: nil
        }
    }
}
