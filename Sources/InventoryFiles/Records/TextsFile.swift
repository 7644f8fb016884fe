import StorageModel

/// `texts/LANGUAGE.yaml`.
enum TextsFile {
    static let shape: Shape<Texts> = .record(
        "texts file",
        "The words of the inventory in one language; the file is named after the language, such as en.yaml.",
        .all(
            Texts.Section.allCases.map { section in
                .optional(section.rawValue, entries(section), otherwise: [:], section.sentence)
            })
    ) { record, sections in
        let language = Language(record.reading.file.stem)
        let check = TextCheck(language, in: record)
        record.reading.afterwards { draft, reading in check.run(draft, reading) }
        return Texts(
            language: language,
            entries: Dictionary(uniqueKeysWithValues: zip(Texts.Section.allCases, sections).filter { !$0.1.isEmpty }))
    }

    private static func entries(_ section: Texts.Section) -> Shape<[String: String]> {
        .table(of: key(section), to: text(section), "texts", isPartial: true)
    }

    /// Whether something has the key as its id is seen when everything is read.
    private static func key(_ section: Texts.Section) -> Shape<String> {
        Shape(Schema(["pattern": .text("^\(section.keyPattern)$")])) { node, reading throws(Unreadable) in
            try node.text("an id", reading)
        }
    }

    private static func text(_ section: Texts.Section) -> Shape<String> {
        let allowed = section.placeholders.map(\.rawValue)
        return .lines.map { text, node, reading in
            PlaceholderCheck.tellUnknown(in: text, at: node.place, allowed: allowed, reading)
            return text
        }
    }
}

extension Texts.Section {
    /// What belongs into the section, for editors.
    fileprivate var sentence: String {
        switch self {
        case .systems: "Names of systems, by id."
        case .methods: "Names of methods, by system/name, such as a share link on the cloud."
        case .headlines: "What to do with a method, by system/name, in one line that leads the answer; no full stop."
        case .levels: "Names of levels, by id."
        case .tags: "Names of tags, by id."
        case .groupKinds: "Names of kinds of group, by id."
        case .networks: "Names of networks, by id."
        case .facets: "Names of facets, by id, and of their values, by facet/value."
        case .obligations:
            "Obligations as conditions that a person reads, by id; {days}, {channels} and {networks} are filled in."
        case .choices: "Names of choices, by obligation/choice."
        case .rules: "Reasons of rules, by id."
        case .steps: "Steps of methods, by id, and of prerequisites, by need-OBLIGATION."
        case .messages: "Texts that are ready to send, by id; a mail begins with a line 'Subject: …'."
        case .warnings: "Traps to warn of, by id."
        case .impossible: "Why a question means nothing, and what to ask instead, by id."
        }
    }

    fileprivate var keyPattern: String {
        switch self {
        case .methods, .headlines, .choices: "\(IDForm.part)/\(IDForm.part)"
        case .facets: "\(IDForm.part)(/\(IDForm.part))?"
        default: IDForm.part
        }
    }

    /// What is filled into texts of the section; names are used as they are.
    fileprivate var placeholders: [Placeholder] {
        switch self {
        case .systems, .methods, .levels, .tags, .groupKinds, .networks, .facets, .choices: []
        case .obligations: [.days, .channels, .networks]
        case .headlines, .rules, .steps, .messages, .warnings, .impossible: Placeholder.allCases
        }
    }
}
