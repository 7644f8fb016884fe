public import StorageModel

extension DetectorSet {
    /// The detectors that come with the library, and an institution's own.
    /// - Throws: ``CustomDetectorError`` for what cannot be looked for; a checked inventory has nothing of that sort.
    public init(_ detectors: [ContentDetector], ignoring values: [PublicValues] = []) throws(CustomDetectorError) {
        var custom: [CustomDetector] = []
        for detector in detectors { custom.append(try CustomDetector(detector)) }
        try self.init(
            custom: custom,
            ignoring: Dictionary(values.map { (DetectorID($0.detector), $0.values) }, uniquingKeysWith: +))
    }
}

extension CustomDetector {
    /// Takes what an inventory says.
    /// - Throws: ``CustomDetectorError`` when the pattern cannot be read.
    public init(_ detector: ContentDetector) throws(CustomDetectorError) {
        let english = detector.names["en"] ?? detector.names.sorted { $0.key.code < $1.key.code }.first?.value
        let rule: Rule
        if let pattern = detector.pattern {
            rule = .pattern(try CustomPattern(pattern), check: detector.check.flatMap(CheckAlgorithm.init(rawValue:)))
        } else if !detector.values.isEmpty {
            rule = .values(detector.values)
        } else {
            rule = .prefixes(detector.prefixes)
        }
        self.init(
            description: DetectorDescription(
                id: DetectorID(detector.id.text), tag: detector.tag, english: english ?? detector.id.text,
                german: detector.names["de"] ?? english ?? detector.id.text),
            rule: rule, words: detector.words,
            alone: detector.alone.flatMap { Confidence(rawValue: $0.rawValue) },
            inContext: Confidence(rawValue: detector.nearWord.rawValue) ?? .likely)
    }
}
