internal import Diagnosis
internal import StorageModel

/// An observation as it is printed and kept: schema `wheretoshare.check/1`.
struct ObservationDocument: Codable, Hashable {
    static let schemaName = "wheretoshare.check/1"

    var schema = Self.schemaName
    var target: String
    /// The computer that looked, and the network it was on; null when no network fits.
    var vantage: String
    @OrNull var network: String?
    /// When, in UTC (RFC 3339).
    var at: String
    var verdict: String
    @OrNull var cause: String?
    /// Other causes that would look the same from here.
    var alternatives: [String]
    @OrNull var owner: String?
    @OrNull var advice: String?
    var stages: [Step]
    @OrNull var server: Server?
    @OrNull var space: Space?

    struct Step: Codable, Hashable {
        var stage: String
        var state: String
        @OrNull var ms: Double?
        var evidence: [String: String]
    }

    struct Server: Codable, Hashable {
        var dialect: String
        /// Whether the server insists on signed messages.
        var signing: Bool
        /// Whether messages were encrypted; null when nobody signed in.
        @OrNull var encryption: Bool?
        /// The cipher with which they could be; null when the server cannot.
        @OrNull var cipher: String?
        var guid: String
        @OrNull var name: String?
        @OrNull var skewSeconds: Double?
    }

    struct Space: Codable, Hashable {
        var size: UInt64
        var free: UInt64
    }

    init(_ observation: Observation, advice: String?, seenFrom vantage: Vantage, at moment: Moment) {
        target = observation.target
        self.vantage = vantage.name
        network = vantage.network?.text
        at = moment.description
        verdict = observation.verdict.rawValue
        cause = observation.cause?.rawValue
        alternatives = observation.alternatives.map(\.rawValue)
        owner = observation.cause?.owner.rawValue
        self.advice = advice
        stages = observation.steps.map { step in
            Step(
                stage: step.stage.rawValue, state: step.state.rawValue, ms: step.duration?.milliseconds,
                evidence: Dictionary(step.evidence.map { ($0.name, $0.value) }) { "\($0), \($1)" })
        }
        server = observation.server.map { greeting in
            Server(
                dialect: "\(greeting.dialect)", signing: greeting.requiresSigning,
                encryption: observation.isEncrypted, cipher: greeting.cipher, guid: "\(greeting.serverGUID)",
                name: greeting.dnsName ?? greeting.netBIOSName,
                skewSeconds: greeting.clockSkewSeconds.map { ($0 * 1_000).rounded() / 1_000 })
        }
        space = observation.space.map { Space(size: $0.size, free: $0.free) }
    }
}

/// From where a check looks.
struct Vantage: Hashable {
    /// The name of the computer, or what its owner calls it.
    var name: String
    /// The network that it is on; nil when none of the inventory fits.
    var network: NetworkID?
}

extension Duration {
    /// The duration in milliseconds, to the microsecond.
    var milliseconds: Double { (self / .microseconds(1)).rounded() / 1_000 }

    /// The duration in seconds.
    var seconds: Double { self / .seconds(1) }
}
