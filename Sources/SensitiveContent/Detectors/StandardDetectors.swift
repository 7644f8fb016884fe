internal import StorageModel

/// To be raised with every change of the engine that can change a judgement.
let engineRevision = "1"

/// The detectors that come with the library, in the order of their groups: money, identity, contact, education,
/// health, secrets, markings.
let standardDetectors: [any Detector] = [
    PaymentCardDetector(), IBANDetector(),
    AustrianSocialInsuranceDetector(), TravelDocumentDetector(),
    EmailDetector(),
    PrivateKeyDetector(),
]

/// Detectors whose finding tells one person from others.
let identifyingDetectors: [DetectorID] = [
    "austrian-social-insurance", "machine-readable-zone", "date-of-birth",
]

/// Detectors whose distinct values are about as many persons.
let subjectDetectors: [DetectorID] = [
    "austrian-social-insurance", "machine-readable-zone", "date-of-birth", "email",
]

/// What a column that a detector recognizes says of a person.
let columnDetectors: [(DetectorID, TableShape.Column)] = [
    ("email", .mail), ("phone", .phone), ("postal-address", .address), ("date-of-birth", .birth),
    ("person-name", .name), ("austrian-social-insurance", .number), ("student-number", .number),
]
