import StorageModel

extension Shape {
    /// A test of one value: a list of what is accepted, or a table.
    static func test<Element>(_ what: String, of element: Shape<Element>) -> Shape where Value == Test<Element> {
        let list = Shape<[Element]>.set(of: element, what, count: 1...Int.max)
        let table = Shape<Test<Element>>.record(
            "test of \(what)", "What is accepted; every key that is given must hold.",
            .optional("any-of", list, "The value is one of these."),
            .optional("none-of", list, "The value is none of these."),
            rules: [.atLeastOne(of: ["any-of", "none-of"])]
        ) { record, anyOf, noneOf throws(Unreadable) in
            try record.refuseEmpty()
            return Test(anyOf: anyOf, noneOf: noneOf)
        }
        return either(list, table)
    }

    /// A test of a value that has a place on a scale: a list of what is accepted, or a table.
    static func scaleTest<Element>(_ what: String, of element: Shape<Element>) -> Shape where Value == Test<Element> {
        let list = Shape<[Element]>.set(of: element, what, count: 1...Int.max)
        let table = Shape<Test<Element>>.record(
            "test of \(what)", "What is accepted; every key that is given must hold.",
            .optional("any-of", list, "The value is one of these."),
            .optional("none-of", list, "The value is none of these."),
            .optional("at-least", element, "The value is this or a later one of the scale."),
            .optional("at-most", element, "The value is this or an earlier one of the scale."),
            rules: [.atLeastOne(of: ["any-of", "none-of", "at-least", "at-most"])]
        ) { record, anyOf, noneOf, atLeast, atMost throws(Unreadable) in
            try record.refuseEmpty()
            return Test(anyOf: anyOf, noneOf: noneOf, atLeast: atLeast, atMost: atMost)
        }
        return either(list, table)
    }

    private static func either<Element>(_ list: Shape<[Element]>, _ table: Shape<Test<Element>>) -> Shape
    where Value == Test<Element> {
        Shape(.anyOf([list.schema, table.schema])) { node, reading throws(Unreadable) in
            if case .table = node.content { return try table.read(node, reading) }
            return Test(anyOf: try list.read(node, reading))
        }
    }
}

extension Shape where Value == TagTest {
    /// A test of tags: a list of which one has to be there, or a table.
    static var tagTest: Shape {
        let list = Shape<[TagID]>.set(of: .reference(to: Tag.self), "tags", count: 1...Int.max)
        let table = Shape.record(
            "test of tags", "Which tags are there; every key that is given must hold.",
            .optional("has-any-of", list, "At least one of these is there."),
            .optional("has-none-of", list, "None of these is there."),
            rules: [.atLeastOne(of: ["has-any-of", "has-none-of"])]
        ) { record, anyOf, noneOf throws(Unreadable) in
            try record.refuseEmpty()
            return TagTest(hasAnyOf: anyOf, hasNoneOf: noneOf)
        }
        return Shape(.anyOf([list.schema, table.schema])) { node, reading throws(Unreadable) in
            if case .table = node.content { return try table.read(node, reading) }
            return TagTest(hasAnyOf: try list.read(node, reading))
        }
    }
}

extension Shape where Value == Test<UInt64> {
    /// A test of a size.
    static var sizeTest: Shape {
        .record(
            "test of sizes", "What is accepted; an unknown size passes no test.",
            .optional("at-least", .size, "The size is this or more."),
            .optional("at-most", .size, "The size is this or less."),
            rules: [.atLeastOne(of: ["at-least", "at-most"])]
        ) { record, atLeast, atMost throws(Unreadable) in
            try record.refuseEmpty()
            return Test(atLeast: atLeast, atMost: atMost)
        }
    }
}

extension Record {
    /// Tells that a table says nothing.
    fileprivate func refuseEmpty() throws(Unreadable) {
        guard isEmpty else { return }
        reading.tell(
            .testAlwaysPasses, at: place, "this test is empty, so that every value passes it",
            accepted: "a test names what it accepts", next: "name it, or remove the test")
        throw Unreadable()
    }
}
