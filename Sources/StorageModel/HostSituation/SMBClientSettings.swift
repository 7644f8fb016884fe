/// What Samba's client is told (smb.conf(5)), as far as it decides whether a server can be talked to.
public struct SMBClientSettings: Hashable, Sendable {
    /// The file that counts; nil when there is none.
    public var file: String?
    /// The oldest version that is spoken, as it is written; nil for Samba's own choice, SMB 2.0.2.
    public var oldestProtocol: String?
    /// The newest version that is spoken, as it is written; nil for Samba's own choice, SMB 3.1.1.
    public var newestProtocol: String?
    /// Whether messages must be signed, as it is written (`client signing`); nil for Samba's own choice.
    public var signing: String?
    /// Whether messages must be encrypted, as it is written (`client smb encrypt`); nil for Samba's own choice.
    public var encryption: String?
    /// Whether Kerberos is used, as it is written (`client use kerberos`); nil for Samba's own choice.
    public var kerberos: String?
    /// Files that are included and could not be read.
    public var unreadFiles: [String]

    /// Puts the parts together.
    public init(
        file: String? = nil, oldestProtocol: String? = nil, newestProtocol: String? = nil, signing: String? = nil,
        encryption: String? = nil, kerberos: String? = nil, unreadFiles: [String] = []
    ) {
        self.file = file
        self.oldestProtocol = oldestProtocol
        self.newestProtocol = newestProtocol
        self.signing = signing
        self.encryption = encryption
        self.kerberos = kerberos
        self.unreadFiles = unreadFiles
    }

    /// Whether nothing newer than SMB 1 is spoken.
    public var speaksOnlySMB1: Bool {
        Self.dialect(named: newestProtocol, default: .smb3_1_1) == .some(.none)
    }

    /// The versions of SMB 2 and 3 that are spoken, oldest first; nil when a name is not understood.
    public var dialects: [Dialect]? {
        guard let newest = Self.dialect(named: newestProtocol, default: .smb3_1_1),
            let oldest = Self.dialect(named: oldestProtocol, default: .smb2_0_2)
        else { return nil }
        guard let newest else { return [] }
        return Dialect.all.filter { $0 <= newest && $0 >= (oldest ?? .smb2_0_2) }
    }

    /// The version that Samba means by a name; nil inside for SMB 1 and older, nil outside for an unknown name.
    private static func dialect(named name: String?, default standard: Dialect) -> Dialect?? {
        switch (name ?? "default").uppercased() {
        case "DEFAULT": .some(standard)
        case "SMB3", "SMB3_11", "SMB3_10": .some(.smb3_1_1)
        case "SMB3_02": .some(.smb3_0_2)
        case "SMB3_00": .some(.smb3_0)
        case "SMB2", "SMB2_10", "SMB2_22", "SMB2_24": .some(.smb2_1)
        case "SMB2_02": .some(.smb2_0_2)
        case "NT1", "LANMAN2", "LANMAN1", "CORE", "COREPLUS", "CORE+": .some(.none)
        default: nil
        }
    }
}
