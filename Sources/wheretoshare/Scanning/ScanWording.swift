internal import FileScanning
internal import HostFacts
internal import ScanWire
internal import SensitiveContent
internal import StorageModel

/// What a scan has to say, in the words of one language.
struct ScanWording {
    let wording: Wording
    private let names: [DetectorID: String]

    init(_ wording: Wording, _ inventory: Inventory) {
        self.wording = wording
        let isGerman = wording.language == "de"
        let own = OwnDetectors(inventory).custom.map(\.description)
        names = Dictionary(
            (DetectorSet.standardDescriptions + own).map { ($0.id, isGerman ? $0.german : $0.english) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What a detector finds.
    func name(_ detector: DetectorID) -> String { names[detector] ?? detector.text }

    /// What data contain; the kind itself where the inventory has no words for it.
    func tag(_ tag: TagID) -> String {
        let words = wording.texts[.tags, tag]
        return words.isEmpty ? tag.text : words
    }

    /// How sure a detector is.
    func confidence(_ confidence: Confidence) -> String { wording.confidence(confidence) }

    /// Where something was found first, in a few words.
    func place(_ finding: Finding) -> String {
        guard let place = finding.places.first else { return "" }
        let passage = place.passage
        var parts = passage.members.map(\.shownOnOneLine)
        if let page = passage.page { parts.append(wording(.scanPage, String(page))) }
        if let sheet = passage.sheet { parts.append(wording(.scanSheet, sheet.shownOnOneLine)) }
        if passage.part != .body { parts.append(part(passage.part)) }
        parts.append(wording(.scanLine, String(place.line)))
        return parts.joined(separator: ", ")
    }

    private func part(_ part: Passage.Part) -> String {
        switch part {
        case .body: ""
        case .header: wording(.scanPartHeader)
        case .footer: wording(.scanPartFooter)
        case .footnote: wording(.scanPartFootnote)
        case .comment: wording(.scanPartComment)
        case .trackedChange: wording(.scanPartTrackedChange)
        case .notes: wording(.scanPartNotes)
        case .metadata: wording(.scanPartMetadata)
        case .hidden: wording(.scanPartHidden)
        }
    }

    /// Why something was not read.
    func gap(_ gap: CoverageGap) -> String {
        let place = gap.members.isEmpty ? "" : gap.members.map(\.shownOnOneLine).joined(separator: " › ") + ": "
        if gap.reason == .needsProgram, let package = gap.detail { return place + wording(.gapNeedsProgram, package) }
        return place + reason(gap.reason) + (gap.detail.map { " (\($0.shownOnOneLine))" } ?? "")
    }

    /// A reason for which something was not read.
    func reason(_ reason: CoverageGap.Reason) -> String {
        guard wording.language == "de" else { return reason.meaning }
        return switch reason {
        case .encrypted: "mit einem Passwort verschlossen"
        case .damaged: "beschädigt, oder vor dem Ende abgebrochen"
        case .tooDeep: "Ordner, Archive oder Elemente liegen zu tief ineinander"
        case .tooLarge: "zu groß"
        case .tooManyMembers: "hat zu viele Einträge"
        case .bomb: "wächst beim Auspacken über jedes Maß"
        case .overlapping: "Einträge beanspruchen dieselben Bytes, wie es nur eine Falle tut"
        case .time: "hat zu lange gedauert"
        case .memory: "hat zu viel Speicher gebraucht"
        case .pictures: "hat Bilder, deren Text nicht gelesen wurde"
        case .unknownFormat: "das Format ist nicht bekannt; gelesen wurde nur, was wie Text aussieht"
        case .needsProgram: "ein Programm, das es liest, ist nicht installiert"
        case .complained: "das Programm, das es liest, hat sich beschwert"
        case .crashed: "das Programm, das es liest, ist abgestürzt"
        case .declaresEntities: "legt in seinem Markup eigene Entitäten fest"
        case .embedded: "eingebettete Dateien wurden nicht gelesen"
        case .notPermitted: "Sie dürfen es nicht lesen"
        case .unavailable: "konnte an seinem Ort nicht gelesen werden"
        case .notAFile: "keine Datei mit Inhalt"
        case .sample: "nur eine Stichprobe war verlangt"
        case .noReader: "das Leseprogramm konnte nicht benutzt werden"
        case .calledOff: "der Lauf wurde vorher beendet"
        }
    }
}

extension Wording {
    /// How sure a detector is.
    func confidence(_ confidence: Confidence) -> String {
        switch confidence {
        case .certain: self(.scanCertain)
        case .likely: self(.scanLikely)
        case .possible: self(.scanPossible)
        case .topic: self(.scanTopic)
        }
    }
}
