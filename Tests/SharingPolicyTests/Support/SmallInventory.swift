import SharingPolicy
import StorageModel

/// A small inventory put together in code, for tests of the engine alone.
///
/// One file server `disk` with a share each for `red`, `blue` and both; a cloud with an inside and an outside link;
/// three levels.
struct SmallInventory {
    static let today = CalendarDate(daysSince1970: 20_000)
    static let provenance = Provenance(
        basis: .stated, source: "book", paragraph: "1", reviewBy: today.adding(days: 100))

    var value: Inventory

    init(rules: [Rule] = []) {
        let provenance = Self.provenance
        let optional = Fact(Support.optional, provenance)
        let vocabulary = Vocabulary(
            levels: [Level(id: "open"), Level(id: "inside"), Level(id: "closed")],
            tags: [
                Tag(id: "news", level: "open", provenance: provenance),
                Tag(id: "names", level: "inside", provenance: provenance),
                Tag(id: "health", level: "closed", provenance: provenance),
                Tag(id: "unknown", level: "closed", standsForUnknown: true, provenance: provenance),
            ],
            groupKinds: [GroupKind(id: "team"), GroupKind(id: "office")],
            facets: [Facet(id: "device", values: ["ours", "private"], ifUnknown: "private")],
            obligations: [
                Obligation(id: "password", kind: .flag), Obligation(id: "expiry", kind: .atMost(unit: "days")),
                Obligation(id: "length", kind: .atLeast(unit: "characters")),
                Obligation(id: "channel", kind: .oneOf(["sms", "phone", "chat"])),
                Obligation(
                    id: "tunnel", kind: .flag,
                    prerequisite: Prerequisite(parties: [.sender, .recipient], witness: .networks(["home"]))),
            ])
        let disk = StorageSystem(
            id: "disk", host: Fact("disk.example", provenance),
            locations: [.linux: "smb://{host}/{share}/{folder}", .windows: #"\\{host}\{share}\{folder}"#],
            shares: ["red", "blue", "both"].map {
                Share(
                    id: ShareID(system: "disk", name: $0), method: "disk/folder", name: Fact($0, provenance),
                    provenance: provenance)
            },
            methods: [
                Method(
                    id: "disk/folder", reach: Reach(audience: [.group, .user], through: .commonShare),
                    actions: [.share], exposure: 1, capabilities: ["tunnel": Fact(.enforced, provenance)],
                    steps: [MethodPart(id: "copy", movesData: true), MethodPart(id: "tell")], provenance: provenance)
            ],
            provenance: provenance)
        let cloud = StorageSystem(
            id: "cloud",
            methods: [
                Method(
                    id: "cloud/inside", reach: Reach(audience: [.user, .group, .internal], through: .everyone),
                    actions: [.share], exposure: 2, limits: Limits(totalBytes: Fact(1_000, provenance)),
                    steps: [MethodPart(id: "send")], provenance: provenance),
                Method(
                    id: "cloud/outside", reach: Reach(audience: AudienceKind.allCases, through: .everyone),
                    actions: [.share], exposure: 4,
                    limits: Limits(fileBytes: Fact(500, provenance), files: Fact(10, provenance)),
                    capabilities: [
                        "password": optional, "expiry": optional, "channel": optional, "length": optional,
                    ],
                    steps: [
                        MethodPart(id: "tick-password", obligation: "password"),
                        MethodPart(id: "set-expiry", obligation: "expiry"),
                        MethodPart(id: "call", obligation: "channel"), MethodPart(id: "choose", obligation: "length"),
                        MethodPart(id: "mail"),
                    ],
                    provenance: provenance),
            ],
            provenance: provenance)
        let texts = Texts(
            language: "en",
            entries: [
                .steps: Dictionary(
                    uniqueKeysWithValues: [
                        "copy", "tell", "send", "tick-password", "set-expiry", "call", "choose", "mail", "need-tunnel",
                    ].map { ($0, $0) })
            ])
        value = Inventory(
            institution: Institution(
                id: "small", name: "Small", owner: "us", languages: ["en"],
                contact: Contact(name: "desk", email: "desk@example.org", phone: nil, url: nil, provenance: provenance)),
            vocabulary: vocabulary,
            sources: [
                Source(id: "book", title: "Book", read: Self.today, reviewBy: provenance.reviewBy)
            ],
            systems: [disk, cloud],
            groups: [
                Group(id: "red", name: "Red", kind: "team", shares: ["disk/red", "disk/both"], provenance: provenance),
                Group(
                    id: "blue", name: "Blue", kind: "team", shares: ["disk/blue", "disk/both"], provenance: provenance),
                Group(id: "pink", name: "Pink", kind: "office", partOf: "red", provenance: provenance),
                Group(id: "grey", name: "Grey", kind: "office", provenance: provenance),
            ],
            networks: [
                Network(id: "home", provenance: provenance),
                Network(id: "away", isFallback: true, provenance: provenance),
            ],
            rules: rules, texts: [texts], revision: "0")
    }

    func policy(today: CalendarDate = SmallInventory.today) -> CompiledPolicy { CompiledPolicy(value, today: today) }

    /// A rule with a condition that is edited in place.
    static func rule(
        _ id: RuleID, _ effect: Rule.Effect, obligations: [ObligationID: ObligationValue] = [:], weight: Int = 0,
        _ edit: (inout Condition) -> Void = { _ in }
    ) -> Rule {
        var condition = Condition()
        edit(&condition)
        return Rule(
            id: id, effect: effect, when: condition, obligations: obligations, weight: weight, provenance: provenance)
    }

    /// A question whose content is declared, so that nothing about it is unknown.
    static func question(_ audience: [AudienceMember], level: LevelID? = "open") -> Question {
        var question = Question(audience: audience)
        question.declaredLevel = level
        question.network = "home"
        return question
    }
}

extension Decision {
    func exclusion(_ method: MethodID) -> Exclusion? { excluded.first { $0.method == method } }

    func commitment(_ obligation: ObligationID) -> Commitment? {
        recommended?.obligations.first { $0.obligation == obligation }
    }
}
