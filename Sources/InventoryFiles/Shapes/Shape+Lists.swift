extension Shape {
    /// A list; records in it that cannot be read are left out, since their problems keep the inventory from being made.
    ///
    /// - Parameters:
    ///   - element: What its elements are.
    ///   - names: What several elements are called in messages.
    ///   - count: How many elements there may be.
    /// - Returns: A shape whose value has the elements in their order.
    static func list<Element>(
        of element: Shape<Element>, _ names: String, count: ClosedRange<Int> = 0...Int.max
    ) -> Shape where Value == [Element] {
        Shape(.list(of: element.schema, .count(count, of: "Items")), declares: element.declares) {
            node, reading throws(Unreadable) in
            let nodes = try node.elements(names, count, reading, declares: element.declares)
            let result = nodes.compactMap { try? element.read($0, reading) }
            // Records with names are worth looking at even when one of them is missing; parts of a statement are not.
            guard result.count == nodes.count || !element.declares.isEmpty else { throw Unreadable() }
            return result
        }
    }

    /// A list in which no element stands twice.
    static func set<Element: Hashable>(
        of element: Shape<Element>, _ names: String, count: ClosedRange<Int> = 0...Int.max
    ) -> Shape where Value == [Element] {
        let schema = Schema.list(
            of: element.schema, .count(count, of: "Items").merging(["uniqueItems": true]) { first, _ in first })
        return Shape(schema, declares: element.declares) { node, reading throws(Unreadable) in
            var result: [Element] = []
            var places: [Element: Place] = [:]
            var isWhole = true
            for node in try node.elements(names, count, reading, declares: element.declares) {
                guard let value = try? element.read(node, reading) else {
                    isWhole = false
                    continue
                }
                if let first = places[value] {
                    reading.tell(
                        .repeatedEntry, at: node.place, "\(node.scalar?.quoted ?? "this entry") is in the list already",
                        accepted: "an entry stands once in a list of \(names); the first is at \(first)",
                        next: "remove one of the two")
                } else {
                    places[value] = node.place
                    result.append(value)
                }
            }
            guard isWhole || !element.declares.isEmpty else { throw Unreadable() }
            return result
        }
    }

    /// A table from ids to values.
    ///
    /// - Parameters:
    ///   - keys: What its keys are; a key is read like a value of its own.
    ///   - values: What its values are.
    ///   - names: What several entries are called in messages.
    ///   - count: How many entries there may be.
    ///   - isPartial: Whether entries that cannot be read are left out rather than the whole table.
    /// - Returns: A shape whose value has the entries by their keys.
    static func table<TableKey: Hashable, Element>(
        of keys: Shape<TableKey>, to values: Shape<Element>, _ names: String, count: ClosedRange<Int> = 0...Int.max,
        isPartial: Bool = false
    ) -> Shape where Value == [TableKey: Element] {
        let schema = Schema(
            ["type": "object", "propertyNames": keys.schema.json, "additionalProperties": values.schema.json]
                .merging(.count(count, of: "Properties")) { first, _ in first },
            definitions: values.schema.definitions)
        return Shape(schema) { node, reading throws(Unreadable) in
            var result: [TableKey: Element] = [:]
            let entries = try node.entries(names, count, reading)
            for entry in entries {
                let value = try? values.read(entry.value, reading)
                if let key = try? keys.read(entry.keyNode, reading), let value { result[key] = value }
            }
            guard isPartial || result.count == entries.count else { throw Unreadable() }
            return result
        }
    }
}

extension YAMLNode {
    /// The elements of a list, when there are as many as there may be.
    fileprivate func elements(
        _ names: String, _ count: ClosedRange<Int>, _ reading: Reading, declares: Set<NameKind>
    ) throws(Unreadable) -> [YAMLNode] {
        try reading.missing(declares) { () throws(Unreadable) in
            guard case .list(let elements) = content else {
                throw refuse("a list of \(names)", next: "write [\(scalar ?? "…")], or '- ' before each", in: reading)
            }
            try refuseCount(elements.count, names, count, reading)
            return elements
        }
    }

    /// The entries of a table, when there are as many as there may be.
    fileprivate func entries(
        _ names: String, _ count: ClosedRange<Int>, _ reading: Reading
    ) throws(Unreadable) -> [YAMLEntry] {
        guard case .table(let entries) = content else {
            throw refuse("a table of \(names)", next: "write 'key: value' for each", in: reading)
        }
        try refuseCount(entries.count, names, count, reading)
        return entries
    }

    private func refuseCount(
        _ found: Int, _ names: String, _ count: ClosedRange<Int>, _ reading: Reading
    ) throws(Unreadable) {
        guard !count.contains(found) else { return }
        let accepted =
            count.upperBound == Int.max ? "at least \(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
        reading.tell(
            .listLength, at: place,
            found == 0 ? "there are no \(names) in it" : "the number of \(names) in it is \(found)",
            accepted: "\(accepted) \(names)", next: found < count.lowerBound ? "add what is missing" : "remove some")
        throw Unreadable()
    }
}

extension YAMLEntry {
    /// The key as a value of its own.
    var keyNode: YAMLNode {
        YAMLNode(place: keyPlace, content: .text(key, isPlain: keyIsPlain))
    }
}

extension [String: JSON] {
    /// The limits of a count as JSON Schema has them, such as `minItems`.
    fileprivate static func count(_ range: ClosedRange<Int>, of what: String) -> [String: JSON] {
        var keywords: [String: JSON] = [:]
        if range.lowerBound > 0 { keywords["min\(what)"] = .number(UInt64(range.lowerBound)) }
        if range.upperBound < Int.max { keywords["max\(what)"] = .number(UInt64(range.upperBound)) }
        return keywords
    }
}
