import StorageModel

/// Makes an inventory in which no stored property keeps its default, every case occurs and no two texts are alike.
///
/// It means nothing and would pass no check; it is only as full as an inventory can be. ``SampleTests`` finds what is
/// missing.
struct SampleInventory {
    private var count = 0

    /// The inventory; the same at every call.
    static var full: Inventory {
        var sample = SampleInventory()
        return sample.inventory()
    }

    /// An inventory in which everything that can be absent or empty is.
    static var bare: Inventory {
        let provenance = Provenance(basis: .stated, source: "", reviewBy: CalendarDate(daysSince1970: 0))
        let reach = Reach(audience: [], through: .commonShare)
        return Inventory(
            institution: Institution(
                id: "", name: "", owner: "", languages: [],
                contact: Contact(name: "", email: nil, phone: nil, url: nil, provenance: provenance)),
            vocabulary: Vocabulary(levels: [], tags: [], groupKinds: [], facets: [], obligations: []),
            sources: [Source(id: "", title: "", read: provenance.reviewBy, reviewBy: provenance.reviewBy)],
            systems: [
                StorageSystem(id: "", provenance: provenance),
                StorageSystem(
                    id: "",
                    methods: [Method(id: "", reach: reach, actions: [], exposure: 0, provenance: provenance)],
                    provenance: provenance),
            ],
            groups: [Group(id: "", name: "", kind: "", provenance: provenance)],
            networks: [Network(id: "", provenance: provenance)],
            rules: [Rule(id: "", effect: .permit, when: Condition(), provenance: provenance)],
            cases: [PolicyCase(name: "", question: Question(audience: []), expectation: Expectation())],
            texts: [], revision: "")
    }

    private mutating func number() -> Int {
        count += 1
        return count
    }

    private mutating func text(_ stem: String) -> String { "\(stem)-\(number())" }

    private mutating func id<Subject>(_ stem: String) -> Identifier<Subject> { Identifier(text(stem)) }

    private mutating func ids<Subject>(_ stem: String) -> [Identifier<Subject>] { [id(stem), id(stem)] }

    private mutating func texts(_ stem: String) -> [String] { [text(stem), text(stem)] }

    private mutating func day() -> CalendarDate { CalendarDate(daysSince1970: 20_000 + number()) }

    private mutating func provenance() -> Provenance {
        let bases = Basis.allCases
        return Provenance(
            basis: bases[number() % bases.count], source: id("source"), paragraph: text("Absatz §"), reviewBy: day())
    }

    private mutating func fact<Value>(_ value: Value) -> Fact<Value> { Fact(value, provenance()) }

    private mutating func parts(_ stem: String) -> [MethodPart] {
        [MethodPart(id: id(stem), obligation: id("obligation"), movesData: true), MethodPart(id: id(stem))]
    }

    private mutating func inventory() -> Inventory {
        Inventory(
            institution: institution(), vocabulary: vocabulary(),
            sources: [
                Source(
                    id: id("source"), title: text("Title"), url: text("https://x.example"), read: day(), reviewBy: day()
                )
            ],
            systems: Service.Kind.allCases.map { system($0) } + [
                StorageSystem(id: id("system"), provenance: provenance())
            ],
            groups: [group(), group()], networks: [network()],
            rules: Rule.Effect.allCases.map { rule($0) }, invariants: promises().map { invariant($0) },
            impossibilities: [Impossibility(id: id("impossible"), when: condition())],
            exemptions: [
                Exemption(
                    id: id("exemption"), lifts: id("rule"), when: condition(), grantedBy: text("Director"),
                    reason: text("Reason"), until: day())
            ],
            cases: Outcome.allCases.indices.map { policyCase($0) },
            detectors: ContentDetector.Strength.allCases.map { detector($0) },
            publicValues: [
                PublicValues(detector: text("detector"), values: texts("value"), provenance: provenance())
            ],
            texts: [allTexts(), Texts(language: "de", entries: [:])], checks: checks(),
            revision: text("revision"))
    }
}

// MARK: Institution and vocabulary

extension SampleInventory {
    private mutating func checks() -> CheckPolicy {
        CheckPolicy(
            observationDays: number(), summaryDays: number(), failingLooks: number(), looks: number(),
            pauseSeconds: number(), jitterSeconds: number(), missingHours: number(),
            windows: [
                MaintenanceWindow(
                    id: text("window"), targets: texts("system"),
                    time: .weekly(weekday: number(), minute: number(), minutes: number()), reason: text("Reason")),
                MaintenanceWindow(id: text("window"), targets: [], time: .days(day(), day()), reason: text("Reason")),
            ],
            outages: [
                ExpectedOutage(
                    id: text("outage"), targets: texts("system"), networks: ids("network"), until: day(),
                    reason: text("Reason"))
            ])
    }

