internal import Diagnosis
internal import StorageModel

/// A diagnosis as JSON: an observation (schema `wheretoshare.check/1`) with what a diagnosis adds.
struct DiagnosisDocument: Encodable {
    /// What people quote when they call.
    var id: String
    /// How the question is answered, such as `broken` or `denied-as-intended`.
    var result: String
    /// The account that was asked about; null for the one that ran the program.
    @OrNull var person: String?
    /// What the check of the target alone took for the cause, when the root cause is another.
    @OrNull var seemed: String?
    /// What speaks for the cause, in words.
    var support: [String]
    var facts: Facts
    var hypotheses: [Hypothesis]
    /// The other places that were looked at.
    var witnesses: [Witness]
    /// A ticket in Markdown, without secrets.
    var ticket: String
    /// When the target was last seen healthy; null when nobody remembers.
    @OrNull var lastWorked: String?

    private let observation: ObservationDocument

    struct Hypothesis: Encodable {
        var cause: String
        /// `root`, `possible` or `ruled-out`.
        var state: String
        /// What speaks against it, in words.
        @OrNull var witness: String?
        /// The test that would tell it from the others, in words.
        @OrNull var test: String?
    }

    struct Witness: Encodable {
        var target: String
        var verdict: String
        @OrNull var cause: String?
        /// From where the history knows it; null for what was seen now.
        @OrNull var vantage: String?
        /// When that vantage looked.
        @OrNull var at: String?
        /// Since when it has been so.
        @OrNull var since: String?
        /// When it last worked there.
        @OrNull var lastWorked: String?
    }

    struct Facts: Encodable {
        var network: Network
        @OrNull var vpn: Tunnel?
        var route: [Route]
        @OrNull var resolver: Resolver?
        @OrNull var clock: Clock?
        @OrNull var tickets: Tickets?
        @OrNull var account: Account?
        @OrNull var firewall: [String]?
        var mounts: [Witness]

        struct Network: Encodable {
            @OrNull var id: String?
            @OrNull var isInside: Bool?
        }
        struct Tunnel: Encodable {
            var isUp: Bool
            var interfaces: [String]
        }
        struct Route: Encodable {
            var address: String
            /// `path`, `this-computer`, `none`, `unreachable`, `prohibited`, `blackhole` or `unknown`.
            var state: String
            @OrNull var interface: String?
            @OrNull var kind: String?
            @OrNull var gateway: String?
            @OrNull var source: String?
        }
        struct Resolver: Encodable {
            var servers: [String]
            var searchDomains: [String]
            var hostsFile: [String]
        }
        struct Clock: Encodable {
            @OrNull var isSynchronised: Bool?
            @OrNull var skewSeconds: Double?
        }
        struct Tickets: Encodable {
            var cache: String
            @OrNull var principal: String?
            /// `valid`, `expired`, `not-yet-valid`, `none` or `unreadable`.
            var state: String
            @OrNull var until: String?
        }
        struct Account: Encodable {
            var name: String
            var isKnownHere: Bool
            var groups: [String]
        }
    }

    init(_ report: DiagnosisReport, _ words: CheckWording) {
        let diagnosis = report.diagnosis
        let witnesses = WitnessWording(wording: words.wording)
        let cause = diagnosis.cause
        observation = ObservationDocument(
            diagnosis.observation, advice: cause.map { words.advice(on: $0).person }, seenFrom: report.vantage,
            at: report.at)
        id = report.id
        result = diagnosis.outcome.rawValue
        person = report.person
        seemed = diagnosis.seemed?.rawValue
        support = diagnosis.support.map(witnesses.text)
        facts = Facts(report.evidence)
        let language = words.wording.language
        hypotheses =
            [cause].compactMap(\.self).map { .init(cause: $0.rawValue, state: "root", witness: nil, test: nil) }
            + diagnosis.observation.alternatives.map { rival in
                .init(
                    cause: rival.rawValue, state: "possible", witness: nil,
                    test: rival.decidingTest(in: language)?.text)
            }
            + diagnosis.ruledOut.map { out in
                .init(cause: out.cause.rawValue, state: "ruled-out", witness: witnesses.text(out.witness), test: nil)
            }
        let others = report.evidence.witnesses + report.evidence.gateways + report.evidence.ticketServers
        self.witnesses =
            others.map { Witness($0) }
            + report.evidence.earlier.map { Witness($0, target: diagnosis.observation.target) }
        lastWorked = report.lastWorked?.at.description
        ticket = DiagnosisTicket(report: report, words: words).markdown
    }

