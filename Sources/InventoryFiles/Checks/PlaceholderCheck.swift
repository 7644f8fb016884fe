import StorageModel

/// Finds words in braces that nothing fills in.
enum PlaceholderCheck {
    /// Tells every brace that does not begin one of the allowed placeholders.
    static func tellUnknown(in text: String, at place: Place, allowed: [String], _ reading: Reading) {
        var told: Set<String> = []
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            rest = rest[rest.index(after: brace)...]
            let name = rest.prefix { $0 != "}" && $0 != "{" && $0 != "\n" }
            let isClosed = name.endIndex < rest.endIndex && rest[name.endIndex] == "}"
            guard !isClosed || !allowed.contains(String(name)), told.insert(String(name)).inserted else { continue }
            tell(String(name.prefix(40)), isClosed: isClosed, at: place, allowed: allowed, reading)
        }
    }

    private static func tell(_ name: String, isClosed: Bool, at place: Place, allowed: [String], _ reading: Reading) {
        let suggestions = reading.suggestions(for: name, among: allowed).map { "{\($0)}" }
        let words = allowed.map { "{\($0)}" }.listing
        reading.tell(
            .placeholder, at: place,
            isClosed ? "nothing fills in {\(name.shown)}" : "the brace of '{\(name.shown)' is never closed",
            accepted: allowed.isEmpty ? "texts of this section have no words in braces" : words,
            suggestions: suggestions,
            next: suggestions.isEmpty ? "write one of these, or no brace" : "write \(suggestions.alternatives)")
    }
}
