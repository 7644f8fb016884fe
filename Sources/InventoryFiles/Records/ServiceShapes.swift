import StorageModel

/// How systems and gateways answer on the network.
enum ServiceShapes {
    /// The service of a system, whose host stands elsewhere.
    static let service: Shape<Service> = .record(
        "service", "How it answers on the network, for checks.",
        .required("kind", .word(Service.Kind.self), "What it speaks."), port, promise, .provenance
    ) { record, kind, port, promise, provenance throws(Unreadable) in
        try build(record, kind, port, promise, provenance)
    }

    /// A front door, with its host.
    static let gateway: Shape<Gateway> = .record(
        "gateway", "The front door through which people come to be on a network, such as a VPN's.",
        .required("host", .fact("host", .form(.hostName)), "The host that people and probes connect to."),
        .required("kind", .word(Service.Kind.self), "What it speaks."), port, promise, .provenance
    ) { record, host, kind, port, promise, provenance throws(Unreadable) in
        Gateway(host: host, service: try build(record, kind, port, promise, provenance))
    }

    /// What checks may do in a share's folder.
    static let check: Shape<ShareCheck> = .record(
        "check", "What a check may do in the folder of a share besides listing it.",
        .optional("canary", .form(.folder), "A file in the folder that checks may read."),
        .optional("canary-sha256", .form(.digest), "The SHA-256 of that file; left out when its content may change."),
        .optional(
            "write-folder", .form(.folder),
            "A folder in the folder in which checks may write and delete files of their own.")
    ) { record, canary, digest, writeFolder throws(Unreadable) in
        if digest != nil, canary == nil {
            record.reading.tell(
                .keyCombination, at: record.keyPlace("canary-sha256"), "'canary-sha256' is here without 'canary'",
                accepted: "a digest belongs to a file", next: "add 'canary: …', or remove the digest")
            throw Unreadable()
        }
        return ShareCheck(canary: canary, canaryDigest: digest, writeFolder: writeFolder)
    }

    private static let port: Field<Int?> = .optional(
        "port", .whole(1...65_535), "The port; left out for the usual one of its kind.")

    private static let promise: Field<ServicePromise> = .group(
        .optional(
            "addresses", .list(of: .addressBlock, "address blocks"), otherwise: [],
            "The blocks that its addresses lie in."),
        .optional(
            "internal-name", .truth, otherwise: false,
            "Whether the name exists in the institution's own name servers only."),
        .optional(
            "server-names", .list(of: .form(.hostName), "names"), otherwise: [],
            "The names by which an SMB server knows itself, of NetBIOS or DNS."),
        .optional("server-guid", .guid, "The number by which an SMB server names itself."),
        .optional("least-dialect", .dialect, "The oldest that an SMB server's best dialect may be."),
        .optional("signing", .truth, "Whether an SMB server insists on signed messages; left out when either will do."),
        .optional("encryption", .truth, otherwise: false, "Whether messages to an SMB server are encrypted.")
    ) { _, addresses, isInternalName, names, guid, dialect, signing, encryption in
        ServicePromise(
            addresses: addresses, isInternalName: isInternalName, serverNames: names, serverGUID: guid,
            leastDialect: dialect, requiresSigning: signing, requiresEncryption: encryption)
    }

    private static let smbKeys = ["server-names", "server-guid", "least-dialect", "signing", "encryption"]

    private static func build(
        _ record: Record, _ kind: Service.Kind, _ port: Int?, _ promise: ServicePromise, _ provenance: Provenance
    ) throws(Unreadable) -> Service {
        if kind != .smb, let key = record.present(smbKeys).first {
            record.reading.tell(
                .keyCombination, at: record.keyPlace(key), "'\(key)' is here with 'kind: \(kind.rawValue)'",
                accepted: "only SMB servers promise such a thing", next: "remove it, or write 'kind: smb'")
            throw Unreadable()
        }
        if kind == .tcp, port == nil {
            record.reading.tell(
                .keyCombination, at: record.keyPlace("kind"), "'kind: tcp' is here without 'port'",
                accepted: "plain TCP has no usual port", next: "add 'port: …'")
            throw Unreadable()
        }
        return Service(
            kind: kind, port: port.flatMap(UInt16.init(exactly:)), promise: promise, provenance: provenance)
    }
}

extension Shape where Value == GUID {
    /// The number of an SMB server.
    static var guid: Shape {
        Shape<String>.form(.guid).map { text, _, _ throws(Unreadable) in
            guard let guid = GUID(text) else { throw Unreadable() }
            return guid
        }
    }
}

extension Shape where Value == Dialect {
    /// A version of SMB 2 or 3, such as "3.1.1".
    static var dialect: Shape {
        let words = Dialect.all.map(\.description)
        return Shape(Schema(["enum": .list(words.map { .text($0) })])) { node, reading throws(Unreadable) in
            let text = try node.word(of: words, reading)
            guard let dialect = Dialect.all.first(where: { $0.description == text }) else { throw Unreadable() }
            return dialect
        }
    }
}
