internal import StorageModel

/// Persons in the headers of research formats: patients, subjects, and human samples.
///
/// Source: DICOM PS3.6 (group 0010), the EDF specification, VCF and SAM headers; article 9 GDPR for health and genes.
struct ResearchSubjectDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "research-subject", tag: "special-category", english: "person in the header of a research file",
            german: "Person im Kopf einer Forschungsdatei")
    }
    var triggers: [Trigger] { [.anchor(.value)] }
    var words: [String] {
        [
            "patient name", "patientname", "patient id", "patientid", "patient birth", "patient birthdate",
            "patient sex", "patient address", "patient age", "other patient", "patient mother",
            "patient comments", "edf patient", "bdf patient", "patient identification", "patient",
            "subject name", "subject id", "subject birthdate", "vcf sample", "bam sample", "cram sample",
            "sam sample", "vcf samples", "bam samples", "cram samples", "nifti descrip", "nifti db name",
            "referring physician", "performing physician",
        ]
    }

    func examine(value text: Span<UInt8>) -> Match? {
        let end = min(text.count, 64)
        var letters = 0
        for position in 0..<end where text[position].isLetterOrDigit || text[position] >= 0x80 { letters += 1 }
        guard letters >= 2 else { return nil }
        let value = lower(text, 0, end)
        // X is what EDF+ writes for what is left out.
        let parts = value.split(whereSeparator: { " ^_-/.".contains($0) })
        let isEmpty = parts.allSatisfy { part in
            emptyValues.contains(String(part)) || part.count == 1 || part.allSatisfy { $0 == "0" || $0 == "x" }
                || emptyBeginnings.contains { part.hasPrefix($0) }
        }
        // Programs leave notes about themselves where others put a name: `spm - 3D normalized`.
        let isNote = parts.first.map { writers.contains(String($0.prefix { $0.isLetter })) } ?? false
        return Match(
            0, end, alone: .likely, inContext: .likely, isSample: isEmpty || isNote, mask: .initials)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        surroundings.part == .metadata ? match.alone : nil
    }

    private func lower(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> String {
        var bytes: [UInt8] = []
        for position in start..<end {
            bytes.append(text[position].isUpperCase ? text[position] | 0x20 : text[position])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What stands where a person was taken out.
private let emptyValues: Set = [
    "x", "none", "unknown", "na", "n", "a", "null", "nil", "removed", "empty", "not", "available", "m", "f", "o",
    "male",
    "female", "other", "patient", "subject", "test", "name", "id", "mr", "mrs", "1", "01", "001", "sub", "fsl5",
    "default",
]
/// Programs that write the descriptions of brain images.
private let writers: Set = ["spm", "fsl", "afni", "freesurfer", "dcm", "mricron", "nilearn", "te"]
private let emptyBeginnings = [
    "anon", "deident", "phantom", "pseudo", "test", "dummy", "example", "redact", "sub0", "fsl",
]
