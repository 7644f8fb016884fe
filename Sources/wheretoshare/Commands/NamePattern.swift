/// A part of a name, in which `*` stands for any characters and `?` for one; the case of letters does not matter.
///
/// Matching takes time in proportion to the length of the name times that of the pattern, whatever is in them.
struct NamePattern {
    /// The greatest length of a pattern, in characters.
    static let longest = 1_000

    private let parts: [Character]

    /// The pattern that somebody wrote; nil when it is empty or too long.
    init?(_ text: String) {
        guard !text.isEmpty, text.count <= Self.longest else { return nil }
        // A name need only have it somewhere.
        var parts: [Character] = ["*"]
        for part in text.lowercased() + "*" where part != "*" || parts.last != "*" { parts.append(part) }
        self.parts = parts
    }

    /// Whether a name has the part.
    func matches(_ name: String) -> Bool {
        let name = Array(name.lowercased())
        var place = 0
        var part = 0
        // Where the last star stands, and up to where it has been given characters; no earlier star has to be tried again.
        var star = 0
        var taken = 0
        while place < name.count {
            if part < parts.count, parts[part] == "*" {
                star = part
                taken = place
                part += 1
            } else if part < parts.count, parts[part] == "?" || parts[part] == name[place] {
                part += 1
                place += 1
            } else {
                part = star + 1
                taken += 1
                place = taken
            }
        }
        return parts[part...].allSatisfy { $0 == "*" }
    }
}
