internal import SensitiveContent

/// Reads the text of HTML, and of whatever else has tags, however broken it is (WHATWG HTML section 13.2, much reduced).
struct HTMLText {
    private enum State {
        case text
        case tag
        case comment
        /// In an element whose content is no markup, until its end tag.
        case raw(end: [UInt8])
    }

    private let desk: Desk
    private let part: Passage.Part
    private var state = State.text
    private var output: [UInt8] = []
    /// Where the last cell ended in it; nil where no other may follow in its row.
    private var cellEnd: Int?
    /// The tag, or the reference, that is not complete.
    private var pending: [UInt8] = []
    /// Whether a comment was begun that is too long to be read in one piece.
    private var isCommentOpen = false
    private var comments: [UInt8] = []
    private var quote: UInt8?
    /// The element whose content is not shown, how many of its name are open in it, and what stood before it.
    private var unseen: (name: UInt64, depth: Int, before: [UInt8])?
    /// An account number as it was before a change, or with what is not shown.
    private var other: OtherReading?
    /// The end of what was handed on.
    private var handed: [UInt8] = []
    /// What stands in tags that do not end a line, and is read where it ends.
    private var asides: [UInt8] = []
    /// The records of the script that is read, which is no program.
    private var records: JSONText?
    /// What may be data in how elements look.
    private var looks = Remains()
    private var inReference = false

    /// A tag that is longer is cut.
    private static let longestTag = 64 << 10
    /// What begins the tag that ends a script.
    private static let longestEnd = 8
    private static let shortestFile = 32

    private init(desk: Desk, part: Passage.Part) {
        self.desk = desk
        self.part = part
    }

    /// Reads a stream in whatever encoding it is, or says it is.
    static func read(
        _ stream: HeadedStream, label: String? = nil, part: Passage.Part = .body, to desk: Desk
    ) throws(Obstacle) {
        var text = HTMLText(desk: desk, part: part)
        var decoder = TextDecoder(head: stream.head, label: label ?? declared(stream.head))
        desk.begin(part)
        defer { desk.end() }
        while true {
            let piece = try stream.next()
            if piece.isEmpty { break }
            text.read(decoder.decode(piece))
        }
        text.read(decoder.finish())
        text.finish()
    }

    /// The encoding that the document names.
    private static func declared(_ head: [UInt8]) -> String? {
        let start = String(decoding: head.prefix(2048), as: UTF8.self).lowercased()
        for mark in ["charset=", "encoding="] {
            guard let found = start.firstRange(of: mark) else { continue }
            let name = start[found.upperBound...].drop { $0 == "\"" || $0 == "'" }
                .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
            return String(name)
        }
        return nil
    }

