import StorageModel

extension Field where Value == Provenance {
    /// The keys that say where a statement comes from; they stand among the other keys of its record.
    static var provenance: Field {
        .group(
            .required(
                "basis", .word(Basis.self),
                "Whether the source says it, it follows from what the source says, or it is assumed."),
            .required("source", .reference(to: Source.self), "The source, by its id in institution.yaml."),
            .optional("paragraph", .line, "The paragraph or heading of the source; required when it is stated."),
            .optional(
                "review-by", .date, "The last day on which this may be believed unread; else that of the source."),
            rules: [.when("basis", isOneOf: [Basis.stated.rawValue], require: ["paragraph"])]
        ) { record, basis, source, paragraph, reviewBy throws(Unreadable) in
            if basis == .stated, paragraph == nil {
                record.reading.tell(
                    .paragraphMissing, at: record.place(of: "basis"), "this is stated, but not where",
                    accepted: "what a source states has the key 'paragraph'",
                    next:
                        "add 'paragraph: …' with the paragraph or heading, or write 'basis: derived' or 'basis: assumed'"
                )
                throw Unreadable()
            }
            // An unknown source is told later, and then no inventory comes of the reading.
            let fallback = record.reading.draft.reviewDays[source] ?? CalendarDate(daysSince1970: 0)
            return Provenance(basis: basis, source: source, paragraph: paragraph, reviewBy: reviewBy ?? fallback)
        }
    }
}

extension Shape {
    /// A value with its provenance.
    ///
    /// - Parameters:
    ///   - name: What the value is called, such as `host`; no two facts of different shapes share it.
    ///   - value: What the value looks like.
    /// - Returns: A record of the value and the keys of its provenance.
    static func fact<Claim: Hashable & Sendable>(_ name: String, _ value: Shape<Claim>) -> Shape
    where Value == Fact<Claim> {
        .record(
            "\(name) fact", "A value, and where it comes from.", .required("value", value, "What is claimed."),
            .provenance
        ) { _, value, provenance in Fact(value, provenance) }
    }
}
