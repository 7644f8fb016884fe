/// A word in braces that a text may contain and that the answer fills in, such as `{location}`.
public enum Placeholder: String, CaseIterable, Sendable {
    /// Everybody who is to be reached, as people say it.
    case audience
    /// The path or address to go to, as the asker's computer writes it.
    case location
    /// The name of the system.
    case system
    /// The name of the share.
    case share
    /// How many days until a link expires.
    case days
    /// The day on which a link expires, as `2026-12-06`.
    case until
    /// The channels by which a password may be passed on.
    case channels
    /// The size of the data, such as `41.2 GB`.
    case size
    /// The number of files.
    case files
    /// What is shared, by its name.
    case data
    /// The limit that applies, such as `25 MB`.
    case limit
    /// The networks on which a prerequisite is met.
    case networks
    /// The desk or person to ask, with the first address that is known.
    case contact
    /// The name of the institution.
    case institution
}

extension String {
    /// The text with every `{name}` replaced by its value, in one pass, so that braces inside values stay what they
    /// are.
    ///
    /// A name without a value is left as it stands.
    public func fillingPlaceholders(_ value: (_ name: Substring) -> String?) -> String {
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(where: { $0 == "}" || $0 == "{" }) else {
                return result + rest[open...]
            }
            if inside[close] == "}", let filling = value(inside[..<close]) {
                result += filling
                rest = inside[inside.index(after: close)...]
            } else {
                result += rest[open..<close]
                rest = inside[close...]
                // A closing brace without a value belongs to the text.
                if rest.first == "}" {
                    result += "}"
                    rest = rest.dropFirst()
                }
            }
        }
        return result + rest
    }

    /// The names that stand in braces, in order.
    public var placeholderNames: [String] {
        var names: [String] = []
        _ = fillingPlaceholders { name in
            names.append(String(name))
            return nil
        }
        return names
    }
}
