public import StorageModel

/// Questions that differ only within the given values: for each facet its values, or nil where every value belongs.
public struct FacetPattern: Hashable, Sendable {
    /// The audiences, each with what is known of the asker; nil for all.
    public var audiences: [String]?
    /// The actions; nil for all.
    public var actions: [Action]?
    /// The contents, as levels and tags; nil for all.
    public var contents: [String]?
    /// The networks; nil for all.
    public var networks: [NetworkID]?
    /// The sizes, in words; nil for all.
    public var sizes: [String]?
    /// The values of the institution's own facets, in words; nil for all.
    public var facets: [String]?
    /// How many questions it covers.
    public var questionCount: Int
}

extension QuestionSpace {
    /// Few patterns that together cover exactly the given questions.
    func patterns(covering questions: [Int]) -> [FacetPattern] {
        var cubes = questions.map { question -> [[Int]] in
            let place = place(question)
            return [[place.people], [place.action], [place.content], [place.network], [place.volume], [place.facet]]
        }
        // Merges facet by facet whatever agrees in all the others; the wide facets last, so that they stay readable.
        for facet in [5, 3, 4, 1, 2, 0] {
            var merged: [[[Int]]: [Int]] = [:]
            var order: [[[Int]]] = []
            for cube in cubes {
                var key = cube
                key[facet] = []
                if merged[key] == nil { order.append(key) }
                merged[key, default: []] += cube[facet]
            }
            cubes = order.map { key in
                var cube = key
                cube[facet] = merged[key, default: []].sorted()
                return cube
            }
        }
        return cubes.map(pattern).sorted { $0.questionCount > $1.questionCount }
    }

    private func pattern(_ cube: [[Int]]) -> FacetPattern {
        func values<Value, Result>(
            _ facet: Int, _ classes: [Class<Value>], _ name: (Value) -> Result
        ) -> [Result]? {
            cube[facet].count == classes.count ? nil : cube[facet].flatMap { classes[$0].members.map(name) }
        }
        func weight<Value>(_ facet: Int, _ classes: [Class<Value>]) -> Int {
            cube[facet].reduce(0) { $0 + classes[$1].count }
        }
        return FacetPattern(
            audiences: values(0, people, \.description),
            actions: cube[1].count == actions.count ? nil : cube[1].map { actions[$0] },
            contents: values(2, contents, \.description), networks: values(3, networks, { $0 }),
            sizes: values(4, volumes, \.description),
            facets: values(5, facets) { values in
                values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            },
            questionCount: weight(0, people) * cube[1].count * weight(2, contents) * weight(3, networks)
                * weight(4, volumes) * weight(5, facets))
    }
}

extension QuestionSpace.People: CustomStringConvertible {
    /// The audience, and what is known of the asker when anything is.
    var description: String {
        let names = audience.map { member -> String in
            switch member {
            case .group(let id): "group \(id)"
            case .user(_, groups: nil): "a colleague"
            case .user(_, let groups?): "a colleague of \(groups.map(\.text).joined(separator: ", "))"
            case .internal, .external, .anyone, .publish: member.kind.rawValue
            }
        }
        let asking =
            switch asker.groups {
            case nil: ""
            case []?: " asked by a stranger to them"
            case .some: " asked by a member"
            }
        return names.joined(separator: " + ") + asking
    }
}

extension QuestionSpace.Content: CustomStringConvertible {
    var description: String {
        let words = (declaredLevel.map { ["level \($0)"] } ?? []) + tags.map(\.text)
        return words.isEmpty ? "nothing known" : words.joined(separator: " + ")
    }
}

extension QuestionSpace.Volume: CustomStringConvertible {
    var description: String {
        switch (bytes, files) {
        case (nil, _): "size unknown"
        case (let bytes?, let files?) where files > 1: "\(bytes) B in \(files) files"
        case (let bytes?, _): "\(bytes) B"
        }
    }
}
