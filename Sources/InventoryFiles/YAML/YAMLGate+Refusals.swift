extension YAMLGate {
    mutating func tellEmpty() {
        problems.append(
            InventoryProblem(
                .fileEmpty, at: Place(file: path, line: 1, column: 1), "the file has no content",
                accepted: "a file of the inventory holds at least one key; comments alone do not count",
                next: "fill the file, or remove it"))
    }

    mutating func refuseIndentation(_ found: String) throws(Stop) {
        try tell(
            .indentation, at: place, "here is \(found) where YAML counts spaces",
            accepted: "lines are indented by spaces only", next: "replace it by spaces")
    }

    mutating func refuseDepth(at place: Place) throws(Stop) {
        guard blocks.count + brackets.count > Self.deepest else { return }
        try tell(
            .yamlNesting, at: place, "lists and tables lie more than \(Self.deepest) deep in each other here",
            accepted: "no record of an inventory needs more than 10", next: "remove the brackets or dashes too many")
        throw Stop()
    }

    mutating func refuseOpenBracket() throws(Stop) {
        guard let open = brackets.last else { return }
        // Colons after it are keys of the lines that the bracket swallows.
        problems.removeAll { $0.code == .yamlKey && ($0.line, $0.column) > (open.place.line, open.place.column) }
        let (bracket, closing) = open.isTable ? ("{", "}") : ("[", "]")
        try tell(
            .yamlSyntax, at: open.place, "the '\(bracket)' that is opened here is never closed",
            accepted: "every '\(bracket)' has its '\(closing)'", next: "put the '\(closing)', or the text in quotes")
    }

    mutating func refuseDirective() throws(Stop) {
        try tell(
            .yamlDirective, at: place, "'%' begins a directive of YAML", accepted: "an inventory uses no directives",
            next: "remove the line, or put the text in quotes")
        throw Stop()
    }

    mutating func refuseSecondDocument() throws(Stop) {
        try tell(
            .yamlDocument, at: place, "a second YAML document begins here", accepted: "a file holds one document",
            next: "put it into a file of its own, or remove the line of '---' or '...'")
        throw Stop()
    }

    /// Refuses a colon that no key is before.
    mutating func refuseColon() throws(Stop) {
        if brackets.isEmpty {
            try tell(
                .yamlKey, at: place, "a ':' has no key before it", accepted: "a key is a word before the ':'",
                next: "write the key, or put the text in quotes")
        } else {
            try tell(
                .yamlKey, at: place, "a ':' is here where no key ends",
                accepted: "entries in brackets are separated by commas, and an entry has one key",
                next: "put the comma that is missing before the key, or the text in quotes")
        }
    }

    mutating func refuseQuestionMark() throws(Stop) {
        try tell(
            .yamlKey, at: place, "'?' begins a key of several parts", accepted: "a key is a word before a ':'",
            next: "write 'key: value', or put the text in quotes")
        if brackets.isEmpty {
            guard keyIsAllowed else { throw Stop() }
        }
        try forgetKey()
        keyIsAllowed = brackets.isEmpty
        advance()
    }

    mutating func refuseAnchor() throws(Stop) {
        let isAlias = byte() == UInt8(ascii: "*")
        try tell(
            .yamlAnchor, at: place, isAlias ? "'*' begins an alias of YAML" : "'&' begins an anchor of YAML",
            accepted: "an inventory has everything written out; anchors and aliases are not used",
            next: isAlias ? "write what is meant, or put the text in quotes" : "remove it, or put the text in quotes")
        try passProperty()
    }

    mutating func refuseTag() throws(Stop) {
        try tell(
            .yamlTag, at: place, "'!' begins a type tag of YAML", accepted: "an inventory uses no type tags",
            next: "remove it, or put the text in quotes")
        try passProperty()
    }

    /// Goes over an anchor, alias or tag.
    private mutating func passProperty() throws(Stop) {
        try rememberKey(.refused)
        keyIsAllowed = false
        repeat { advance() } while position < bytes.count && !byte().isBlankOrEnd && !",[]{}".utf8.contains(byte())
    }
}