    private mutating func detector(_ strength: ContentDetector.Strength) -> ContentDetector {
        ContentDetector(
            id: id("detector"), names: ["en": text("name"), "de": text("Name")], tag: id("tag"),
            pattern: text("pattern"), check: text("check"), values: texts("value"), prefixes: texts("prefix"),
            words: texts("word"), alone: strength, nearWord: strength, examples: texts("example"),
            counterExamples: texts("counter-example"), provenance: provenance())
    }

    private mutating func institution() -> Institution {
        Institution(
            id: text("institution"), name: text("Institute"), owner: text("Owner"), languages: ["en", "de"],
            contact: Contact(
                name: text("Desk"), email: text("desk@x.example"), phone: text("+43 1"), url: text("https://x.example"),
                provenance: provenance()))
    }

    private mutating func vocabulary() -> Vocabulary {
        Vocabulary(
            levels: [Level(id: id("level"), aliases: texts("alias")), Level(id: id("level"))],
            tags: [
                Tag(
                    id: id("tag"), level: id("level"), aliases: texts("alias"), foundAs: ids("kind"),
                    standsForUnknown: true,
                    provenance: provenance())
            ],
            groupKinds: [GroupKind(id: id("kind"))],
            facets: [Facet(id: id("facet"), values: texts("value"), ifUnknown: text("value"))],
            obligations: obligations())
    }

    private mutating func obligations() -> [Obligation] {
        let kinds: [Obligation.Kind] = [
            .flag, .atMost(unit: text("days")), .atLeast(unit: text("characters")), .oneOf(texts("choice")),
        ]
        let account = Prerequisite(parties: Party.allCases.reversed(), witness: .account)
        let networks = Prerequisite(parties: [.recipient], witness: .networks(ids("network")))
        return [
            Obligation(id: id("obligation"), kind: kinds[0], prerequisite: account),
            Obligation(id: id("obligation"), kind: kinds[1], prerequisite: networks),
            Obligation(id: id("obligation"), kind: kinds[2]),
            Obligation(id: id("obligation"), kind: kinds[3]),
        ]
    }

    private mutating func allTexts() -> Texts {
        var entries: [Texts.Section: [String: String]] = [:]
        for section in Texts.Section.allCases {
            entries[section] = [text("key"): text("Größe und 容量 🗄️"), text("key"): text("line\nline\t\u{0}")]
        }
        return Texts(language: "en", entries: entries)
    }
}

// MARK: Places and people

extension SampleInventory {
    private mutating func system(_ kind: Service.Kind) -> StorageSystem {
        StorageSystem(
            id: id("system"), host: fact(text("host")), hostAliases: texts("host"),
            locations: [.windows: text("\\\\{host}"), .macos: text("smb://{host}"), .linux: text("/mnt")],
            shares: [share(), share()], methods: Reach.Through.allCases.map { method($0) }, service: service(kind),
            availableFrom: day(),
            retiresOn: day(), provenance: provenance())
    }

    private mutating func share() -> Share {
        Share(
            id: id("system/share"), method: id("system/method"), name: fact(text("share")),
            folder: text("folder/folder"),
            check: ShareCheck(canary: text("canary"), canaryDigest: text("digest"), writeFolder: text("folder")),
            provenance: provenance())
    }

    private mutating func service(_ kind: Service.Kind) -> Service {
        Service(
            kind: kind, port: UInt16(number()),
            promise: ServicePromise(
                addresses: [AddressBlock("10.21.0.0/16")].compactMap(\.self), isInternalName: kind == .smb,
                serverNames: texts("SERVER"), serverGUID: GUID(UInt64(number()), UInt64(number())),
                leastDialect: .smb3_0, requiresSigning: true, requiresEncryption: true),
            provenance: provenance())
    }

    private mutating func method(_ through: Reach.Through) -> Method {
        var capabilities: [ObligationID: Fact<Support>] = [:]
        for support in Support.allCases { capabilities[id("obligation")] = fact(support) }
        return Method(
            id: id("system/method"), reach: Reach(audience: AudienceKind.allCases, through: through),
            actions: Action.allCases, exposure: number(),
            limits: Limits(
                totalBytes: fact(UInt64(number()) << 54), fileBytes: fact(UInt64.max), files: fact(number() << 20)),
            capabilities: capabilities, steps: parts("step"), messages: parts("message"), warnings: parts("warning"),
            provenance: provenance())
    }

    private mutating func group() -> Group {
        Group(
            id: id("group"), name: text("Group"), kind: id("kind"), partOf: id("group"), shares: ids("system/share"),
            accountGroups: texts("grp"), aliases: texts("alias"), provenance: provenance())
    }

