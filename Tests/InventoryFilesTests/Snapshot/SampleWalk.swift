/// Visits everything that a value is made of, and notes what was seen of each stored property and each enumeration.
struct SampleWalk {
    /// What was seen of one stored property, in all the values that have it.
    private struct Sighting {
        /// Some value had something else there than nothing, empty, zero, false or the first case.
        var isFilled = false
        /// Some value had something else there than in the other property, for each other property of the same type.
        var differsFrom: [String: Bool] = [:]
    }

    private var properties: [String: Sighting] = [:]
    private var cases: [String: Set<String>] = [:]
    private var expectedCases: [String: Set<String>]

    /// A walk that is told the cases of those enumerations that cannot list them themselves, by the enumeration's name.
    init(expectedCases: [String: Set<String>]) {
        self.expectedCases = expectedCases
    }

    /// The stored properties that always kept their default, in alphabetical order.
    var unfilled: [String] { properties.filter { !$0.value.isFilled }.keys.sorted() }

    /// The pairs of properties of one type that were always equal, so that exchanging them would not show.
    var alwaysEqual: [String] {
        properties.flatMap { name, sighting in
            sighting.differsFrom.filter { !$0.value }.map { "\(name) and \($0.key)" }
        }.sorted()
    }

    /// The cases that did not occur, and the enumerations whose cases the walk was not told.
    var missingCases: [String] {
        let untold = cases.keys.filter { expectedCases[$0] == nil }.map { "all cases of \($0)" }
        let absent = expectedCases.flatMap { type, expected in
            expected.subtracting(cases[type] ?? []).map { "\(type).\($0)" }
        }
        return (untold + absent).sorted()
    }

    /// How many stored properties were seen.
    var propertyCount: Int { properties.count }

    /// Visits a value and everything in it.
    mutating func visit(_ value: Any) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .struct where !Self.isPlain(value): visitProperties(of: value, mirror)
        case .enum: visitCase(of: value, mirror)
        default: break
        }
        for child in mirror.children { visit(child.value) }
    }

    private mutating func visitProperties(of value: Any, _ mirror: Mirror) {
        let type = Self.name(of: value)
        var earlier: [(label: String, value: Any)] = []
        for child in mirror.children {
            let label = child.label ?? "?"
            let name = "\(type).\(label)"
            var sighting = properties[name] ?? Sighting()
            if !Self.isDefault(child.value) { sighting.isFilled = true }
            for other in earlier where Swift.type(of: other.value) == Swift.type(of: child.value) {
                let differed = sighting.differsFrom[other.label] ?? false
                let differs = (other.value as? AnyHashable) != (child.value as? AnyHashable)
                sighting.differsFrom[other.label] = differed || differs
            }
            properties[name] = sighting
            earlier.append((label, child.value))
        }
    }

    private mutating func visitCase(of value: Any, _ mirror: Mirror) {
        let type = Self.name(of: value)
        if let all = Self.allCases(of: value) { expectedCases[type] = all }
        cases[type, default: []].insert(Self.caseName(of: value))
    }

    /// The name of an enumeration's case, without its payload.
    static func caseName(of value: Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? "\(value)"
    }

    private static func name(of value: Any) -> String {
        String(reflecting: Swift.type(of: value)).replacing("StorageModel.", with: "")
    }

    private static func allCases(of value: Any) -> Set<String>? {
        guard let value = value as? any CaseIterable else { return nil }
        return names(of: value)
    }

    private static func names<Value: CaseIterable>(of value: Value) -> Set<String> {
        Set(Value.allCases.map { "\($0)" })
    }

    private static func isPlain(_ value: Any) -> Bool {
        value is String || value is any BinaryInteger || value is Bool
    }

    private static func isDefault(_ value: Any) -> Bool {
        if let text = value as? String { return text.isEmpty }
        if let number = value as? any BinaryInteger { return isZero(number) }
        if let truth = value as? Bool { return !truth }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional, .collection, .dictionary, .set: return mirror.children.isEmpty
        case .enum: return (value as? any CaseIterable).map { isFirst($0) } ?? false
        default: return mirror.children.allSatisfy { isDefault($0.value) }
        }
    }

    private static func isZero<Number: BinaryInteger>(_ number: Number) -> Bool { number == 0 }

    private static func isFirst<Value: CaseIterable>(_ value: Value) -> Bool {
        Value.allCases.first.map { "\($0)" } == "\(value)"
    }
}
