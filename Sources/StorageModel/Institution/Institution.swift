/// The institution that an inventory describes.
public struct Institution: Hashable, Sendable {
    /// Its name in JSON and ids, such as `ista`.
    public var id: String
    /// Its name, for people.
    public var name: String
    /// Who answers for the inventory.
    public var owner: String
    /// The languages that every text is given in, the default first.
    public var languages: [Language]
    /// Whom to ask when no way is known.
    public var contact: Contact

    /// Puts the parts together.
    public init(id: String, name: String, owner: String, languages: [Language], contact: Contact) {
        self.id = id
        self.name = name
        self.owner = owner
        self.languages = languages
        self.contact = contact
    }
}

/// Whom to ask, and how.
public struct Contact: Hashable, Sendable {
    /// The desk or person.
    public var name: String
    /// An e-mail address.
    public var email: String?
    /// A telephone number.
    public var phone: String?
    /// A web page.
    public var url: String?
    /// Where these come from.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(name: String, email: String?, phone: String?, url: String?, provenance: Provenance) {
        self.name = name
        self.email = email
        self.phone = phone
        self.url = url
        self.provenance = provenance
    }
}

/// A language by its two-letter code (ISO 639-1).
public struct Language: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The code, such as `en`.
    public let code: String

    /// Wraps a code; nothing is checked here.
    public init(_ code: String) { self.code = code }
    /// Wraps a literal.
    public init(stringLiteral value: String) { code = value }
    /// The code.
    public var description: String { code }
}
