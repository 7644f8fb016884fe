internal import Diagnosis
internal import StorageModel

/// An answer to why a place cannot be reached, with everything that is told about it.
struct DiagnosisReport {
    var evidence: AccessCase
    var diagnosis: AccessDiagnosis
    var vantage: Vantage
    var at: Moment
    var duration: Duration
    /// What people quote when they call.
    var id: String
    /// The name of the place for people, such as the share's path on this kind of computer.
    var place: String
    /// The account that is asked about; nil when that is whoever runs the program.
    var person: String?
    /// When the place was last seen to work, and from where; nil when nobody remembers.
    var lastWorked: (at: Moment, from: String)?
    /// Whether the evidence is what somebody pasted, so that nobody here can sign in for them.
    var isPasted = false

    /// The status that the program ends with: that somebody is turned away as intended is well.
    var exitStatus: ExitStatus {
        switch diagnosis.outcome {
        case .works: diagnosis.observation.verdict == .degraded ? .problem : .well
        case .deniedAsIntended: .well
        case .worksAgainstInventory, .broken: .problem
        case .undecided: .unknown
        }
    }
}