    private mutating func read(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if case .text = state, !inReference {
                // All up to the next tag or reference at once.
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: "&") {
                    index += 1
                }
                output += bytes[start..<index]
                guard index < bytes.count else { break }
            }
            take(bytes[index])
            index += 1
        }
        hand()
    }

    private mutating func finish() {
        if inReference { endReference(nil) }
        if case .text = state {} else if records == nil { output += pending } else { records?.read(pending, to: desk) }
        endRecords()
        endUnseen()
        readAsides()
        hand()
        endOther()
        handComments()
        looks.hand(to: desk)
    }

    /// Hands on what is complete; what is not shown may stand in the middle of a text, which waits for its end.
    private mutating func hand() {
        if let unseen {
            guard output.count + unseen.before.count > Self.longestTag else { return }
            endUnseen()
        }
        followShown()
        desk.read(output)
        handed = OtherReading.rest(of: handed + OtherReading.rest(of: output))
        output.removeAll(keepingCapacity: true)
        cellEnd = nil
        other?.restart()
    }

    /// Goes on with what is shown.
    private mutating func endUnseen() {
        guard let ended = unseen else { return }
        unseen = nil
        if HTMLTag.glosses.contains(ended.name) {
            asides += output + [0x0A]
        } else if other != nil {
            other?.add(output)
        } else {
            comments += output
            comments.append(0x0A)
        }
        output = ended.before
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .text:
            if inReference { return endOrContinueReference(byte) }
            switch byte {
            case UInt8(ascii: "<"):
                state = .tag
                pending.removeAll(keepingCapacity: true)
                quote = nil
            case UInt8(ascii: "&"):
                inReference = true
                pending.removeAll(keepingCapacity: true)
            default: output.append(byte)
            }
        case .tag: takeInTag(byte)
        case .comment:
            pending.append(byte)
            if byte == UInt8(ascii: ">"), endsComment { endComment() }
            if pending.count > Self.longestTag { endComment(goesOn: true) }
        case .raw(let end):
            pending.append(byte)
            guard byte == UInt8(ascii: ">") || pending.count > Self.longestTag else { return }
            let tail = pending.suffix(end.count + 16).map { $0 | 0x20 }
            let isEnd = tail.firstRange(of: end) != nil && byte == UInt8(ascii: ">")
            let rest = byte == UInt8(ascii: ">") ? [] : takeCutTag()
            if records == nil {
                output += end == HTMLTag.styleEnd ? StyleText.plain(pending) : pending
            } else {
                if isEnd { dropEndTag() }
                records?.read(pending, to: desk)
            }
            pending = rest
            if isEnd {
                endRecords()
                change(to: nil)
                state = .text
            }
        }
    }

    private mutating func takeInTag(_ byte: UInt8) {
        if let open = quote {
            if byte == open { quote = nil }
        } else if byte == UInt8(ascii: ">") {
            state = .text
            return endTag()
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), pending.last == UInt8(ascii: "=") {
            quote = byte
        } else if pending.isEmpty, !isTagStart(byte) {
            // A sign, not a tag.
            state = .text
            output += [UInt8(ascii: "<"), byte]
            return
        }
        pending.append(byte)
        if pending.count == 3, pending.elementsEqual("!--".utf8) { state = .comment }
        if pending.count > Self.longestTag {
            output += pending
            pending.removeAll(keepingCapacity: true)
            state = .text
        }
    }

    private func isTagStart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
            || byte == UInt8(ascii: "?")
    }

    // MARK: Comments and scripts

    /// Whether what is pending ends in `-->`, asked of its last bytes alone.
    private var endsComment: Bool {
        let count = pending.count
        return count >= 3 && pending[count - 1] == 0x3E && pending[count - 2] == 0x2D && pending[count - 3] == 0x2D
    }

    private mutating func endComment(goesOn: Bool = false) {
        if !isCommentOpen { pending.removeFirst(3) }
        // What ends it may be cut.
        let rest = goesOn ? Array(pending.suffix(2)) : []
        let comment = Array(pending.dropLast(rest.count))
        comments += TaggedText.plain(comment.span) ?? comment
        pending = rest
        isCommentOpen = goesOn
        if !goesOn {
            comments.append(0x0A)
            state = .text
        }
        // A short one may stand in the middle of a text.
        guard comments.count > Self.longestTag else { return }
        hand()
        handComments()
        desk.begin(part)
    }

    private mutating func handComments() {
        guard !comments.isEmpty else { return }
        desk.begin(.hidden)
        desk.read(comments)
        desk.end()
        comments.removeAll(keepingCapacity: true)
    }

    /// Goes on in a passage of another form; nil is the one before.
    private mutating func change(to form: Passage.Form?) {
        endUnseen()
        readAsides()
        hand()
        desk.begin(part, form: form ?? .prose)
    }

    // MARK: Tags

    private mutating func endTag() {
        let tag = pending
        pending.removeAll(keepingCapacity: true)
        let isEnd = tag.first == UInt8(ascii: "/")
        let name = HTMLTag.packed(tag)
        switch name {
        case HTMLTag.cell, HTMLTag.headCell:
            if isEnd { trimCell() } else { dropBlanksBehindCell() }
            if isEnd || output.last.map({ $0 > 0x20 }) ?? false { output.append(0x09) }
            cellEnd = output.count
        case HTMLTag.script where !isEnd && tag.last != UInt8(ascii: "/"):
            change(to: .sourceCode)
            if HTMLTag.holdsRecords(tag) { records = JSONText(in: desk.place(part)) }
            state = .raw(end: Array("</script".utf8).map { $0 | 0x20 })
        case HTMLTag.style where !isEnd && tag.last != UInt8(ascii: "/"):
            endUnseen()
            readAsides()
            hand()
            desk.begin(.hidden)
            state = .raw(end: HTMLTag.styleEnd)
        case let other where HTMLTag.inline.contains(other): break
        default:
            // The paragraph of a cell begins no line of its own.
            if name == HTMLTag.row { cellEnd = nil } else if !isEnd { dropBlanksBehindCell() }
            if output.last != 0x0A, name == HTMLTag.row || output.last != 0x09 { output.append(0x0A) }
            readAsides()
        }
        if !isEnd { readAttributes(tag, isInline: HTMLTag.inline.contains(name)) }
        noteUnseen(name, tag, isEnd: isEnd)
    }

    /// Takes the tag that ends a script from its text.
    private mutating func dropEndTag() {
        if let start = pending.lastIndex(of: UInt8(ascii: "<")) { pending.removeLast(pending.count - start) }
    }

    /// Takes the beginning of what may be the tag that ends a script from a long part of its text.
    private mutating func takeCutTag() -> [UInt8] {
        let rest = Array(pending.suffix(Self.longestEnd).drop { $0 != UInt8(ascii: "<") })
        pending.removeLast(rest.count)
        return rest
    }

    private mutating func endRecords() {
        records?.finish(to: desk)
        records = nil
    }

    /// Drops the blanks and ends of lines around the content of the cell that ends.
    private mutating func trimCell() {
        let first = min(cellEnd ?? output.count, output.count)
        guard let start = output[first...].firstIndex(where: { $0 > 0x20 }),
            let last = output.lastIndex(where: { $0 > 0x20 })
        else { return dropBlanksBehindCell() }
        output.removeSubrange((last + 1)...)
        output.removeSubrange(first..<start)
    }

    /// Cells of one row may stand on lines of their own in the markup.
    private mutating func dropBlanksBehindCell() {
        guard let cellEnd, cellEnd <= output.count, output[cellEnd...].allSatisfy({ $0 <= 0x20 }) else { return }
        output.removeLast(output.count - cellEnd)
    }

    /// Reads what stood in tags of the line that ends, as lines of their own.
    private mutating func readAsides() {
        guard !asides.isEmpty else { return }
        if output.last != 0x0A { output.append(0x0A) }
        output += asides
        asides.removeAll(keepingCapacity: true)
    }

    /// Keeps what is not shown from what is, which it does not cut (CSS 2.2 sections 9.2.4 and 11.2).
    private mutating func noteUnseen(_ name: UInt64, _ tag: [UInt8], isEnd: Bool) {
        if let gloss = unseen?.name, HTMLTag.glosses.contains(gloss),
            HTMLTag.glosses.contains(name) || name == HTMLTag.ruby
        {
            // Its end may be left out.
            endUnseen()
            guard !isEnd, name != HTMLTag.ruby else { return }
            unseen = (name, 1, output)
            output = []
        } else if let unseen {
            guard name == unseen.name, name != 0, tag.last != UInt8(ascii: "/") else { return }
            self.unseen?.depth += isEnd ? -1 : 1
            if unseen.depth == 1, isEnd { endUnseen() }
        } else if isEnd {
            if name == HTMLTag.inserted { endInserted() }
        } else if name != 0, !HTMLTag.void.contains(name), tag.last != UInt8(ascii: "/") {
            let isGloss = HTMLTag.glosses.contains(name)
            guard isGloss || HTMLTag.isUnseen(tag) || beginsChange(name) else { return }
            if !isGloss { beginOther() }
            unseen = (name, 1, output)
            output = []
        }
    }

    // MARK: Changes

    /// Whether what is deleted begins in the middle of an account number, which is read without it.
    ///
    /// Elsewhere, it is text that is shown as deleted. What was inserted there is left out of the number as it was before.
    private mutating func beginsChange(_ name: UInt64) -> Bool {
        guard name == HTMLTag.inserted || HTMLTag.deleted.contains(name) else { return false }
        beginOther()
        if name == HTMLTag.inserted { other?.leavesOut = true }
        return name != HTMLTag.inserted && other != nil
    }

    private mutating func endInserted() {
        followShown()
        other?.leavesOut = false
    }

    private mutating func beginOther() {
        followShown()
        if other == nil { other = OtherReading(behind: output, after: handed) }
    }

    private mutating func followShown() {
        other?.follow(output)
        if other?.isEnded == true { endOther() }
    }

    private mutating func endOther() {
        guard let ended = other else { return }
        other = nil
        comments += ended.text + [0x0A]
    }

    /// Values that people read, or that hold addresses; those in the middle of a line do not cut it.
    private mutating func readAttributes(_ tag: [UInt8], isInline: Bool) {
        guard tag.contains(UInt8(ascii: "=")) else { return looks.add(tag) }
        let text = String(decoding: tag, as: UTF8.self)
        for (name, value) in HTMLAttributes.all(in: text) {
            if tag.count > Self.shortestFile, let file = HTMLTag.file(in: value) {
                add(file, isInline: true)
                continue
            }
            switch name {
            case "alt", "title", "content", "value", "placeholder", "label", "summary":
                // A field of a form may be the box of one character.
                guard value.count > 1 || name == "value" && isInline else { continue }
                add(Array(HTMLReference.decoded(value).utf8), isInline: isInline)
            case "srcdoc":
                let frame = Array(HTMLReference.decoded(value).utf8)
                output += [0x0A] + (TaggedText.plain(frame.span) ?? frame) + [0x0A]
            case "href", "src", "action":
                let isContact = value.lowercased().hasPrefix("mailto:") || value.lowercased().hasPrefix("tel:")
                guard isContact || Remains.areData(value.utf8) else { continue }
                let link = Array(HTMLReference.decoded(value).utf8)
                add(MailCoding.unescape(link, sign: UInt8(ascii: "%")), isInline: isInline)
            // How it looks, in many numbers.
            case "d", "points", "viewbox", "transform": continue
            case "style", "class", "srcset": looks.add(HTMLReference.decoded(value).utf8)
            default:
                guard Remains.areData(value.utf8) else { continue }
                add(Array(HTMLReference.decoded(value).utf8), isInline: isInline)
            }
        }
    }

    private mutating func add(_ value: [UInt8], isInline: Bool) {
        guard isInline else { return output += [0x20] + value + [0x20] }
        asides += value
        asides.append(0x0A)
        if asides.count > Self.longestTag { readAsides() }
    }

    // MARK: References

    private mutating func endOrContinueReference(_ byte: UInt8) {
        let isPart =
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "#")
        if isPart, pending.count < 32 { pending.append(byte) } else { endReference(byte) }
    }

    private mutating func endReference(_ byte: UInt8?) {
        inReference = false
        if let character = HTMLReference.character(named: String(decoding: pending, as: UTF8.self)) {
            output += Array(String(character).utf8)
            pending.removeAll(keepingCapacity: true)
            if let byte, byte != UInt8(ascii: ";") { take(byte) }
        } else if let leading = HTMLReference.leading(String(decoding: pending, as: UTF8.self)) {
            output += Array(String(leading.character).utf8) + Array(leading.text.utf8)
            pending.removeAll(keepingCapacity: true)
            if let byte { take(byte) }
        } else {
            output.append(UInt8(ascii: "&"))
            output += pending
            pending.removeAll(keepingCapacity: true)
            if let byte { take(byte) }
        }
    }
}
