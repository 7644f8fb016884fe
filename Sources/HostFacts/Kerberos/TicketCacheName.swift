internal import StorageModel

/// Where tickets are kept, as `KRB5CCNAME` and krb5.conf write it: a type, a colon and a place.
struct TicketCacheName: Hashable {
    /// How they are kept.
    var kind: TicketCacheSituation.Kind
    /// The type as it is written; `FILE` when none is.
    var type: String
    /// The place.
    var place: String

    /// Reads a name; one without a type is a file's.
    init(_ text: String) {
        guard !text.hasPrefix("/"), let colon = text.firstIndex(of: ":") else {
            self.init(kind: .file, type: "FILE", place: text)
            return
        }
        let type = String(text[..<colon])
        self.init(
            kind: TicketCacheSituation.Kind(rawValue: type) ?? .other, type: type,
            place: String(text[text.index(after: colon)...]))
    }

    private init(kind: TicketCacheSituation.Kind, type: String, place: String) {
        self.kind = kind
        self.type = type
        self.place = place
    }

    /// The name as programs take it.
    var text: String { "\(type):\(place)" }

    /// The name with the person's own folder left out.
    func shown(home: String?) -> String {
        guard let home, home.count > 1, place.hasPrefix(home) else { return text }
        let rest = place.dropFirst(home.count)
        guard rest.isEmpty || home.hasSuffix("/") || rest.hasPrefix("/") else { return text }
        return "\(type):~" + (home.hasSuffix("/") ? "/" : "") + rest
    }

    /// Puts in what a configuration leaves open (krb5.conf(5), parameter expansion).
    static func expanded(_ text: String, userID: UInt32, userName: String?, temporaryFolder: String) -> String {
        var expanded = text
        let values = [
            ("%{uid}", "\(userID)"), ("%{euid}", "\(userID)"), ("%{USERID}", "\(userID)"), ("%{null}", ""),
            ("%{username}", userName ?? "%{username}"), ("%{TEMP}", temporaryFolder),
        ]
        for (parameter, value) in values {
            expanded = expanded.split(separator: parameter, omittingEmptySubsequences: false).joined(separator: value)
        }
        return expanded
    }
}
