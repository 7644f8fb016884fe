/// A kebab-case name that stands for one thing of the inventory, typed by that thing.
///
/// Identifiers of methods and shares have two parts, `system/name`. They appear unchanged in YAML, JSON, URLs and
/// metric labels.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name as it is written in the inventory.
    public let text: String

    /// Wraps a name; nothing is checked here, the reader of the inventory does that.
    public init(_ text: String) {
        self.text = text
    }

    /// Wraps a literal.
    public init(stringLiteral value: String) {
        self.text = value
    }

    /// The name as it is written in the inventory.
    public var description: String { text }

    /// Orders by the bytes of the name, the same everywhere.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

/// Names a ``StorageSystem``.
public typealias SystemID = Identifier<StorageSystem>
/// Names a ``Method``, as `system/name`.
public typealias MethodID = Identifier<Method>
/// Names a ``Share``, as `system/name`.
public typealias ShareID = Identifier<Share>
/// Names a ``Group``.
public typealias GroupID = Identifier<Group>
/// Names a kind of group, such as a unit.
public typealias GroupKindID = Identifier<GroupKind>
/// Names a ``Network``.
public typealias NetworkID = Identifier<Network>
/// Names a ``Level``.
public typealias LevelID = Identifier<Level>
/// Names a ``Tag``.
public typealias TagID = Identifier<Tag>
/// Names a ``Facet``.
public typealias FacetID = Identifier<Facet>
/// Names an ``Obligation``.
public typealias ObligationID = Identifier<Obligation>
/// Names a ``Rule``.
public typealias RuleID = Identifier<Rule>
/// Names a ``Source``.
public typealias SourceID = Identifier<Source>
/// Names a step, message or warning of a method.
public typealias PartID = Identifier<MethodPart>

extension Identifier where Subject == Method {
    /// Joins a system and the method's own name.
    public init(system: SystemID, name: String) {
        self.init("\(system)/\(name)")
    }

    /// The system that the method belongs to.
    public var system: SystemID { SystemID(text.beforeSlash) }
}

extension Identifier where Subject == Share {
    /// Joins a system and the share's own name.
    public init(system: SystemID, name: String) {
        self.init("\(system)/\(name)")
    }

    /// The system that the share lies on.
    public var system: SystemID { SystemID(text.beforeSlash) }
}

extension String {
    fileprivate var beforeSlash: String { String(prefix { $0 != "/" }) }
}
