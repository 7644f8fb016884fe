/// A stretch of a document that is read in one go: a page, a sheet, a header, one value of a record.
///
/// Context does not reach from one passage into the next, but a document's passages are judged together: a CV may have
/// three pages. Two passages belong to the same document when their ``Place-swift.struct/members`` are equal.
public struct Passage: Hashable, Sendable {
    /// Where in the file the text stands.
    public var place: Place
    /// How the text is laid out.
    public var form: Form

    /// Puts the parts together.
    public init(place: Place = Place(), form: Form = .prose) {
        self.place = place
        self.form = form
    }
}

extension Passage {
    /// Where in a file a passage stands.
    public struct Place: Hashable, Sendable {
        /// The way through archives and attachments to the document, outermost first; empty for the file itself.
        public var members: [String]
        /// The page, from 1.
        public var page: Int?
        /// The name of the sheet.
        public var sheet: String?
        /// Which part of the document it is.
        public var part: Part

        /// Puts the parts together.
        public init(members: [String] = [], page: Int? = nil, sheet: String? = nil, part: Part = .body) {
            self.members = members
            self.page = page
            self.sheet = sheet
            self.part = part
        }
    }

    /// The part of a document that text stands in.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// What a reader sees first.
        case body
        /// What is repeated at the top of each page.
        case header
        /// What is repeated at the bottom of each page.
        case footer
        /// Footnotes and endnotes.
        case footnote
        /// Remarks of reviewers.
        case comment
        /// Text that was inserted or deleted while changes were tracked.
        case trackedChange = "tracked-change"
        /// A speaker's notes.
        case notes
        /// Fields about the document, such as its author, and headers of research formats.
        case metadata
        /// Sheets, rows, slides and layers that are not shown.
        case hidden
    }

    /// How text is laid out, which decides what can be context of what.
    public enum Form: Hashable, Sendable {
        /// Sentences and lines; context stands nearby.
        case prose
        /// Rows of cells that end at the separator, a mark of ASCII, quoted as in RFC 4180; context is the column's header.
        case table(separator: UInt8)
        /// One value of a record; context is the path of its key, such as `person/dateOfBirth` or `dicom/PatientName`.
        case keyed(path: String)
        /// A program's text; names and addresses in it are its authors'.
        case sourceCode
        /// The head of an e-mail, one field per line.
        case mailHeader

        var isKeyed: Bool { if case .keyed = self { true } else { false } }
    }
}