    private mutating func network() -> Network {
        let addresses = ["10.\(number()).0.0/16", "2001:db8:\(number())::/48", "::/0", "192.0.2.\(number())/32"]
        return Network(
            id: id("network"), addresses: addresses.compactMap { AddressBlock($0) }.map { fact($0) },
            interfaces: [fact(text("tun")), fact(text("wg"))], isFallback: true,
            gateway: Gateway(host: fact(text("gate")), service: service(.tls)), aliases: texts("alias"),
            provenance: provenance())
    }
}

// MARK: Policy and questions

extension SampleInventory {
    private mutating func rule(_ effect: Rule.Effect) -> Rule {
        // One condition is enough; more would only make the tests slower.
        Rule(
            id: id("rule"), effect: effect, when: effect == .permit ? condition() : Condition(), obligations: demands(),
            weight: number(), isGuardrail: true,
            provenance: provenance())
    }

    private mutating func invariant(_ promise: Invariant.Promise) -> Invariant {
        var when = Condition()
        when.facets = [id("facet"): Test(anyOf: texts("value"))]
        return Invariant(
            id: id("invariant"), title: text("Title"), when: when, promise: promise, provenance: provenance())
    }

    private mutating func promises() -> [Invariant.Promise] {
        [
            .neverAllowed, .carries(ids("obligation"), suggestionIsEnough: true),
            .carries(ids("obligation"), suggestionIsEnough: false), .hasSteps(ids("step")), .lacksSteps(ids("step")),
            .outcome(Outcome.allCases),
        ]
    }

    private mutating func demands() -> [ObligationID: ObligationValue] {
        [
            id("obligation"): .flag, id("obligation"): .atMost(number()), id("obligation"): .atLeast(-number()),
            id("obligation"): .oneOf(texts("choice")),
        ]
    }

    private mutating func test<Subject>(_ stem: String) -> Test<Identifier<Subject>> {
        Test(anyOf: ids(stem), noneOf: ids(stem), atLeast: id(stem), atMost: id(stem))
    }

    private mutating func condition() -> Condition {
        var condition = Condition()
        condition.method = test("system/method")
        condition.system = test("system")
        condition.audience = Test(anyOf: [.user, .group], noneOf: [.internal], atLeast: .external, atMost: .publish)
        condition.groupKind = test("kind")
        condition.action = Test(anyOf: [.share, .receive], noneOf: [.archive], atLeast: .compute, atMost: .publish)
        condition.level = test("level")
        condition.knownLevel = test("level")
        condition.tags = TagTest(hasAnyOf: ids("tag"), hasNoneOf: ids("tag"))
        condition.network = test("network")
        condition.bytes = Test(
            anyOf: [UInt64(number())], noneOf: [UInt64(number()), 0], atLeast: UInt64(number()), atMost: .max)
        let values = Test(anyOf: texts("value"), noneOf: texts("value"), atLeast: text("value"), atMost: text("value"))
        condition.facets = [id("facet"): values, id("facet"): Test(anyOf: texts("value"))]
        return condition
    }

    private mutating func policyCase(_ index: Int) -> PolicyCase {
        PolicyCase(name: text("case"), question: question(index), expectation: expectation(Outcome.allCases[index]))
    }

    private mutating func question(_ index: Int) -> Question {
        let actions = Action.allCases
        let inspections = Inspection.allCases
        var question = Question(
            audience: [
                .group(id("group")), .user(text("user"), groups: ids("group")), .user(text("user"), groups: nil),
                .user(text("user"), groups: []), .internal, .external(text("address")), .external(nil), .anyone,
                .publish,
            ], action: actions[index % actions.count])
        question.declaredLevel = id("level")
        question.tags = TagClaim.Ground.allCases.map { TagClaim(id("tag"), because: $0, files: texts("file")) }
        question.inspection = inspections[index % inspections.count]
        question.bytes = UInt64(number())
        question.largestFileBytes = UInt64(number())
        question.files = number()
        question.network = id("network")
        question.asker = Asker(account: text("account"), groups: ids("group"))
        question.facets = [id("facet"): text("value"), id("facet"): text("value")]
        question.lyingOn = id("system/share")
        return question
    }

    private mutating func expectation(_ outcome: Outcome) -> Expectation {
        var expectation = Expectation()
        expectation.outcome = outcome
        expectation.recommended = id("system/method")
        expectation.share = id("system/share")
        expectation.obligations = demands()
        expectation.alternatives = ids("system/method")
        expectation.excluded = ids("system/method")
        expectation.forbidden = [id("system/method"): ids("rule"), id("system/method"): []]
        expectation.steps = ids("step")
        expectation.notes = texts("note")
        return expectation
    }
}
