import Foundation

/// An inventory of file servers at given addresses.
struct ServerInventory {
    /// Each server's address with its shares.
    let servers: [(address: String, shares: [String])]

    /// Writes it into a new folder.
    func write(to folder: URL) throws {
        var files = [
            "institution.yaml": institution, "groups.yaml": groups, "networks.yaml": networks,
            "policy/bench.yaml": policy, "texts/en.yaml": texts,
        ]
        for (place, server) in servers.enumerated() {
            files["systems/server\(place).yaml"] = system(place, server.address, server.shares)
        }
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private let provenance = "basis: derived, source: bench"
    private var names: [String] { servers.indices.map { "server\($0)" } }

    private var institution: String {
        """
        institution:
          id: bench
          name: The bench
          owner: Whoever measures
          languages: [en]
          contact: {name: Whoever measures, email: nobody@example.org, \(provenance)}
        sources: [{id: bench, title: The benchmark's own set-up, read: 2026-01-01, review-by: 2099-12-31}]
        vocabulary:
          levels: [{id: open}, {id: closed}]
          tags: [{id: unknown, level: closed, stands-for-unknown: true, \(provenance)}]
          group-kinds: [team]
          obligations: []

        """
    }

    private var groups: String {
        "groups: [{id: everybody, name: Everybody, kind: team, shares: [server0/share0], \(provenance)}]\n"
    }

    private var networks: String { "networks: [{id: here, fallback: true, \(provenance)}]\n" }

    private var policy: String {
        """
        rules:
          - {id: everything-is-allowed, effect: permit, \(provenance)}
          - {id: ask-about-the-rest, effect: refer, \(provenance)}

        """
    }

    private var texts: String {
        """
        systems: {\(names.map { "\($0): \($0)" }.joined(separator: ", "))}
        methods: {\(names.map { "\($0)/share: a share on \($0)" }.joined(separator: ", "))}
        headlines: {\(names.map { "\($0)/share: Put it on \($0)" }.joined(separator: ", "))}
        levels: {open: open, closed: closed}
        tags: {unknown: unknown content}
        group-kinds: {team: team}
        networks: {here: here}
        rules: {everything-is-allowed: it is but a bench, ask-about-the-rest: nobody has decided this}
        steps: {copy: 'Copy {data} to {location}'}

        """
    }

    private func system(_ place: Int, _ address: String, _ shares: [String]) -> String {
        let list = (shares.isEmpty ? ["share0"] : shares).map { share in
            "  - {id: \(share), method: share, name: {value: \(share), \(provenance)}, \(provenance)}\n"
        }
        return """
            system: server\(place)
            host: {value: \(address), \(provenance)}
            locations: {linux: 'smb://{host}/{share}', macos: 'smb://{host}/{share}', windows: '\\\\{host}\\{share}'}
            service: {kind: smb, \(provenance)}
            methods:
              - id: share
                reach: {audience: [group], through: common-share}
                actions: [share]
                exposure: 10
                steps: [{id: copy, moves-data: true}]
                basis: derived
                source: bench
            shares:
            \(list.joined())basis: derived
            source: bench

            """
    }
}
