import SensitiveContent
import StorageModel

/// `content.yaml`.
enum ContentFile {
    /// What such a file holds.
    struct Part {
        var detectors: [ContentDetector]
        var publicValues: [PublicValues]
    }

    static let shape: Shape<Part> = .record(
        "content file", "What is looked for in files besides what every institution looks for.",
        .optional(
            "detectors", .list(of: detector, "detectors"), otherwise: [],
            "Detectors of the institution's own, such as for the numbers of its staff."),
        .optional(
            "public-values", .list(of: publicValues, "public values"), otherwise: [],
            "Values that everybody may know, such as the institution's own account on its invoices.")
    ) { record, detectors, publicValues in
        let place = record.place(of: "public-values")
        let count = record["detectors"]?.elements.count ?? 0
        record.reading.afterwards { draft, reading in
            // Of a detector that could not be read the reason has been told.
            guard draft.detectors.count == count else { return }
            do throws(CustomDetectorError) {
                _ = try DetectorSet(draft.detectors, ignoring: draft.publicValues)
            } catch {
                reading.tell(
                    .detector, at: place, error.description, accepted: "detectors that can be looked for together",
                    next: "correct it; docs/inventory.md has examples")
            }
        }
        return Part(detectors: detectors, publicValues: publicValues)
    }

    private static let detector: Shape<ContentDetector> = .record(
        "detector", "Something that is looked for in files.",
        .required("id", .newID(of: ContentDetector.self), "Its name."),
        .required(
            "names", .table(of: .form(.languageCode), to: .line, "names", count: 1...16),
            "What it finds, in words, by language."),
        .required("tag", .reference(to: Tag.self), "What data contain in which it is found."),
        .optional(
            "pattern", .line,
            "How it is written: 9 a digit, A a letter, x either, {4} or {4,6} after one of them, quotes around the rest."
        ),
        .optional("check", .word(CheckAlgorithm.self), "The algorithm by which some characters check the others."),
        .optional("values", .set(of: .line, "values", count: 1...10_000), otherwise: [], "Words that it finds."),
        .optional("prefixes", .set(of: .line, "prefixes", count: 1...1_000), otherwise: [], "Beginnings of words."),
        .optional("words", .set(of: .line, "words", count: 1...200), otherwise: [], "Words that promote what is near."),
        .optional("alone", .word(ContentDetector.Strength.self), "How much it counts without such a word nearby."),
        .optional(
            "near-word", .word(ContentDetector.Strength.self), otherwise: .likely,
            "How much it counts with such a word nearby."),
        .required(
            "examples", .list(of: .line, "examples", count: 1...100), "Texts in which it finds something that counts."),
        .required(
            "counter-examples", .list(of: .line, "counter-examples", count: 1...100),
            "Texts in which it finds nothing that counts."),
        .provenance
    ) {
        record, id, names, tag, pattern, check, values, prefixes, words, alone, nearWord, examples, others, provenance
            throws(Unreadable) in
        let ways = [pattern != nil, !values.isEmpty, !prefixes.isEmpty].count { $0 }
        guard ways == 1 else {
            record.reading.tell(
                .detector, at: record.place(of: "id"),
                "the detector \(id.text.quoted) has \(ways == 0 ? "nothing to look for" : "several things to look for")",
                accepted: "exactly one of 'pattern', 'values' and 'prefixes'", next: "write one of them")
            throw Unreadable()
        }
        let detector = ContentDetector(
            id: id, names: Dictionary(uniqueKeysWithValues: names.map { (Language($0.key), $0.value) }), tag: tag,
            pattern: pattern, check: check?.rawValue, values: values,
            prefixes: prefixes, words: words, alone: alone, nearWord: nearWord, examples: examples,
            counterExamples: others, provenance: provenance)
        try record.refuseContradicted(detector)
        return detector
    }

    private static let publicValues: Shape<PublicValues> = .record(
        "public values", "Values that everybody may know.",
        .required("detector", .id, "The detector that would find them, by its id."),
        .required("values", .set(of: .line, "values", count: 1...1_000), "The values."),
        .provenance
    ) { _, detector, values, provenance in
        PublicValues(detector: detector, values: values, provenance: provenance)
    }
}

extension Record {
    /// Refuses a detector that cannot be looked for, or that its own examples contradict.
    fileprivate func refuseContradicted(_ detector: ContentDetector) throws(Unreadable) {
        let detectors: DetectorSet
        do throws(CustomDetectorError) {
            detectors = try DetectorSet([detector])
        } catch {
            reading.tell(
                .detector, at: place(of: detector.pattern == nil ? "id" : "pattern"), error.description,
                accepted: "what can be looked for in one pass over a text",
                next: "correct it; docs/inventory.md has examples")
            throw Unreadable()
        }
        let id = DetectorID(detector.id.text)
        func isFound(_ text: String) -> Bool {
            var scanner = ContentScanner(detectors: detectors, salt: 0)
            scanner.begin(Passage())
            let bytes = Array(text.utf8)
            scanner.read(bytes.span)
            scanner.end()
            return scanner.finish().findings.contains { $0.detector == id && $0.confidence >= .likely }
        }
        for (key, texts, expected) in [
            ("examples", detector.examples, true), ("counter-examples", detector.counterExamples, false),
        ] {
            let nodes = self[key]?.elements ?? []
            for (text, node) in zip(texts, nodes) where isFound(text) != expected {
                reading.tell(
                    .detector, at: node.place,
                    "in this text the detector \(detector.id.text.quoted) finds \(expected ? "nothing" : "something") that counts",
                    accepted: expected ? "examples in which it does" : "counter-examples in which it does not",
                    next: "change the detector or the text")
                throw Unreadable()
            }
        }
    }
}
