/// The words of an inventory in one language.
public struct Texts: Hashable, Sendable {
    /// What a text belongs to.
    public enum Section: String, CaseIterable, Sendable {
        /// Names of systems.
        case systems
        /// Names of methods.
        case methods
        /// What to do with a method, in one line that leads the answer.
        case headlines
        /// Names of levels.
        case levels
        /// Names of tags.
        case tags
        /// Names of kinds of group.
        case groupKinds = "group-kinds"
        /// Names of networks.
        case networks
        /// Names of the institution's own facets.
        case facets
        /// Obligations, as conditions a person reads.
        case obligations
        /// Choices of obligations, such as a second channel.
        case choices
        /// Reasons of rules.
        case rules
        /// Steps of methods and prerequisites.
        case steps
        /// Texts ready to send.
        case messages
        /// Traps to warn of.
        case warnings
        /// Why a question means nothing, and what to ask instead.
        case impossible
    }

    /// The language.
    public var language: Language
    /// The words by section and id.
    public var entries: [Section: [String: String]]

    /// Puts the parts together.
    public init(language: Language, entries: [Section: [String: String]]) {
        self.language = language
        self.entries = entries
    }

    /// The words for an id; the id itself where there are none, which a checked inventory does not let happen.
    public subscript(_ section: Section, _ id: String) -> String {
        entries[section]?[id] ?? id
    }

    /// The words for an id.
    public subscript<Subject>(_ section: Section, _ id: Identifier<Subject>) -> String {
        self[section, id.text]
    }
}
