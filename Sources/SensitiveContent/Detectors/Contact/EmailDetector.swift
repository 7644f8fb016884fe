internal import StorageModel

/// Addresses of e-mail.
///
/// Source: RFC 5321, 4.5.3.1 for the lengths; the characters are those that providers give out, not all of RFC 5322.
struct EmailDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "email", tag: "personal", english: "e-mail address", german: "E-Mail-Adresse")
    }
    var triggers: [Trigger] { [.anchor(.at)] }
    var words: [String] {
        ["e mail", "email", "mail", "e mail adresse", "email address", "mailto", "kontakt", "contact"]
    }

    /// What the match's note says of the address.
    private enum Kind: Int {
        case organization, personal, role
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        var first = start
        while first > 0, first > start - 65, isLocal(text[first - 1]) { first -= 1 }
        while first < start, text[first] == UInt8(ascii: ".") || text[first] == UInt8(ascii: "-") { first += 1 }
        guard first < start, start - first <= 64, text[start - 1] != UInt8(ascii: ".") else { return nil }
        // Passwords in addresses of the web, and paths: user:secret@host, git@host:path.
        let before = text.byte(first - 1)
        if before == UInt8(ascii: "/") || before == UInt8(ascii: "@") { return nil }
        if before == UInt8(ascii: ":"),
            text.byte(first - 2) == UInt8(ascii: "/")
                || !text.byte(first - 2).isLetterOrDigit
                    && text.byte(first - 2) > 0x20
        {
            return nil
        }
        guard let last = domainEnd(text, from: end) else { return nil }
        let after = text.byte(last)
        if after == UInt8(ascii: "@") || after == UInt8(ascii: ":") && text.byte(last + 1) > 0x20 { return nil }
        let local = lower(text, first, start)
        let domain = lower(text, end, last)
        guard (first..<start).contains(where: { text[$0].isLetter }) else { return nil }
        if local == "git" || local == "svn" || local == "hg" { return nil }
        if isMessage(text, first, start) { return nil }
        let isSample =
            isReserved(domain) || local.hasPrefix("example") || holdsMustermann(text, first, start)
            || placeholders.contains(local)
        let kind: Kind =
            personalProviders.contains(domain) ? .personal : roles.contains(local) ? .role : .organization
        var match = Match(
            first, last, alone: .possible, inContext: .possible, isSample: isSample, mask: .mail, consumes: true,
            note: kind.rawValue)
        match.countsApart = kind == .personal
        return match
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        if surroundings.isCited || surroundings.isSoftware { return .topic }
        if match.note == Kind.role.rawValue { return .topic }
        let isPersons = surroundings.near.contains(.birth) || surroundings.near.contains(.personNumber)
        if isPersons { return .likely }
        return match.note == Kind.personal.rawValue && surroundings.near.contains(.nameLabel) ? .likely : .possible
    }

    func conclude(_ document: inout DocumentReading) {
        if document.isSourceCode || document.distinctWords(GroupSet(.software)) >= 5 {
            document.move(description.id, from: .possible, to: .topic)
        } else if document.distinctApart(description.id) >= 5, document.distinctWords(GroupSet(.software)) < 2 {
            // Five private addresses are people's, whatever the text is about.
            document.move(description.id, from: .possible, to: .likely)
        }
    }

    /// Whether the name of Germany's example of a person is part of it; the library's own search takes longer than all else.
    private func holdsMustermann(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var position = start
        while position + 10 <= end {
            if text.eight(at: position).lowered == muster, text[position + 8] | 0x20 == UInt8(ascii: "n"),
                text[position + 9] | 0x20 == UInt8(ascii: "n")
            {
                return true
            }
            position += 1
        }
        return false
    }

    /// Whether it begins with a time and a dot, as the name of a message does: `20120518071314.GA28061`.
    private func isMessage(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var position = start
        while position < end, text[position].isDigit { position += 1 }
        return position >= start + 12 && position < end - 1 && text[position] == UInt8(ascii: ".")
    }

    private func isLocal(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "'")
    }

    /// The end of a domain whose last label is a known one of the top level.
    private func domainEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        var position = start
        var label = start
        var labels = 0
        var end = start
        var last = start
        while position < text.count, position <= start + 255 {
            let byte = text[position]
            if byte.isLetterOrDigit || byte == UInt8(ascii: "-") {
                position += 1
                continue
            }
            guard position > label, text[label] != UInt8(ascii: "-") else { break }
            labels += 1
            last = label
            end = position
            guard byte == UInt8(ascii: "."), text.byte(position + 1).isLetterOrDigit else { break }
            position += 1
            label = position
        }
        if position == text.count, position > label {
            labels += 1
            last = label
            end = position
        }
        guard labels >= 2, end - last >= 2, end - last <= 24 else { return nil }
        for index in last..<end where !text[index].isLetter { return nil }
        if text.byte(end) >= 0xC3 && text.byte(end) != 0xE2 || text.byte(end) == UInt8(ascii: "_") { return nil }
        return end - last == 2 || topDomains.contains(lower(text, last, end)) ? end : nil
    }

    private func lower(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end - start)
        for index in start..<end { bytes.append(text[index].isUpperCase ? text[index] | 0x20 : text[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The domains that nobody can have: RFC 2606, RFC 6761, and what stands for one in examples.
    private func isReserved(_ domain: String) -> Bool {
        reservedEndings.contains { domain.hasSuffix($0) } || reservedBeginnings.contains { domain.hasPrefix($0) }
    }
}

/// The first eight bytes of the name of Germany's example of a person.
private let muster = Array("musterma".utf8).span.eight(at: 0).bits
private let reservedEndings = [
    ".example", ".test", ".invalid", ".localhost", ".local", ".example.com", ".example.org", ".example.net",
]
private let reservedBeginnings = ["example.", "domain.", "beispiel.", "muster.", "mustermann."]

/// Domains under which people have addresses of their own.
private let personalProviders: Set = [
    "gmail.com", "googlemail.com", "gmx.at", "gmx.de", "gmx.net", "gmx.ch", "gmx.com", "web.de", "hotmail.com",
    "hotmail.de", "hotmail.co.uk", "outlook.com", "outlook.de", "outlook.at", "live.com", "live.at", "live.de",
    "yahoo.com", "yahoo.de", "yahoo.co.uk", "yahoo.fr", "yahoo.it", "icloud.com", "me.com", "mac.com", "aol.com",
    "aol.de", "a1.net", "aon.at", "chello.at", "drei.at", "magenta.at", "tele2.at", "utanet.at", "liwest.at",
    "t-online.de", "freenet.de", "arcor.de", "posteo.de", "posteo.net", "mailbox.org", "protonmail.com", "proton.me",
    "pm.me", "bluewin.ch", "qq.com", "163.com", "126.com", "mail.ru", "yandex.ru", "seznam.cz", "wp.pl", "o2.pl",
    "onet.pl", "libero.it", "orange.fr", "free.fr", "laposte.net", "wanadoo.fr", "rediffmail.com", "msn.com",
    "tutanota.com", "hey.com", "fastmail.com", "zoho.com", "inode.at", "eunet.at", "kabsi.at", "sbg.at",
]

/// What stands for a name in instructions.
private let placeholders: Set = [
    "username", "user", "yourname", "your.name", "your-name", "firstname.lastname", "vorname.nachname", "john.doe",
    "jane.doe", "someone", "somebody", "foo", "name", "me", "you",
]

/// Who is no person.
private let roles: Set = [
    "info", "office", "contact", "kontakt", "support", "help", "helpdesk", "admin", "administrator", "webmaster",
    "postmaster", "hostmaster", "noreply", "no-reply", "donotreply", "sales", "service", "team", "mail", "press",
    "presse", "hr", "jobs", "library", "bibliothek", "security", "abuse", "root", "it", "bugs", "submit", "list",
    "editor", "editors", "editorial", "registry", "billing", "empfang", "sekretariat", "buchhaltung", "datenschutz",
]

/// Domains of the top level with more than two letters that have many addresses.
private let topDomains: Set = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name", "pro", "coop", "museum", "aero", "jobs",
    "mobi", "tel", "cat", "asia", "post", "eus", "gal", "wien", "tirol", "berlin", "bayern", "hamburg", "koeln",
    "cologne", "ruhr", "saarland", "swiss", "zuerich", "online", "email", "app", "dev", "cloud", "science", "academy",
    "university", "bio", "eco", "health", "care", "systems", "solutions", "consulting", "group", "team", "tech",
    "digital", "agency", "studio", "design", "art", "blog", "club", "live", "life", "world", "earth", "global",
    "international", "foundation", "institute", "example", "test", "invalid", "local", "xyz", "site", "website",
    "space", "store", "shop", "network", "zone", "one", "gmbh", "services", "center", "company", "media", "news",
    "expert", "legal", "law", "tax", "bank", "finance", "london", "paris", "nyc", "moscow", "tokyo", "beer",
]
