/// An inventory of places on this computer that take no connections.
public enum RefusedPlaces {
    /// Writes it into a folder, and answers the folder's path.
    public static func write(to folder: TemporaryFolder, checks: String) throws -> String {
        let names = ["files", "tapes"]
        let known = "basis: derived, source: tests"
        func table(_ entry: (String) -> String) -> String { "{\(names.map(entry).joined(separator: ", "))}" }
        try folder.write(
            """
            institution:
              id: tests
              name: The tests
              owner: Whoever tests
              languages: [en, de]
              contact: {name: Whoever tests, email: nobody@example.org, \(known)}
            sources: [{id: tests, title: The tests' own, read: 2026-01-01, review-by: 2099-12-31}]
            vocabulary:
              levels: [{id: open}, {id: closed}]
              tags: [{id: unknown, level: closed, stands-for-unknown: true, \(known)}]
              group-kinds: [team]
              obligations: []

            """, to: "inventory/institution.yaml")
        try folder.write(
            "groups: [{id: everybody, name: Everybody, kind: team, shares: [files/all], \(known)}]\n",
            to: "inventory/groups.yaml")
        try folder.write("networks: [{id: here, fallback: true, \(known)}]\n", to: "inventory/networks.yaml")
        try folder.write(
            """
            rules:
              - {id: everything-is-allowed, effect: permit, \(known)}
              - {id: ask-about-the-rest, effect: refer, \(known)}

            """, to: "inventory/policy/tests.yaml")
        for language in ["en", "de"] {
            try folder.write(
                """
                systems: \(table { "\($0): \($0)" })
                methods: \(table { "\($0)/share: a share on \($0)" })
                headlines: \(table { "\($0)/share: Put it on \($0)" })
                levels: {open: open, closed: closed}
                tags: {unknown: unknown content}
                group-kinds: {team: team}
                networks: {here: here}
                rules: {everything-is-allowed: it is but a test, ask-about-the-rest: nobody has decided this}
                steps: {copy: 'Copy {data} to {location}'}

                """, to: "inventory/texts/\(language).yaml")
        }
        for (number, name) in names.enumerated() {
            try folder.write(
                """
                system: \(name)
                host: {value: 127.77.0.\(number + 1), \(known)}
                locations: {linux: 'smb://{host}/{share}', macos: 'smb://{host}/{share}', windows: '\\\\{host}\\{share}'}
                service: {kind: smb, port: 9, \(known)}
                methods:
                  - id: share
                    reach: {audience: [group], through: common-share}
                    actions: [share]
                    exposure: 10
                    steps: [{id: copy, moves-data: true}]
                    basis: derived
                    source: tests
                shares:
                  - {id: all, method: share, name: {value: all, \(known)}, \(known)}
                basis: derived
                source: tests

                """, to: "inventory/systems/\(name).yaml")
        }
        try folder.write(checks, to: "inventory/checks.yaml")
        return folder.at("inventory")
    }
}
