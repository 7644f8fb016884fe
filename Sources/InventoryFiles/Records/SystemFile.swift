import StorageModel

/// `systems/ID.yaml`.
enum SystemFile {
    static let shape: Shape<StorageSystem> = .record(
        "system", "A place where data can be put or passed on: a file server, a cloud, an archive, a mail system.",
        .required("system", id, "Its id, which is also the name of the file."),
        .optional("host", .fact("host", .form(.hostName)), "The host that people and probes connect to."),
        .optional(
            "host-aliases", .list(of: .form(.hostName), "host names"), otherwise: [],
            "Other names of the host that mounts may show."),
        .optional("locations", locations, otherwise: [:], "How its paths are written on each kind of computer."),
        .optional("available-from", .date, "The first day it can be used; left out when it already can."),
        .optional("retires-on", .date, "The last day it can be used; left out when no end is planned."),
        .required(
            "methods", .list(of: MethodShapes.method, "methods", count: 1...Int.max),
            "The ways to hand over data on it."),
        .optional("shares", .list(of: share, "shares"), otherwise: [], "The parts of it that groups have access to."),
        .optional(
            "service", ServiceShapes.service, "How it answers on the network; left out when nothing can be checked."),
        .provenance
    ) { record, id, host, aliases, locations, from, until, methods, shares, service, provenance throws(Unreadable) in
        if service != nil, host == nil {
            record.reading.tell(
                .keyCombination, at: record.keyPlace("service"), "'service' is here without 'host'",
                accepted: "checks need a host to ask", next: "add 'host: …', or remove the service")
            throw Unreadable()
        }
        if let from, let until { try record.refuseReversed("available-from", "retires-on", from <= until) }
        record.claimHosts(host?.value)
        return StorageSystem(
            id: id, host: host, hostAliases: aliases, locations: locations, shares: shares, methods: methods,
            service: service, availableFrom: from, retiresOn: until, provenance: provenance)
    }

    private static let id: Shape<SystemID> = .newID(of: StorageSystem.self).map {
        id, node, reading throws(Unreadable) in
        let stem = reading.file.stem
        guard id.text == stem else {
            // Ids of its methods and shares were meant to begin with the one or the other.
            reading.names.miss([.system, .method, .share])
            reading.tell(
                .fileName, at: node.place, "the system \(id.text.quoted) is in the file \(reading.file.path.quoted)",
                accepted: "the file of a system has the system's id as its name",
                next:
                    "rename the file to '\(FileKind.systems.rawValue)/\(id)\(FileKind.ending)', or write 'system: \(stem)'"
            )
            throw Unreadable()
        }
        return id
    }

    private static let locations: Shape<[OperatingSystem: String]> = .record(
        "locations", "Paths as each kind of computer writes them; {host}, {share} and {folder} are filled in.",
        .optional("windows", template, "The path on Windows, such as \\\\{host}\\{share}\\{folder}, in single quotes."),
        .optional("macos", template, "The path on macOS, such as smb://{host}/{share}/{folder}."),
        .optional("linux", template, "The path on Linux, such as smb://{host}/{share}/{folder}.")
    ) { _, windows, macos, linux in
        let templates: [(OperatingSystem, String?)] = [(.windows, windows), (.macos, macos), (.linux, linux)]
        return templates.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }

    private static let template: Shape<String> = .line.map { text, node, reading in
        PlaceholderCheck.tellUnknown(in: text, at: node.place, allowed: ["host", "share", "folder"], reading)
        return text
    }

    private static let share: Shape<Share> = .record(
        "share", "A named part of a system that groups have access to.",
        .required("id", .newOwnID(of: Share.self), "Its own name; elsewhere it is called system/name."),
        .required(
            "method", .ownReference(to: Method.self), "The method of this system by which people hand over data on it."),
        .required("name", .fact("share name", .line), "The name that the server gives it."),
        .optional(
            "folder", .form(.folder), otherwise: "", "The folder inside the share; left out for the whole share."),
        .optional(
            "check", ServiceShapes.check, otherwise: ShareCheck(), "What checks may do besides listing the folder."),
        .provenance
    ) { record, id, method, name, folder, check, provenance in
        let place = record["name"]?["value"]?.place ?? record.place
        let inFolder = folder.isEmpty ? "" : " with the folder \(folder.quoted)"
        record.reading.claim(
            "the share \(name.value.quoted)\(inFolder) of \(id.system.text.quoted)", at: place,
            next: "correct the name or folder of one, or let groups use the same share")
        let methodPlace = record.place(of: "method")
        record.reading.afterwards { draft, reading in
            guard let method = draft.methods[method], method.reach.through != .commonShare else { return }
            reading.tell(
                .shareMethod, at: methodPlace, "the method \(method.id.text.quoted) does not use shares",
                accepted: "a method with 'through: common-share'",
                next: "write another method, or 'through: common-share' in that one")
        }
        return Share(id: id, method: method, name: name, folder: folder, check: check, provenance: provenance)
    }
}

extension Record {
    fileprivate func claimHosts(_ host: String?) {
        let places = [self["host"]?["value"]].compactMap(\.self) + (self["host-aliases"]?.elements ?? [])
        for node in places {
            guard let name = node.scalar else { continue }
            reading.claim(
                "the host \(name.lowercased().quoted)", at: node.place,
                next: "correct one of the two; a host belongs to one system")
        }
    }
}
