public import StorageModel

/// What people are told about a cause.
///
/// The same words, at greater length, stand on the cause's page in `docs/causes`.
public struct CauseAdvice: Hashable, Sendable {
    /// What is wrong, as a headline.
    public var title: String
    /// What the person can do who wants to reach the place.
    public var person: String
    /// What the helpdesk can do.
    public var helpdesk: String

    init(_ title: String, _ person: String, _ helpdesk: String) {
        self.title = title
        self.person = person
        self.helpdesk = helpdesk
    }
}

extension Cause {
    /// The advice in a language; in English where the program does not speak it.
    public func advice(in language: Language) -> CauseAdvice {
        language == "de" ? CauseAdvice(german: self) : CauseAdvice(english: self)
    }
}
