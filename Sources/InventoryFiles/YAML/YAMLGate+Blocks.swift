extension YAMLGate {
    // MARK: Possible keys

    /// Remembers that a key may begin here.
    mutating func rememberKey(_ kind: PossibleKey.Kind) throws(Stop) {
        guard keyIsAllowed else { return }
        try forgetKey()
        possibleKeys[possibleKeys.count - 1] = PossibleKey(
            kind: kind, bytes: position..<position, index: index, line: line, column: column,
            isRequired: brackets.isEmpty && indent == column)
    }

    mutating func forgetKey() throws(Stop) {
        if possibleKeys[possibleKeys.count - 1]?.isRequired == true { throw Stop() }
        possibleKeys[possibleKeys.count - 1] = nil
    }

    /// Keys end on the line they begin on, within 1,024 characters.
    mutating func dropStaleKeys() throws(Stop) {
        for level in possibleKeys.indices {
            guard let key = possibleKeys[level], key.line < line || key.index + 1024 < index else { continue }
            if key.isRequired { throw Stop() }
            possibleKeys[level] = nil
        }
    }

    // MARK: Blocks and brackets

    private mutating func openBlock(at column: Int, place: Place, isTable: Bool) throws(Stop) {
        guard brackets.isEmpty, indent < column else { return }
        blocks.append(Collection(column: column, isTable: isTable, place: place))
        try refuseDepth(at: place)
    }

    mutating func closeBlocks(deeperThan column: Int) {
        while indent > column { blocks.removeLast() }
    }

    mutating func openBracket(isTable: Bool) throws(Stop) {
        try rememberKey(.collection)
        brackets.append(Collection(column: -1, isTable: isTable, place: place))
        try refuseDepth(at: place)
        possibleKeys.append(nil)
        keyIsAllowed = true
        advance()
    }

    mutating func closeBracket() throws(Stop) {
        try forgetKey()
        if brackets.popLast() != nil { possibleKeys.removeLast() }
        keyIsAllowed = false
        advance()
    }

    mutating func passDash() throws(Stop) {
        if brackets.isEmpty {
            guard keyIsAllowed else { throw Stop() }
            try openBlock(at: column, place: place, isTable: false)
        }
        try forgetKey()
        keyIsAllowed = true
        advance()
    }

    mutating func passColon() throws(Stop) {
        if let key = possibleKeys[possibleKeys.count - 1] {
            let place = Place(file: path, line: key.line + 1, column: key.column + 1)
            try openBlock(at: key.column, place: place, isTable: true)
            possibleKeys[possibleKeys.count - 1] = nil
            try passKey(key, at: place)
            keyIsAllowed = false
        } else {
            guard !brackets.isEmpty || keyIsAllowed else { throw Stop() }
            try refuseColon()
            keyIsAllowed = brackets.isEmpty
        }
        advance()
    }

    private mutating func passKey(_ key: PossibleKey, at place: Place) throws(Stop) {
        switch key.kind {
        case .refused: return
        case .collection:
            try tell(
                .yamlKey, at: place, "a list or table is used as a key", accepted: "a key is a word",
                next: "write a word before the ':', or put the text in quotes")
            return
        case .plain, .quoted: break
        }
        let text = keyText(key)
        if text == "<<", case .plain = key.kind {
            try tell(
                .yamlMerge, at: place, "'<<' would merge another table into this one",
                accepted: "an inventory has every table written out", next: "write the keys of the other table here")
            return
        }
        let first = brackets.isEmpty ? blocks.note(text, at: place) : brackets.note(text, at: place)
        guard let first else { return }
        try tell(
            .duplicateKey, at: place, "the key \(text.quoted) is here for the second time in the same table",
            accepted: "a key stands once in a table; the first is in line \(first.line), column \(first.column)",
            next: "remove one of the two, or rename it")
    }
}

extension [YAMLGate.Collection] {
    /// Enters a key of the innermost table; the place of the first when the table already has it.
    fileprivate mutating func note(_ key: String, at place: Place) -> Place? {
        guard let last = indices.last, self[last].isTable else { return nil }
        if let first = self[last].keys[key] { return first }
        self[last].keys[key] = place
        return nil
    }
}
