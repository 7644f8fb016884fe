/// Something that an answer demands of people, such as a password or an expiry.
public struct Obligation: Hashable, Sendable {
    /// How two demands of the same obligation become one.
    public enum Kind: Hashable, Sendable {
        /// It holds or it does not; demanded once, it holds.
        case flag
        /// A greatest number; the smaller wins. The unit is a word such as `days`.
        case atMost(unit: String)
        /// A least number; the greater wins. The unit is a word such as `characters`.
        case atLeast(unit: String)
        /// One out of several choices; only what every demand accepts remains.
        case oneOf([String])
    }

    /// Its name.
    public var id: ObligationID
    /// How demands are joined.
    public var kind: Kind
    /// Set when the obligation is a condition of access rather than an act of sharing.
    public var prerequisite: Prerequisite?

    /// Puts the parts together.
    public init(id: ObligationID, kind: Kind, prerequisite: Prerequisite? = nil) {
        self.id = id
        self.kind = kind
        self.prerequisite = prerequisite
    }
}

/// What sender or recipients need before a place is open to them.
public struct Prerequisite: Hashable, Sendable {
    /// What shows whether the prerequisite is met.
    public enum Witness: Hashable, Sendable {
        /// Having an account of the institution.
        case account
        /// Being on one of these networks.
        case networks([NetworkID])
    }

    /// Who needs it.
    public var parties: [Party]
    /// What shows that it is met.
    public var witness: Witness

    /// Puts the parts together.
    public init(parties: [Party], witness: Witness) {
        self.parties = parties
        self.witness = witness
    }
}

/// One of the two sides of a sharing.
public enum Party: String, CaseIterable, Sendable {
    /// Who shares.
    case sender
    /// Who receives.
    case recipient
}

/// How far one obligation is demanded.
public enum ObligationValue: Hashable, Sendable {
    /// It holds.
    case flag
    /// No more than so many units.
    case atMost(Int)
    /// No fewer than so many units.
    case atLeast(Int)
    /// One of these choices, in the order of the vocabulary.
    case oneOf([String])
}
