import StorageModel

extension Shape where Value == [ObligationID: ObligationValue] {
    /// Obligations with the values that are demanded.
    ///
    /// What a value looks like depends on the vocabulary, so the schema accepts what any kind of obligation takes.
    static var obligations: Shape { obligations(count: 1...Int.max) }

    /// Obligations with the values that are demanded; an expectation may say that there are none.
    static func obligations(count: ClosedRange<Int>) -> Shape {
        let number: Schema = Shape<Int>.whole(1...Int.max).schema
        let choices = Schema.list(of: Shape<String>.id.schema, ["minItems": 1, "uniqueItems": true])
        let demand = Schema.anyOf([Schema(["const": true]), number, choices])
            .described("true for a flag, a number for at-most and at-least, a list of choices for one-of.")
        return Shape<[ObligationID: YAMLNode]>.table(
            of: .reference(to: Obligation.self), to: Shape<YAMLNode>(demand) { node, _ in node }, "obligations",
            count: count
        )
        .map { demands, _, reading throws(Unreadable) in
            var values: [ObligationID: ObligationValue] = [:]
            for (id, node) in demands.sorted(by: { $0.key < $1.key }) {
                values[id] = try? ObligationDemand(id: id, node: node).read(reading)
            }
            guard values.count == demands.count else { throw Unreadable() }
            return values
        }
    }
}

/// A demanded value, before it is known what kind of obligation it is of.
private struct ObligationDemand {
    let id: ObligationID
    let node: YAMLNode

    func read(_ reading: Reading) throws(Unreadable) -> ObligationValue {
        // An obligation that the vocabulary lacks is told as a name that nothing has.
        guard let kind = reading.draft.obligationKinds[id] else { throw Unreadable() }
        switch kind {
        case .flag:
            guard case .text("true", isPlain: true) = node.content else {
                throw refuse(
                    "true; who does not demand it leaves it out", next: "write true, or remove the line", reading)
            }
            return .flag
        case .atMost(let unit): return .atMost(try number(unit, reading))
        case .atLeast(let unit): return .atLeast(try number(unit, reading))
        case .oneOf(let choices): return try oneOf(choices, reading)
        }
    }

    private func number(_ unit: String, _ reading: Reading) throws(Unreadable) -> Int {
        guard case .text(let text, isPlain: true) = node.content, !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else {
            throw refuse("a number of \(unit), without the unit", next: "write the number", reading)
        }
        return try node.wholeNumber(1...1_000_000, reading)
    }

    private func oneOf(_ choices: [String], _ reading: Reading) throws(Unreadable) -> ObligationValue {
        guard case .list(let elements) = node.content, !elements.isEmpty else {
            throw refuse("a list out of \(choices.listing)", next: "write such as [\(choices.first ?? "…")]", reading)
        }
        var chosen: Set<String> = []
        var isGood = true
        for element in elements {
            let word = try element.id(parts: 1, reading)
            if !reading.isChoice(word, of: choices, "choice of the obligation \(id.text.quoted)", at: element.place) {
                isGood = false
            }
            if !chosen.insert(word).inserted {
                reading.tell(
                    .repeatedEntry, at: element.place, "\(word.quoted) is in the list already",
                    accepted: "a choice stands once in a list", next: "remove one of the two")
                isGood = false
            }
        }
        guard isGood else { throw Unreadable() }
        return .oneOf(choices.filter(chosen.contains))
    }

    private func refuse(_ accepted: String, next: String, _ reading: Reading) -> Unreadable {
        reading.tell(
            .obligationValue, at: node.place, "the obligation \(id.text.quoted) cannot be \(node.spelling)",
            accepted: accepted, next: next)
        return Unreadable()
    }
}
