internal import StorageModel

extension QuestionSpace {
    /// Groups values that look the same, in the order in which each class first occurs.
    static func classes<Value: Sendable, Signature: Hashable>(
        of values: [Value], by signature: (Value) -> Signature
    ) -> [Class<Value>] {
        var places: [Signature: Int] = [:]
        var members: [[Value]] = []
        for value in values {
            let key = signature(value)
            if let place = places[key] {
                members[place].append(value)
            } else {
                places[key] = members.count
                members.append([value])
            }
        }
        return members.map { Class(value: $0[0], members: $0) }
    }

    /// Audiences of every sort: single groups of each make, pairs with and without a common share, colleagues, people
    /// outside, the world, and mixtures; each with an asker whose groups are unknown, all theirs, or none.
    static func allPeople(_ policy: CompiledPolicy) -> [People] {
        let groups = representativeGroups(policy)
        let members = groups.map { AudienceMember.group($0) }
        var audiences: [[AudienceMember]] = members.map { [$0] }
        audiences += pairs(members)
        audiences += groupsInCommon(policy).map { $0.map { .group($0) } }
        let single: [AudienceMember] =
            [.user("colleague", groups: nil), .internal, .external(nil), .anyone, .publish]
            + groups.map { .user("colleague", groups: [$0]) }
        audiences += single.map { [$0] }
        audiences += members.flatMap { group in single.prefix(4).map { [group, $0] } }
        audiences += pairs(Array(single.prefix(4)))
        audiences += pairs(members).prefix(8).map { $0 + [.external(nil)] }
        return audiences.flatMap { audience -> [People] in
            let theirs = audience.flatMap { member -> [GroupID] in
                switch member {
                case .group(let id): [id]
                case .user(_, let groups): groups ?? []
                default: []
                }
            }
            let known = theirs.isEmpty ? [[]] : [theirs, []]
            return [People(audience: audience, asker: Asker())]
                + known.map { People(audience: audience, asker: Asker(account: "asker", groups: $0)) }
        }
    }

    /// Up to two groups of each make: their kind and the methods that they have shares of.
    static func representativeGroups(_ policy: CompiledPolicy) -> [GroupID] {
        struct Make: Hashable {
            let kind: GroupKindID
            let methods: Set<MethodID>
        }
        var taken: [Make: Int] = [:]
        return policy.inventory.groups.sorted { $0.id < $1.id }.filter { group in
            let methods = policy.access.shares(of: group.id).map { policy.access.shares[$0].method }
            let make = Make(kind: group.kind, methods: Set(methods))
            taken[make, default: 0] += 1
            return taken[make, default: 0] <= 2
        }.map(\.id)
    }

    /// One pair of groups for each make of share that several groups have.
    static func groupsInCommon(_ policy: CompiledPolicy) -> [[GroupID]] {
        var owners: [ShareID: [GroupID]] = [:]
        for group in policy.inventory.groups {
            for share in group.shares { owners[share, default: []].append(group.id) }
        }
        return owners.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.prefix(24).map {
            Array($0.value.sorted().prefix(2))
        }
    }

    private static func pairs(_ members: [AudienceMember]) -> [[AudienceMember]] {
        members.indices.flatMap { first in members[(first + 1)...].map { [members[first], $0] } }
    }

    /// Every declared level with every set of tags; with more than ten tags, every set of up to three and the full one.
    static func allContents(_ vocabulary: Vocabulary) -> [Content] {
        let tags = vocabulary.tags.map(\.id)
        let sets: [[TagID]] =
            if tags.count <= 10 {
                (0..<(1 << tags.count)).map { bits in
                    tags.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
                }
            } else {
                [[], tags] + smallSets(tags)
            }
        return ([nil] + vocabulary.levels.map(\.id)).flatMap { level in
            sets.map { Content(declaredLevel: level, tags: $0) }
        }
    }

    private static func smallSets(_ tags: [TagID]) -> [[TagID]] {
        tags.indices.flatMap { first in
            [[tags[first]]]
                + tags.indices.filter { $0 > first }.flatMap { second in
                    [[tags[first], tags[second]]]
                        + tags.indices.filter { $0 > second }.map { [tags[first], tags[second], tags[$0]] }
                }
        }
    }

