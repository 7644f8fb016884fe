internal import StorageModel

extension ResolverSettings {
    /// Reads the text of resolv.conf as the C library does: unknown lines are passed over, and the last `search` or
    /// `domain` counts.
    init(parsing text: [UInt8]) {
        self.init()
        for line in ConfigurationLines.numbered(text) {
            guard let first = line.text.unicodeScalars.first, first != ";", first != "#" else { continue }
            // A keyword stands at the very beginning.
            guard first != " ", first != "\t" else { continue }
            let words = ConfigurationLines.words(line.text)
            guard let keyword = words.first else { continue }
            switch keyword {
            case "nameserver":
                // The zone of a link-local address is dropped: it names an interface, not another server.
                let written = words.dropFirst().first?.split(separator: "%").first.map { String($0) }
                if let address = written.flatMap({ IPAddress($0) }) {
                    servers.append(address)
                } else {
                    unusableLines.append(line.number)
                }
            case "domain": searchDomains = Array(words.dropFirst().prefix(1))
            case "search": searchDomains = Array(words.dropFirst())
            case "options": options += words.dropFirst()
            default: continue
            }
        }
    }

    /// Puts in what the environment says: `LOCALDOMAIN` in place of the domains, `RES_OPTIONS` beside the options.
    mutating func apply(_ environment: [String: String]) {
        if let domains = environment["LOCALDOMAIN"] { searchDomains = ConfigurationLines.words(domains) }
        if let more = environment["RES_OPTIONS"] { options += ConfigurationLines.words(more) }
    }
}
