internal import SharingPolicy
internal import StorageModel

/// Fills the placeholders of an institution's texts for one way and one question.
struct Filling {
    private let wording: Wording
    private let values: [Placeholder: String]
    private let dataName: String?

    init(
        _ candidate: Candidate?, _ writer: RecommendationWriter, audience: [AudienceMember],
        _ understood: UnderstoodQuestion
    ) {
        let inventory = writer.inventory
        let wording = writer.wording
        let asked = understood.asked
        self.wording = wording
        dataName = wording.data(writer.request.dataName, andOthers: writer.request.otherPaths)
        var values: [Placeholder: String] = [:]
        values[.audience] = wording.list(audience.map(writer.name(of:)))
        values[.institution] = inventory.institution.name
        let contact = inventory.institution.contact
        let address = [contact.email, contact.phone, contact.url].compactMap { $0 }.first
        values[.contact] = address.map { "\(contact.name) (\($0))" } ?? contact.name
        values[.data] = dataName ?? wording(.yourData)
        values[.size] = asked.bytes.map { wording.size($0) }
        values[.files] = asked.files.map { wording.number($0) }
        if let candidate {
            let system = inventory.systems.first { $0.id == candidate.method.system }
            let share = system?.shares.first { $0.id == candidate.share }
            let method = system?.methods.first { $0.id == candidate.method }
            values[.system] = wording.texts[.systems, candidate.method.system]
            values[.share] = candidate.share?.text
            values[.location] = system?.location(of: share, on: writer.computer)
            values[.limit] = (method?.limits.totalBytes ?? method?.limits.fileBytes).map { wording.size($0.value) }
            for commitment in candidate.obligations {
                switch commitment.value {
                case .atMost(let days):
                    values[.days] = String(days)
                    values[.until] = wording.day(writer.policy.today.adding(days: days))
                case .oneOf(let choices):
                    let names = choices.map { wording.texts[.choices, "\(commitment.obligation)/\($0)"] }
                    values[.channels] = wording.list(names, joinedBy: .or)
                case .flag, .atLeast: break
                }
            }
        }
        values[.networks] = Self.networks(inventory, candidate, wording)
        self.values = values
    }

    /// The text of an id with everything filled that is known; a blank without a value becomes a dash.
    func callAsFunction(_ section: Texts.Section, _ id: String) -> String {
        wording.texts[section, id].fillingPlaceholders { name in
            Placeholder(rawValue: String(name)).map { values[$0] ?? "–" }
        }
    }

    /// A text ready to send; a line with a blank that has no value is left out.
    func message(_ id: PartID) -> String {
        let lines = wording.texts[.messages, id].split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { line in
            String(line).placeholderNames.compactMap(Placeholder.init(rawValue:)).allSatisfy { values[$0] != nil }
        }
        // For the recipient it is not "your data".
        let told = values.merging([.data: dataName ?? wording(.theData)]) { _, new in new }
        let text = kept.joined(separator: "\n").fillingPlaceholders { name in
            Placeholder(rawValue: String(name)).flatMap { told[$0] }
        }
        return String(text.reversed().drop { $0 == "\n" }.reversed())
    }

    private static func networks(_ inventory: Inventory, _ candidate: Candidate?, _ wording: Wording) -> String? {
        let needed = Set(candidate?.prerequisites.map(\.obligation) ?? [])
        for obligation in inventory.vocabulary.obligations where needed.isEmpty || needed.contains(obligation.id) {
            if case .networks(let networks)? = obligation.prerequisite?.witness {
                return wording.list(networks.map { wording.texts[.networks, $0] }, joinedBy: .or)
            }
        }
        return nil
    }
}