    private enum Key: String, CodingKey {
        case id, result, person, seemed, support, facts, hypotheses, witnesses, ticket, lastWorked
    }

    func encode(to encoder: any Encoder) throws {
        try observation.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(result, forKey: .result)
        try container.encode(person, forKey: .person)
        try container.encode(seemed, forKey: .seemed)
        try container.encode(support, forKey: .support)
        try container.encode(facts, forKey: .facts)
        try container.encode(hypotheses, forKey: .hypotheses)
        try container.encode(witnesses, forKey: .witnesses)
        try container.encode(ticket, forKey: .ticket)
        try container.encode(lastWorked, forKey: .lastWorked)
    }
}

extension DiagnosisDocument.Witness {
    init(_ observation: Observation) {
        self.init(
            target: observation.target, verdict: observation.verdict.rawValue, cause: observation.cause?.rawValue,
            vantage: nil, at: nil, since: nil, lastWorked: nil)
    }

    init(_ look: EarlierLook, target: String) {
        func text(_ seconds: Int64) -> String { Moment(secondsSince1970: seconds).description }
        self.init(
            target: target, verdict: look.verdict.rawValue, cause: look.cause?.rawValue, vantage: look.vantage,
            at: text(look.at), since: text(look.since), lastWorked: look.lastWorked.map(text))
    }
}

extension DiagnosisDocument.Facts {
    init(_ evidence: AccessCase) {
        switch evidence.standing {
        case .inside(let id): network = Network(id: id.text, isInside: true)
        case .outside(let id): network = Network(id: id?.text, isInside: false)
        case .unknown: network = Network(id: nil, isInside: nil)
        }
        mounts = evidence.mounts.map { DiagnosisDocument.Witness($0) }
        route = (evidence.situation?.routes ?? []).map(Route.init)
        guard let situation = evidence.situation else { return }
        vpn = situation.virtualNetworks.map { Tunnel(isUp: !$0.isEmpty, interfaces: $0.map(\.name)) }
        resolver = (situation.names.settingsBehind?.value ?? situation.names.settings.value).map { settings in
            Resolver(
                servers: settings.servers.map(\.description), searchDomains: settings.searchDomains,
                hostsFile: (situation.names.hostsEntries.value ?? []).map(\.address.description))
        }
        let skew = evidence.sighting.greetings.lazy.compactMap { $0.greeting?.clockSkewSeconds }.first
        clock = Clock(
            isSynchronised: situation.clock.discipline.value?.isSynchronised,
            skewSeconds: skew.map { ($0 * 1_000).rounded() / 1_000 })
        tickets = Tickets(situation.kerberos.cache, at: evidence.now)
        switch situation.account.value {
        case .found(let known): account = Account(name: known.name, isKnownHere: true, groups: known.groups)
        case .unknownHere(let name): account = Account(name: name, isKnownHere: false, groups: [])
        case nil: break
        }
        firewall = situation.firewall.value?.rules.map { rule in
            ([rule.family, rule.table, rule.chain] + [rule.verdict.rawValue]).joined(separator: " ")
        }
    }
}

extension DiagnosisDocument.Facts.Route {
    init(_ route: Route) {
        address = route.address.description
        state =
            switch route.outcome {
            case .known(.path): "path"
            case .known(.thisComputer): "this-computer"
            case .known(.none): "none"
            case .known(.unreachable): "unreachable"
            case .known(.prohibited): "prohibited"
            case .known(.blackhole): "blackhole"
            case .unknown: "unknown"
            }
        interface = route.path?.interface
        kind = route.path?.kind.id
        gateway = route.path?.gateway?.description
        source = route.path?.source?.description
    }
}

extension DiagnosisDocument.Facts.Tickets {
    init(_ cache: TicketCacheSituation, at now: Int64) {
        self.cache = cache.kind.rawValue
        switch cache.tickets {
        case .unknown(.missing): state = "none"
        case .unknown: state = "unreadable"
        case .known(let held):
            principal = "\(held.principal)@\(held.realm)"
            state = held.grantingTicket?.state(at: now).rawValue ?? "none"
            until = held.grantingTicket.map { Moment(secondsSince1970: $0.end).description }
        }
    }
}
