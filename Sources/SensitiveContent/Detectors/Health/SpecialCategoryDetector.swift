internal import StorageModel

/// The other special categories: religion, union, origin, orientation, opinion, biometrics, and convictions.
///
/// Source: articles 9 and 10 GDPR.
struct SpecialCategoryDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "special-category", tag: "special-category", english: "special category of personal data",
            german: "besondere Kategorie personenbezogener Daten")
    }
    var words: [String] {
        [
            "religion", "religionsbekenntnis", "religionszugehörigkeit", "glaubensbekenntnis", "konfession",
            "römisch katholisch", "evangelisch", "islamisch", "gewerkschaft", "gewerkschaftsmitglied",
            "gewerkschaftszugehörigkeit", "ethnische herkunft", "ethnie", "ethnizität",
            "sexuelle orientierung", "politische meinung", "parteimitglied", "parteizugehörigkeit",
            "fingerabdruck", "fingerabdrücke", "strafregister", "strafregisterauszug",
            "strafregisterbescheinigung", "vorstrafen", "führungszeugnis", "leumundszeugnis",
            "religious affiliation", "religious belief", "denomination", "trade union", "union member",
            "union membership", "ethnicity", "ethnic origin", "racial origin", "race", "sexual orientation",
            "political opinion", "political affiliation", "party membership", "fingerprint", "fingerprints",
            "biometric", "criminal record", "criminal conviction", "convictions", "genetic data",
            "genetische daten",
        ]
    }

    func conclude(_ document: inout DocumentReading) {
        let words = document.distinctWords(of: description.id)
        let own = document.words(of: description.id)
        let isTabled = document.tables.contains { $0.identifies && $0.headers.meets(own) }
        guard words >= 2 || words >= 1 && (document.hasPerson || isTabled), !document.isSourceCode else { return }
        document.report(description.id, words >= 2 && document.hasPerson || isTabled ? .likely : .topic)
    }
}
