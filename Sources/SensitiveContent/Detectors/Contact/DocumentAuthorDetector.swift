internal import StorageModel

/// Who wrote, changed or measured something, by the fields about a document.
struct DocumentAuthorDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "document-author", tag: "personal", english: "author in the fields of a document",
            german: "Urheber in den Feldern eines Dokuments")
    }
    var triggers: [Trigger] { [.anchor(.value)] }
    var words: [String] {
        [
            "author", "authors", "creator", "last modified by", "lastmodifiedby", "modified by", "last author",
            "manager", "artist", "owner", "experimenter", "experimenter name", "operator", "operators name",
            "by line", "byline", "camera owner", "owner name", "initial creator", "reviewer",
            "company contact",
        ]
    }

    func examine(value text: Span<UInt8>) -> Match? {
        let end = min(text.count, 64)
        var letters = 0
        for position in 0..<end where text[position].isLetter || text[position] >= 0x80 { letters += 1 }
        guard letters >= 3 else { return nil }
        return Match(0, end, alone: .topic, inContext: .possible, mask: .initials)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        guard surroundings.part == .metadata else { return nil }
        // An organization or a program is nobody.
        return surroundings.near.contains(.organization) || surroundings.isThing ? nil : .possible
    }
}
