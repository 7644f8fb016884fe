internal import StorageModel

/// Every question that an inventory can be asked, as the product of its facets.
///
/// Two values of a facet that no rule, limit, promise or impossibility of the given policies can tell apart are one
/// class; a question of
/// classes stands for all questions of their members. That keeps the proof exact and the product small.
struct QuestionSpace: Sendable {
    /// One class of values of a facet: a representative, and how many values it stands for.
    struct Class<Value: Sendable>: Sendable {
        let value: Value
        let members: [Value]
        var count: Int { members.count }
    }

    struct People: Hashable, Sendable {
        let audience: [AudienceMember]
        let asker: Asker
    }

    struct Content: Hashable, Sendable {
        let declaredLevel: LevelID?
        let tags: [TagID]
    }

    struct Volume: Hashable, Sendable {
        var bytes: UInt64?
        var files: Int?
    }

    let people: [Class<People>]
    let actions: [Action]
    let contents: [Class<Content>]
    let networks: [Class<NetworkID>]
    let volumes: [Class<Volume>]
    let facets: [Class<[FacetID: String]>]
    /// For each class of content, the classes reached by adding one tag.
    let contentSteps: [(from: Int, to: Int)]

    /// The space of the first policy's questions, in classes that none of the policies can tell apart.
    init(_ policies: [CompiledPolicy]) {
        let policy = policies[0]
        let inventory = policy.inventory
        let conditions = policies.map(\.allConditions)

        people = Self.classes(of: Self.allPeople(policy)) { value in
            zip(policies, conditions).map { policy, conditions -> PeopleSignature? in
                guard let situation = try? policy.people(value.audience, asker: value.asker, lyingOn: nil) else {
                    return nil
                }
                return PeopleSignature(
                    passes: conditions.map { $0.accepts(situation) }, openness: situation.openness,
                    reaches: situation.reach.map(\.reaches))
            }
        }
        actions = Action.allCases

        let allContents = Self.allContents(inventory.vocabulary)
        contents = Self.classes(of: allContents) { value in
            zip(policies, conditions).map { policy, conditions -> [Bool]? in
                guard let situation = policy.situation(of: value) else { return nil }
                return conditions.map { $0.accepts(situation) }
            }
        }
        contentSteps = Self.steps(between: contents, vocabulary: inventory.vocabulary)

        networks = Self.classes(of: inventory.networks.map(\.id)) { value in
            zip(policies, conditions).map { policy, conditions -> [Bool]? in
                guard let number = policy.numbering.networks[value] else { return nil }
                return conditions.map { $0.accepts(network: number) } + policy.prerequisitesMet(on: value)
            }
        }
        volumes = Self.classes(of: Self.allVolumes(policies)) { value in
            zip(policies, conditions).map { policy, conditions -> [Bool] in
                conditions.map { $0.accepts(bytes: value.bytes) } + policy.limitsKept(by: value)
            }
        }
        facets = Self.classes(of: Self.allFacetValues(inventory.vocabulary.facets)) { value in
            zip(policies, conditions).map { policy, conditions -> [Bool]? in
                guard let numbers = policy.facetNumbers(value) else { return nil }
                return conditions.map { $0.accepts(facetValues: numbers) }
            }
        }
    }

    /// How many questions there are, meaningless ones included.
    var questionCount: Int {
        func total<Value>(_ classes: [Class<Value>]) -> Int { classes.reduce(0) { $0 + $1.count } }
        return [
            total(people), actions.count, total(contents), total(networks), total(volumes), total(facets),
        ].reduce(1, *)
    }

    /// How many classes of questions there are.
    var count: Int {
        [people.count, actions.count, contents.count, networks.count, volumes.count, facets.count].reduce(1, *)
    }

    /// The places of a question's values in their facets.
    func place(_ index: Int) -> Place {
        var rest = index
        func next(_ count: Int) -> Int {
            defer { rest /= count }
            return rest % count
        }
        let facet = next(facets.count)
        let volume = next(volumes.count)
        let network = next(networks.count)
        let content = next(contents.count)
        let action = next(actions.count)
        return Place(
            people: rest, action: action, content: content, network: network, volume: volume, facet: facet)
    }

    /// The number of the question at a place.
    func index(_ place: Place) -> Int {
        var index = place.people
        index = index * actions.count + place.action
        index = index * contents.count + place.content
        index = index * networks.count + place.network
        index = index * volumes.count + place.volume
        return index * facets.count + place.facet
    }

    /// How many questions a class of questions stands for.
    func weight(_ place: Place) -> Int {
        people[place.people].count * contents[place.content].count * networks[place.network].count
            * volumes[place.volume].count * facets[place.facet].count
    }

    /// The question that represents a class.
    func question(_ place: Place) -> Question {
        let people = people[place.people].value
        let content = contents[place.content].value
        var question = Question(audience: people.audience, action: actions[place.action])
        question.asker = people.asker
        question.declaredLevel = content.declaredLevel
        question.tags = content.tags.map { TagClaim($0, because: .declared) }
        question.network = networks[place.network].value
        let volume = volumes[place.volume].value
        question.bytes = volume.bytes
        question.largestFileBytes = volume.bytes
        question.files = volume.files
        question.facets = facets[place.facet].value
        return question
    }

    /// Where a question stands in the space: one class per facet.
    struct Place: Hashable, Sendable {
        var people: Int
        var action: Int
        var content: Int
        var network: Int
        var volume: Int
        var facet: Int
    }
}

private struct PeopleSignature: Hashable {
    let passes: [Bool]
    let openness: Int
    let reaches: [Bool]
}
