import StorageModel

/// `networks.yaml`.
enum NetworksFile {
    static let shape: Shape<[Network]> = .record(
        "networks file", "The networks that people come from.",
        .required(
            "networks", .list(of: network, "networks", count: 1...Int.max),
            "The networks; exactly one is the fallback for computers that fit none.")
    ) { record, networks in
        let nodes = record["networks"]?.elements ?? []
        let fallbacks = zip(networks, nodes).filter(\.0.isFallback)
        let accepted = "exactly one network has 'fallback: true': where a computer is taken to be that fits none"
        if fallbacks.isEmpty, networks.count == nodes.count {
            record.reading.tell(
                .fallbackNetwork, at: record.place(of: "networks"), "no network is the fallback", accepted: accepted,
                next: "add 'fallback: true' to the network of people from outside")
        }
        for (network, node) in fallbacks.dropFirst() where networks.count == nodes.count {
            record.reading.tell(
                .fallbackNetwork, at: node["fallback"]?.place ?? node.place,
                "the network \(network.id.text.quoted) is the second fallback", accepted: accepted,
                next: "remove the line from all but one")
        }
        return networks
    }

    private static let network: Shape<Network> = .record(
        "network", "A network from which people reach systems, such as the campus or a VPN.",
        .required("id", .newID(of: Network.self), "Its name."),
        .optional(
            "addresses", .list(of: .fact("address block", .addressBlock), "address blocks"), otherwise: [],
            "The addresses that computers on it have, as blocks such as 10.0.0.0/8."),
        .optional(
            "interfaces", .list(of: .fact("interface", .form(.interface)), "interfaces"), otherwise: [],
            "The names of interfaces that computers on it have; '*' at the end stands for any ending."),
        .optional(
            "gateway", ServiceShapes.gateway, "The front door through which people come to be on it, such as a VPN's."),
        .optional("fallback", .truth, otherwise: false, "Whether a computer that fits no network is taken to be here."),
        .optional(
            "aliases", .list(of: .alias(.network), "aliases"), otherwise: [], "Other names that people use for it."),
        .provenance
    ) { record, id, addresses, interfaces, gateway, isFallback, aliases, provenance in
        record.claim(addresses.map(\.value.description), "the address block", of: "addresses")
        record.claim(interfaces.map(\.value), "the interface", of: "interfaces")
        return Network(
            id: id, addresses: addresses, interfaces: interfaces, isFallback: isFallback,
            gateway: gateway, aliases: aliases, provenance: provenance)
    }
}

extension Record {
    fileprivate func claim(_ values: [String], _ what: String, of key: String) {
        let nodes = self[key]?.elements ?? []
        guard nodes.count == values.count else { return }
        for (value, node) in zip(values, nodes) {
            reading.claim(
                "\(what) \(value.quoted)", at: node["value"]?.place ?? node.place,
                next: "remove one of the two, or make one of them narrower")
        }
    }
}

extension Shape where Value == AddressBlock {
    /// A block of addresses in CIDR notation.
    static var addressBlock: Shape {
        let schema = Schema(["type": "string", "pattern": #"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"#, "maxLength": 49])
        return Shape(schema) { node, reading throws(Unreadable) in
            let text = try node.text("a block of addresses such as 10.0.0.0/8", reading)
            do throws(AddressNotationError) {
                return try AddressBlock(parsing: text)
            } catch {
                reading.tell(.textForm, at: node.place, error.what, accepted: error.why, next: error.next)
                throw Unreadable()
            }
        }
    }
}
