extension WindowsError {
    /// Parts of the sentences that Windows shows in place of a number, in small letters, English and German.
    ///
    /// Written down from memory; what a version of Windows words otherwise is not found, and its number is.
    static let sentences: [(sentence: String, number: UInt32)] = [
        ("the network path was not found", 53), ("der netzwerkpfad wurde nicht gefunden", 53),
        ("the network name cannot be found", 67), ("der netzwerkname wurde nicht gefunden", 67),
        ("the specified network name is no longer available", 64),
        ("der angegebene netzwerkname ist nicht mehr verf", 64),
        ("user name or password is incorrect", 1326), ("benutzername oder das kennwort ist falsch", 1326),
        ("the specified network password is not correct", 86), ("das angegebene netzwerkkennwort ist falsch", 86),
        ("multiple connections to a server", 1219), ("mehrfache verbindungen zu einem server", 1219),
        ("account is currently disabled", 1331), ("account is currently locked out", 1909),
        ("konto ist momentan deaktiviert", 1331), ("konto ist momentan gesperrt", 1909),
        ("because it's not secure", 384), ("obsolete smb1 protocol", 384),
        ("block unauthenticated guest access", 1272), ("nicht authentifizierte gastzugriffe", 1272),
        ("no logon servers available", 1311), ("keine anmeldeserver verf", 1311),
        ("password of this user has expired", 1330), ("must be changed before", 1907),
        ("no more connections can be made", 71), ("not enough space on the disk", 112),
        ("access is denied", 5), ("zugriff verweigert", 5), ("zugriff wurde verweigert", 5),
    ]
}
