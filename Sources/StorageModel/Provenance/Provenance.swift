/// How well a statement of the inventory is founded.
public enum Basis: String, CaseIterable, Sendable {
    /// The source says it.
    case stated
    /// It follows from what the source says.
    case derived
    /// Nobody said it; somebody has to confirm it.
    case assumed
}

/// Where a statement comes from, how well it is founded, and when it has to be looked at again.
public struct Provenance: Hashable, Sendable {
    /// How well it is founded.
    public var basis: Basis
    /// The document or person that it comes from.
    public var source: SourceID
    /// The paragraph or heading of the source.
    public var paragraph: String?
    /// The last day on which the statement may be believed unread.
    public var reviewBy: CalendarDate

    /// Puts the parts together.
    public init(basis: Basis, source: SourceID, paragraph: String? = nil, reviewBy: CalendarDate) {
        self.basis = basis
        self.source = source
        self.paragraph = paragraph
        self.reviewBy = reviewBy
    }

    /// Whether the review is late on that day.
    public func isOverdue(on today: CalendarDate) -> Bool { reviewBy < today }
}

/// A value with its provenance.
public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What is claimed.
    public var value: Value
    /// Who claims it.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(_ value: Value, _ provenance: Provenance) {
        self.value = value
        self.provenance = provenance
    }
}

/// A document, page or person that statements of the inventory come from.
public struct Source: Hashable, Sendable {
    /// Its name in the inventory.
    public var id: SourceID
    /// Its title, for people.
    public var title: String
    /// Its address, if it has one.
    public var url: String?
    /// The day it was last read.
    public var read: CalendarDate
    /// The last day on which statements from it may be believed unread, unless they name a day of their own.
    public var reviewBy: CalendarDate

    /// Puts the parts together.
    public init(id: SourceID, title: String, url: String? = nil, read: CalendarDate, reviewBy: CalendarDate) {
        self.id = id
        self.title = title
        self.url = url
        self.read = read
        self.reviewBy = reviewBy
    }
}
