internal import StorageModel

extension NameSources {
    /// Reads the line `hosts` of nsswitch.conf; nil when there is none, and the last one counts when there are several.
    init?(parsing text: [UInt8]) {
        var found: [String]?
        for line in ConfigurationLines.numbered(text) {
            let content = line.text.prefix { $0 != "#" }
            guard let colon = content.firstIndex(of: ":"), ConfigurationLines.words(content[..<colon]) == ["hosts"]
            else {
                continue
            }
            var services: [String] = []
            var isWithinAction = false
            for word in ConfigurationLines.words(content[content.index(after: colon)...]) {
                if word.hasPrefix("[") { isWithinAction = true }
                if !isWithinAction { services.append(word) }
                if word.hasSuffix("]") { isWithinAction = false }
            }
            found = services
        }
        guard let found else { return nil }
        self.init(services: found)
    }
}