    /// The pairs of classes of which the second is reached from the first by one more tag or a higher declared level.
    static func steps(between contents: [Class<Content>], vocabulary: Vocabulary) -> [(from: Int, to: Int)] {
        var places: [Content: Int] = [:]
        for (place, content) in contents.enumerated() {
            for member in content.members { places[member] = place }
        }
        struct Step: Hashable {
            let from: Int
            let to: Int
        }
        var steps: Set<Step> = []
        for (content, place) in places where content.declaredLevel != nil || !content.tags.isEmpty {
            for tag in vocabulary.tags.map(\.id) where !content.tags.contains(tag) {
                let more = vocabulary.tags.map(\.id).filter { content.tags.contains($0) || $0 == tag }
                if let to = places[Content(declaredLevel: content.declaredLevel, tags: more)], to != place {
                    steps.insert(Step(from: place, to: to))
                }
            }
            let levels = vocabulary.levels.map(\.id)
            if let level = content.declaredLevel, let number = levels.firstIndex(of: level), number + 1 < levels.count,
                let to = places[Content(declaredLevel: levels[number + 1], tags: content.tags)], to != place
            {
                steps.insert(Step(from: place, to: to))
            }
        }
        return steps.map { ($0.from, $0.to) }.sorted { $0 < $1 }
    }

    /// An unknown volume, nothing, and every threshold of rules and limits with its neighbours.
    static func allVolumes(_ policies: [CompiledPolicy]) -> [Volume] {
        var bytes: Set<UInt64> = [0]
        var files: Set<Int> = []
        func add(_ threshold: UInt64) {
            bytes.formUnion([threshold - min(threshold, 1), threshold, threshold == .max ? threshold : threshold + 1])
        }
        for policy in policies {
            for condition in policy.allConditions {
                for threshold in [condition.leastBytes, condition.mostBytes] { threshold.map(add) }
            }
            for method in policy.methods {
                for limit in [method.limits.totalBytes, method.limits.fileBytes] { (limit?.value).map(add) }
                if let limit = method.limits.files { files.formUnion([limit.value, limit.value + 1]) }
            }
        }
        return [Volume(bytes: nil, files: nil)] + bytes.sorted().map { Volume(bytes: $0, files: 1) }
            + files.sorted().map { Volume(bytes: 1, files: $0) }
    }

    /// Every combination of the institution's own facets.
    static func allFacetValues(_ facets: [Facet]) -> [[FacetID: String]] {
        facets.reduce([[:]]) { combinations, facet in
            combinations.flatMap { combination in
                facet.values.map { combination.merging([facet.id: $0]) { _, new in new } }
            }
        }
    }
}

extension CompiledPolicy {
    /// Every condition that can tell questions apart.
    var allConditions: [CompiledCondition] {
        rules.map(\.condition) + invariants.map(\.condition) + impossibilities + exemptions.map(\.condition)
    }

    func situation(of content: QuestionSpace.Content) -> ContentSituation? {
        var claims = content.tags.map { TagClaim($0, because: .declared) }
        if content.declaredLevel == nil, claims.isEmpty, let unknown = inventory.unknownTag {
            claims.append(TagClaim(unknown, because: .assumed))
        }
        return try? self.content(declared: content.declaredLevel, tags: claims)
    }

    func prerequisitesMet(on network: NetworkID) -> [Bool] {
        obligations.map { obligation in
            if case .networks(let networks)? = obligation.prerequisite?.witness {
                networks.contains(network)
            } else {
                false
            }
        }
    }

    func limitsKept(by volume: QuestionSpace.Volume) -> [Bool] {
        methods.flatMap { method in
            [
                method.limits.totalBytes.map { $0.value >= volume.bytes ?? 0 } ?? true,
                method.limits.fileBytes.map { $0.value >= volume.bytes ?? 0 } ?? true,
                method.limits.files.map { $0.value >= volume.files ?? 0 } ?? true,
            ]
        }
    }

    func facetNumbers(_ values: [FacetID: String]) -> [Int]? {
        var numbers = numbering.facetDefaults
        for (facet, value) in values {
            guard let index = numbering.facets[facet], let number = numbering.facetValues[index][value] else {
                return nil
            }
            numbers[index] = number
        }
        return numbers
    }
}
