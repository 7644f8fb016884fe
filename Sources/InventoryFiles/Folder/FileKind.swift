import StorageModel

/// What a file of the inventory holds, which follows from its path alone.
public enum FileKind: String, CaseIterable, Hashable, Sendable {
    /// `institution.yaml`: the institution, its sources and its vocabulary.
    case institution
    /// `systems/ID.yaml`: a storage system each.
    case systems
    /// `groups.yaml` or `groups/*.yaml`: groups of people.
    case groups
    /// `networks.yaml`: the networks that people come from.
    case networks
    /// `policy/*.yaml`: rules, invariants and impossible questions.
    case policy
    /// `cases/*.yaml`: questions with their expected answers.
    case cases
    /// `texts/LANGUAGE.yaml`: the words of one language each.
    case texts
    /// `exemptions.yaml`: rules that are lifted for a time.
    case exemptions
    /// `content.yaml`: what is looked for in files.
    case content
    /// `checks.yaml`: how places are checked.
    case checks

    /// What the file at a path holds, relative to the inventory's folder; nil when an inventory has no file there.
    public init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, name.hasSuffix(Self.ending), name.utf8.count > Self.ending.utf8.count else {
            return nil
        }
        let found = FileKind.allCases.first { kind in
            switch parts.count {
            case 1: kind.hasFile && name.dropLast(Self.ending.count) == kind.rawValue
            case 2: kind.hasFolder && parts[0] == kind.rawValue
            default: false
            }
        }
        guard let found else { return nil }
        self = found
    }

    static let ending = ".yaml"

    /// Whether there is one file of this kind in the inventory's folder itself.
    var hasFile: Bool {
        switch self {
        case .institution, .groups, .networks, .exemptions, .content, .checks: true
        case .systems, .policy, .cases, .texts: false
        }
    }

    /// Whether there is a folder with files of this kind.
    var hasFolder: Bool {
        switch self {
        case .groups, .systems, .policy, .cases, .texts: true
        case .institution, .networks, .exemptions, .content, .checks: false
        }
    }

    /// Where such files are, such as `groups.yaml or groups/*.yaml`.
    var location: String {
        [hasFile ? "\(rawValue).yaml" : nil, hasFolder ? "\(rawValue)/*.yaml" : nil].compactMap(\.self)
            .joined(separator: " or ")
    }

    /// Where every inventory has files.
    static var requiredLocations: String {
        allCases.filter(\.isRequired).map(\.location).enumeration
    }

    /// Paths of an inventory that a misplaced file was probably meant to have.
    static func likelyPaths(for path: String) -> [String] {
        var parts = path.split(separator: "/").map(String.init)
        guard let name = parts.popLast(), let dot = name.lastIndex(of: ".") else { return [] }
        let stem = String(name[..<dot])
        let renamed = (parts + [stem + ending]).joined(separator: "/")
        if FileKind(path: renamed) != nil { return [renamed] }
        guard parts.isEmpty else {
            let folders = allCases.filter(\.hasFolder).map(\.rawValue)
            return parts.count > 1 ? [] : didYouMean(parts[0], among: folders).map { "\($0)/\(stem)\(ending)" }
        }
        return didYouMean(stem, among: allCases.filter(\.hasFile).map(\.rawValue)).map { $0 + ending }
    }

    /// Whether every inventory has at least one such file.
    var isRequired: Bool {
        switch self {
        case .institution, .systems, .groups, .networks, .policy, .texts: true
        case .cases, .exemptions, .content, .checks: false
        }
    }

    /// The order in which files are read: words before the sentences that use them.
    var readingOrder: Int {
        switch self {
        case .institution: 0
        case .networks: 1
        case .systems: 2
        case .groups: 3
        case .policy: 4
        case .exemptions: 5
        case .cases: 6
        case .content: 7
        case .checks: 8
        case .texts: 9
        }
    }
}
