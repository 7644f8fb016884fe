extension FileKind {
    /// The schema of a file of this kind.
    var schema: Schema {
        switch self {
        case .institution: InstitutionFile.shape.schema
        case .systems: SystemFile.shape.schema
        case .groups: GroupsFile.shape.schema
        case .networks: NetworksFile.shape.schema
        case .policy: PolicyFile.shape.schema
        case .cases: CasesFile.shape.schema
        case .texts: TextsFile.shape.schema
        case .exemptions: ExemptionsFile.shape.schema
        case .content: ContentFile.shape.schema
        case .checks: ChecksFile.shape.schema
        }
    }

    /// The kinds of names that such files declare.
    var declares: Set<NameKind> {
        switch self {
        case .institution: InstitutionFile.shape.declares
        case .systems: SystemFile.shape.declares
        case .groups: GroupsFile.shape.declares
        case .networks: NetworksFile.shape.declares
        case .policy: PolicyFile.shape.declares
        case .cases: CasesFile.shape.declares
        case .texts: TextsFile.shape.declares
        case .exemptions: ExemptionsFile.shape.declares
        case .content: ContentFile.shape.declares
        case .checks: ChecksFile.shape.declares
        }
    }

    /// Reads the content of such a file into the draft.
    func read(_ node: YAMLNode, _ reading: Reading) throws(Unreadable) {
        switch self {
        case .institution: try InstitutionFile.shape.read(node, reading)
        case .systems: reading.draft.systems.append(try SystemFile.shape.read(node, reading))
        case .groups: reading.draft.groups += try GroupsFile.shape.read(node, reading)
        case .networks: reading.draft.networks += try NetworksFile.shape.read(node, reading)
        case .policy:
            let part = try PolicyFile.shape.read(node, reading)
            reading.draft.rules += part.rules
            reading.draft.invariants += part.invariants
            reading.draft.impossibilities += part.impossibilities
        case .cases: reading.draft.cases += try CasesFile.shape.read(node, reading)
        case .texts: reading.draft.texts.append(try TextsFile.shape.read(node, reading))
        case .exemptions: reading.draft.exemptions += try ExemptionsFile.shape.read(node, reading)
        case .content:
            let part = try ContentFile.shape.read(node, reading)
            reading.draft.detectors += part.detectors
            reading.draft.publicValues += part.publicValues
        case .checks: reading.draft.checks = try ChecksFile.shape.read(node, reading)
        }
    }
}
