/// The lab as an inventory of `wheretoshare`: its file servers are storage systems with promises, its shares can be checked.
struct LabInventory {
    /// The parts of the lab that are described besides the servers that are always there.
    let parts: Set<LabPart>

    private var servers: [(host: LabHost, shares: [LabShare])] {
        let servers = LabHost.servers.map { ($0, LabShare.all) }
        return parts.contains(.directory) ? servers + [(.filer, LabDirectory.shares)] : servers
    }

    /// The text of each file, by its path in the inventory's folder.
    var files: [String: String] {
        var files = [
            "institution.yaml": institution, "groups.yaml": groups, "networks.yaml": networks,
            "policy/lab.yaml": policy, "texts/en.yaml": texts,
        ]
        for (server, shares) in servers { files["systems/\(server.rawValue).yaml"] = system(server, shares) }
        return files
    }

    // Where every statement comes from, at the end of a record or in a fact.
    private let provenance = "basis: derived, source: lab"

    private func fact(_ value: String) -> String { "{value: \(value), \(provenance)}" }

    private var institution: String {
        """
        institution:
          id: lab
          name: The lab
          owner: Whoever runs the tests
          languages: [en]
          contact: {name: Whoever runs the tests, email: nobody@\(LabHost.domain), \(provenance)}
        sources:
          - {id: lab, title: The lab's own set-up, read: 2026-01-01, review-by: 2099-12-31}
        vocabulary:
          levels: [{id: open}, {id: confidential}]
          tags:
            - {id: published, level: open, \(provenance)}
            - {id: unknown, level: confidential, stands-for-unknown: true, \(provenance)}
          group-kinds: [team]
          obligations:
            - id: campus
              kind: flag
              prerequisite: {parties: [sender, recipient], met-on: [campus\(parts.contains(.gateways) ? ", vpn, rdp" : "")]}

        """
    }

    private var groups: String {
        let shares = servers.flatMap { server, shares in shares.map { "\(server.rawValue)/\($0.name)" } }
        return """
            groups:
              - id: colleagues
                name: Colleagues
                kind: team
                shares: [\(shares.joined(separator: ", "))]
                \(record(indent: 4))

            """
    }

    private var networks: String {
        let gateways = """
              - id: vpn
                addresses: [\(fact(LabGateways.vpnBlock))]
                gateway:
                  host: \(fact(LabGateways.vpn))
                  kind: tls
                  addresses: [\(LabHost.gatewayOutside)/32]
                  \(record(indent: 6))
                \(record(indent: 4))
              - id: rdp
                addresses: [\(fact("\(LabHost.terminal.address)/32"))]
                gateway:
                  host: \(fact(LabGateways.remoteDesktop))
                  kind: rdp
                  addresses: [\(LabHost.terminal.address)/32]
                  \(record(indent: 6))
                \(record(indent: 4))

            """
        return """
            networks:
              - id: campus
                addresses: [\(fact(LabHost.campusBlock)), \(fact("'\(LabHost.campusBlock6)'"))]
                \(record(indent: 4))
              - id: world
                fallback: true
                \(record(indent: 4))

            """ + (parts.contains(.gateways) ? gateways : "")
    }

    private func system(_ server: LabHost, _ shares: [LabShare]) -> String {
        let addresses =
            ["\(server.address)/32"] + (server == .istsmb3 ? server.address6.map { ["'\($0)/128'"] } ?? [] : [])
        return """
            system: \(server.rawValue)
            host: \(fact(server.name))
            locations:
              windows: '\\\\{host}\\{share}\\{folder}'
              macos: smb://{host}/{share}/{folder}
              linux: smb://{host}/{share}/{folder}
            service:
              kind: smb
              addresses: [\(addresses.joined(separator: ", "))]
              internal-name: true
              server-names: [\(server.rawValue.uppercased())]
              least-dialect: "3.1.1"
              signing: false
              \(record(indent: 2))
            methods:
              - id: share
                reach: {audience: [user, group], through: common-share}
                actions: [share]
                exposure: 10
                steps: [{id: copy, moves-data: true}]
                \(record(indent: 4))
            shares:
            \(shares.map(share).joined(separator: "\n"))
            \(record(indent: 0))

            """
    }

    private func share(_ share: LabShare) -> String {
        let write = share == .readOnly || share == .groups ? "" : ", write-folder: \(LabShare.writeFolder)"
        return """
              - id: \(share.name)
                method: share
                name: \(fact(share.name))
                check: {canary: \(LabShare.canary), canary-sha256: \(LabShare.canaryDigest)\(write)}
                \(record(indent: 4))
            """
    }

    private var policy: String {
        """
        rules:
          - id: from-the-campus
            effect: require
            when: {network: {none-of: [campus]}}
            obligations: {campus: true}
            \(record(indent: 4))
          - id: everything-is-allowed
            effect: permit
            \(record(indent: 4))
          - id: ask-about-the-rest
            effect: refer
            \(record(indent: 4))

        """
    }

    private var texts: String {
        let servers = servers.map(\.host.rawValue)
        let gateways = parts.contains(.gateways) ? ", vpn: the VPN, rdp: Remote Desktop" : ""
        return """
            systems: {\(servers.map { "\($0): \($0)" }.joined(separator: ", "))}
            methods: {\(servers.map { "\($0)/share: a share on \($0)" }.joined(separator: ", "))}
            headlines: {\(servers.map { "\($0)/share: Put it on \($0)" }.joined(separator: ", "))}
            levels: {open: open, confidential: confidential}
            tags: {published: published data, unknown: content that nobody has looked at}
            group-kinds: {team: team}
            networks: {campus: the campus, world: the world\(gateways)}
            obligations: {campus: be on the campus}
            rules:
              from-the-campus: the file servers are reached from the campus alone
              everything-is-allowed: it is but a lab
              ask-about-the-rest: nobody has decided this
            steps:
              copy: 'Copy {data} to {location}'
              need-campus: 'Connect to {networks}'

            """
    }

    // The keys that each record ends with, as lines of their own.
    private func record(indent: Int) -> String {
        provenance.split(separator: ", ").joined(separator: "\n" + String(repeating: " ", count: indent))
    }
}
