internal import SharingPolicy
internal import StorageModel

/// Puts a decision into the words of one language, as a document.
struct RecommendationWriter {
    let inventory: Inventory
    let policy: CompiledPolicy
    let wording: Wording
    let request: Request
    let computer: OperatingSystem

    private let systems: [SystemID: StorageSystem]
    private let methods: [MethodID: Method]
    private let shares: [ShareID: Share]
    private let rules: [RuleID: Rule]
    private let sources: [SourceID: Source]
    private let groups: [GroupID: Group]

    init(policy: CompiledPolicy, wording: Wording, request: Request, computer: OperatingSystem) {
        self.policy = policy
        self.wording = wording
        self.request = request
        self.computer = computer
        let inventory = policy.inventory
        self.inventory = inventory
        func table<Key: Hashable, Value>(_ values: [Value], _ key: (Value) -> Key) -> [Key: Value] {
            Dictionary(values.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        }
        systems = table(inventory.systems, \.id)
        methods = table(inventory.systems.flatMap(\.methods), \.id)
        shares = table(inventory.systems.flatMap(\.shares), \.id)
        rules = table(inventory.rules, \.id)
        sources = table(inventory.sources, \.id)
        groups = table(inventory.groups, \.id)
    }

    /// The whole answer.
    func document(_ decision: Decision) -> RecommendationDocument {
        let understood = decision.question
        let contact = inventory.institution.contact
        return RecommendationDocument(
            language: wording.language.code, date: policy.today.description,
            inventory: .init(
                institution: inventory.institution.id, name: inventory.institution.name,
                revision: inventory.revision),
            question: question(understood), outcome: decision.outcome.rawValue,
            recommended: decision.recommended.map { way($0, decision.question) },
            alternatives: decision.alternatives.map { way($0, decision.question) },
            excluded: decision.excluded.map { closedWay($0, decision.question) },
            referrals: decision.referrals.map { reason($0, nil, decision.question) },
            nearest: decision.nearest.map { change($0) },
            split: decision.split.map { part in
                .init(
                    audience: part.audience.map(member), outcome: part.outcome.rawValue,
                    recommended: part.recommended.map { way($0, decision.question, audience: part.audience) })
            },
            alreadyThere: decision.alreadyThere.map { place($0) },
            contact: .init(name: contact.name, email: contact.email, phone: contact.phone, url: contact.url),
            scan: request.scan ?? .init(bytesTotal: understood.asked.bytes ?? 0), problems: request.problems)
    }

    // MARK: The question

    private func question(_ understood: UnderstoodQuestion) -> RecommendationDocument.AskedQuestion {
        let asked = understood.asked
        return .init(
            audience: asked.audience.map(member), action: asked.action.rawValue, level: understood.level.text,
            levelName: wording.texts[.levels, understood.level], levelSetBy: understood.levelSetBy.map(\.text),
            declaredLevel: asked.declaredLevel?.text,
            tags: understood.tags.map {
                .init(
                    id: $0.tag.text, name: wording.texts[.tags, $0.tag], because: $0.because.rawValue, files: $0.files)
            },
            contradictions: understood.contradictions.map {
                wording(
                    .contradiction, wording.texts[.levels, $0.declared], wording.texts[.tags, $0.found],
                    wording.texts[.levels, $0.level])
            },
            bytes: asked.bytes, largestFileBytes: asked.largestFileBytes, files: asked.files,
            folders: request.folders, kinds: request.kinds, data: request.dataName,
            otherPaths: request.otherPaths, pathInsideShare: request.pathInsideShare, network: understood.network.text,
            networkName: wording.texts[.networks, understood.network],
            networkBecause: request.networkBecause.rawValue, asker: asked.asker.account,
            askerGroups: asked.asker.groups?.map(\.text),
            facets: Dictionary(uniqueKeysWithValues: asked.facets.map { ($0.key.text, $0.value) }),
            lyingOn: asked.lyingOn?.text, inspection: asked.inspection.rawValue, on: computer.rawValue)
    }

    private func member(_ member: AudienceMember) -> RecommendationDocument.Member {
        var memberGroups: [String]?
        if case .user(_, let groups) = member { memberGroups = groups?.map(\.text) }
        return .init(kind: member.kind.rawValue, id: member.name, name: name(of: member), groups: memberGroups)
    }

    /// What people call a part of the audience.
    func name(of member: AudienceMember) -> String {
        switch member {
        case .group(let id): groups[id]?.name ?? id.text
        case .user("", _): wording(.someColleague)
        case .user(let name, _): wording(.colleague, name)
        case .internal: wording(.everyoneInside)
        case .external(let address): address ?? wording(.someoneOutside)
        case .anyone: wording(.anyoneWithLink)
        case .publish: wording(.theWorld)
        }
    }

    // MARK: Ways

    private func way(
        _ candidate: Candidate, _ understood: UnderstoodQuestion, audience: [AudienceMember]? = nil
    ) -> RecommendationDocument.Way {
        let system = systems[candidate.method.system]
        let share = candidate.share.flatMap { shares[$0] }
        let filling = Filling(candidate, self, audience: audience ?? understood.asked.audience, understood)
        let locations = OperatingSystem.allCases.compactMap { os in
            system?.location(of: share, on: os).map { RecommendationDocument.Location(os: os.rawValue, path: $0) }
        }
        return .init(
            method: candidate.method.text, name: filling(.methods, candidate.method.text),
            headline: filling(.headlines, candidate.method.text), system: candidate.method.system.text,
            share: candidate.share?.text, outcome: candidate.outcome.rawValue, locations: locations,
            obligations: candidate.obligations.map { demand($0, filling) },
            prerequisites: candidate.prerequisites.map {
                .init(
                    id: $0.obligation.text, who: $0.party.rawValue, met: $0.met.rawValue,
                    text: filling(.obligations, $0.obligation.text), rules: $0.rules.map(\.text))
            },
            steps: candidate.steps.map { filling(.steps, $0.id.text) }, stepIds: candidate.steps.map(\.id.text),
            messages: candidate.messages.map { .init(id: $0.text, text: filling.message($0)) },
            warnings: candidate.warnings.map { filling(.warnings, $0.text) },
            notes: candidate.notes.map { reason($0, filling, understood) },
            reasons: candidate.reasons.map { reason($0, filling, understood) },
            reliesOnPeople: candidate.reliesOnPeople.map { filling(.obligations, $0.text) },
            uncheckedLimits: candidate.uncheckedLimits.map(limit),
            assumptions: candidate.assumptions.map { statement($0, filling) },
            overdue: candidate.overdue.map { statement($0, filling) },
            exemptions: candidate.exemptions.compactMap { exemption($0) },
            live: .init(mountedAt: candidate.share.flatMap { request.mountPoints[$0] }))
    }

    private func demand(_ commitment: Commitment, _ filling: Filling) -> RecommendationDocument.Demand {
        let value: DemandValue =
            switch commitment.value {
            case .flag: .flag
            case .atMost(let number), .atLeast(let number): .number(number)
            case .oneOf(let choices): .choices(choices)
            }
        return .init(
            id: commitment.obligation.text, value: value, required: commitment.isRequired,
            text: filling(.obligations, commitment.obligation.text), rules: commitment.rules.map(\.text),
            decidedBy: commitment.decidedBy.map(\.text))
    }

    private func limit(_ limit: Limit) -> String {
        switch limit {
        case .totalBytes(let bytes): wording(.uncheckedTotal, wording.size(bytes))
        case .fileBytes(let bytes): wording(.uncheckedFile, wording.size(bytes))
        case .files(let count): wording(.uncheckedFiles, wording.number(count))
        }
    }

    private func exemption(_ id: PartID) -> String? {
        inventory.exemptions.first { $0.id == id }.map {
            wording(.exemptionUntil, id.text, $0.reason, $0.grantedBy, $0.until.description)
        }
    }

    private func statement(_ statement: Statement, _ filling: Filling) -> String {
        func systemName(_ id: SystemID) -> String { wording.texts[.systems, id] }
        return switch statement {
        case .host(let id): wording(.statementHost, systemName(id))
        case .share(let id): wording(.statementShare, id.text)
        case .shareName(let id): wording(.statementShareName, id.text)
        case .group(let id): wording(.statementGroup, groups[id]?.name ?? id.text)
        case .method(let id): wording(.statementMethod, filling(.methods, id.text))
        case .capability(let method, let obligation):
            wording(.statementCapability, filling(.methods, method.text), filling(.obligations, obligation.text))
        case .rule(let id): wording(.statementRule, id.text)
        case .tag(let id): wording(.statementTag, wording.texts[.tags, id])
        }
    }

    // MARK: Reasons

    private func reason(
        _ id: RuleID, _ filling: Filling?, _ understood: UnderstoodQuestion
    ) -> RecommendationDocument.Reason {
        let provenance = rules[id]?.provenance
        let words = filling ?? Filling(nil, self, audience: understood.asked.audience, understood)
        return .init(
            rule: id.text, text: words(.rules, id.text), basis: provenance?.basis.rawValue,
            source: provenance.map(source))
    }

    private func source(_ provenance: Provenance) -> String {
        let title = sources[provenance.source]?.title ?? provenance.source.text
        return provenance.paragraph.map { "\(title): \($0)" } ?? title
    }

    private func closedWay(
        _ exclusion: Exclusion, _ understood: UnderstoodQuestion
    ) -> RecommendationDocument.ClosedWay {
        let filling = Filling(nil, self, audience: understood.asked.audience, understood)
        return .init(
            method: exclusion.method.text, name: filling(.methods, exclusion.method.text),
            state: exclusion.state.rawValue,
            because: exclusion.causes.flatMap { reasons($0, filling, understood) },
            wouldNeed: exclusion.wouldNeed.map { words(for: $0.change) })
    }

    private func reasons(
        _ cause: ExclusionCause, _ filling: Filling, _ understood: UnderstoodQuestion
    ) -> [RecommendationDocument.Reason] {
        func plain(_ text: String) -> [RecommendationDocument.Reason] { [.init(text: text)] }
        switch cause {
        case .rule(let id): return [reason(id, filling, understood)]
        case .noRulePermits: return plain(wording(.noRulePermits))
        case .notFor(let kinds):
            let members = understood.asked.audience.filter { kinds.contains($0.kind) }
            return plain(wording(.notForAudience, wording.list(members.map(name), joinedBy: .or)))
        case .noCommonShare: return plain(wording(.noCommonShare))
        case .askerHasNoAccess(let share): return plain(wording(.askerHasNoAccess, share.text))
        case .membershipUnknown(let user):
            return plain(wording(.membershipUnknown, user.isEmpty ? wording(.someColleague) : user))
        case .otherActionsOnly(let actions):
            return plain(wording(.otherActions, actions.map { "--action \($0.rawValue)" }.joined(separator: ", ")))
        case .tooLarge(let bytes, let limit):
            return plain(wording(.tooLarge, wording.size(bytes), wording.size(limit)))
        case .fileTooLarge(let bytes, let limit):
            return plain(wording(.fileTooLarge, wording.size(bytes), wording.size(limit)))
        case .tooManyFiles(let files, let limit):
            return plain(wording(.tooManyFiles, wording.number(files), wording.number(limit)))
        case .notAvailableBefore(let day): return plain(wording(.notAvailableBefore, day.description))
        case .retiredOn(let day): return plain(wording(.retiredOn, day.description))
        case .lacks(let obligation, let rules):
            return plain(wording(.lacks, filling(.obligations, obligation.text)))
                + rules.map { reason($0, filling, understood) }
        case .contradictory(let obligation, let rules):
            let contact = inventory.institution.contact.name
            return plain(wording(.contradictory, filling(.obligations, obligation.text), contact))
                + rules.map { reason($0, filling, understood) }
        }
    }

    // MARK: Changes and places

    private func change(_ counterfactual: Counterfactual) -> RecommendationDocument.Change {
        let isWish: Bool =
            switch counterfactual.change {
            case .level, .bytes, .bytesBelow, .membership: true
            default: false
            }
        return .init(
            isInOnesHands: !isWish, text: words(for: counterfactual.change), method: counterfactual.method.text,
            name: wording.texts[.methods, counterfactual.method])
    }

    /// A change of the question, as a condition.
    func words(for change: Counterfactual.Change) -> String {
        switch change {
        case .level(let level): wording(.wouldNeedLevel, wording.texts[.levels, level])
        case .declare(let level): wording(.wouldNeedDeclare, wording.texts[.levels, level], level.text)
        case .audience(let members): wording(.wouldNeedAudience, wording.list(members.map(name)))
        case .action(let action): wording(.wouldNeedAction, wording.action(action), action.rawValue)
        case .network(let network): wording(.wouldNeedNetwork, wording.texts[.networks, network])
        case .bytes(let bytes): wording(.wouldNeedBytes, wording.size(bytes))
        case .bytesBelow(let bytes): wording(.wouldNeedFewerBytes, wording.size(bytes))
        case .facet(let facet, let value):
            wording(
                .wouldNeedFacet, wording.texts[.facets, facet], wording.texts[.facets, "\(facet)/\(value)"],
                facet.text, value)
        case .membership(let group): wording(.wouldNeedMembership, groups[group]?.name ?? group.text)
        }
    }

    private func place(_ there: AlreadyThere) -> RecommendationDocument.Place {
        let share = shares[there.share]
        let root = systems[there.share.system]?.location(of: share, on: computer)
        let path = root.map { root -> String in
            let inside = request.pathInsideShare ?? ""
            guard !inside.isEmpty else { return root }
            let separator = computer == .windows ? "\\" : "/"
            return root + separator + inside.split(separator: "/").joined(separator: separator)
        }
        return .init(
            share: there.share.text, path: path, mountedAt: request.mountPoints[there.share],
            visibleTo: there.visibleTo.map { groups[$0]?.name ?? $0.text }, reachesAudience: there.reachesAudience)
    }
}
