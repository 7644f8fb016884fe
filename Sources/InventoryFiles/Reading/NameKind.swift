import StorageModel

/// What an id or alias of the inventory can name; ids are told apart within a kind, not between kinds.
enum NameKind: String, CaseIterable, Sendable {
    case source
    case level
    case tag
    case groupKind = "kind of group"
    case facet
    case obligation
    case network
    case system
    case method
    case share
    case group
    case rule
    case invariant
    case impossibility = "impossible question"
    case exemption
    case detector
    case policyCase = "case"
    case step
    case message
    case warning

    /// Where such things are declared, for messages.
    var home: String {
        switch self {
        case .source: "the sources of institution.yaml"
        case .level, .tag, .groupKind, .facet, .obligation: "the vocabulary of institution.yaml"
        case .network: "networks.yaml"
        case .system: "systems/*.yaml"
        case .method, .step, .message, .warning: "the methods of systems/*.yaml"
        case .share: "the shares of systems/*.yaml"
        case .group: FileKind.groups.location
        case .rule, .invariant, .impossibility: "policy/*.yaml"
        case .exemption: "exemptions.yaml"
        case .detector: "content.yaml"
        case .policyCase: "cases/*.yaml"
        }
    }

    /// Whether the same id may be declared again; steps, messages and warnings share their words between methods.
    var isShared: Bool {
        switch self {
        case .step, .message, .warning: true
        default: false
        }
    }
}

/// Something that an ``Identifier`` names, with the kind of its names.
protocol Named: SendableMetatype {
    static var nameKind: NameKind { get }
}

extension Source: Named { static var nameKind: NameKind { .source } }
extension Level: Named { static var nameKind: NameKind { .level } }
extension Tag: Named { static var nameKind: NameKind { .tag } }
extension GroupKind: Named { static var nameKind: NameKind { .groupKind } }
extension Facet: Named { static var nameKind: NameKind { .facet } }
extension Obligation: Named { static var nameKind: NameKind { .obligation } }
extension Network: Named { static var nameKind: NameKind { .network } }
extension StorageSystem: Named { static var nameKind: NameKind { .system } }
extension Method: Named { static var nameKind: NameKind { .method } }
extension Share: Named { static var nameKind: NameKind { .share } }
extension Group: Named { static var nameKind: NameKind { .group } }
extension ContentDetector: Named { static var nameKind: NameKind { .detector } }
extension Rule: Named { static var nameKind: NameKind { .rule } }
