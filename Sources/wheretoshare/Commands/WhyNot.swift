internal import ArgumentParser
internal import SharingPolicy
internal import StorageModel

/// The command `why-not METHOD`, which tells why a method is not the answer, and what would change it.
struct WhyNot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not", abstract: "Tell why a method is not the answer, and what would change that.",
        discussion: """
            EXAMPLES
              $ wheretoshare why-not mail/external --external --file cv.pdf --contains personal
              $ wheretoshare why-not nas02/staff-share --group bioimaging --file results/

            \(ExitStatus.help)
            """)

    @Argument(
        help: ArgumentHelp("The method, such as mail/external.", valueName: "method"),
        completion: .custom { _, _, _ in Completions.methods() })
    var method: String

    @OptionGroup(title: "The question") var request: RequestOptions

    @Option(name: .long, help: "The form of the answer.")
    var format: ResultFormat = .text

    @Flag(name: .customLong("no-scan"), help: "Do not look into the files.")
    var noScan = false

    @OptionGroup(title: "General") var common: CommonOptions

    func run() async throws {
        let world = World.current()
        let answer = try await Answer(request, common, world, looksIntoFiles: !noScan)
        let id = try NameTable<Method>(answer.policy.inventory).find(method)
        let verdict = Verdict(of: id, in: answer)
        switch format {
        case .json: try Output.result(try JSON.encode(verdict))
        case .text:
            var layout = TextLayout(
                width: common.width(world.terminal), labels: [""], isColored: common.isColored(world.terminal))
            verdict.lay(out: &layout, answer.wording)
            try Output.result(layout.text)
        }
        try (verdict.state == "open" || verdict.state == "recommended" ? ExitStatus.well : .problem).end()
    }

    /// What there is to say about one method.
    struct Verdict: Codable {
        var schema = "wheretoshare.why-not/1"
        var decision: String
        var method: String
        var name: String
        /// `recommended`, `open`, or the state of a closed way.
        var state: String
        var because: [RecommendationDocument.Reason]
        @OrNull var wouldNeed: String? = nil
        /// The way that comes first instead, if there is one.
        @OrNull var first: String? = nil
        @OrNull var firstName: String? = nil
        var firstBecause: [RecommendationDocument.Reason]

        init(of id: MethodID, in answer: Answer) {
            let document = answer.document
            decision = document.id
            method = id.text
            first = document.recommended?.method
            firstName = document.recommended?.name
            let preferences = Set(answer.policy.inventory.rules.filter { $0.effect == .prefer }.map(\.id.text))
            let reasons = document.recommended?.reasons ?? []
            let preferred = reasons.filter { $0.rule.map { preferences.contains($0) } ?? false }
            firstBecause = preferred.isEmpty ? reasons : preferred
            if let closed = document.excluded.first(where: { $0.method == id.text }) {
                name = closed.name
                state = closed.state
                because = closed.because
                wouldNeed = closed.wouldNeed
            } else {
                let way = ([document.recommended].compactMap { $0 } + document.alternatives).first {
                    $0.method == id.text
                }
                name = way?.name ?? id.text
                state = document.recommended?.method == id.text ? "recommended" : "open"
                because = way?.reasons ?? []
            }
        }

        func lay(out layout: inout TextLayout, _ wording: Wording) {
            switch state {
            case "recommended": layout.headline(wording(.whyNotRecommended, name))
            case "open":
                layout.headline(wording(.whyNotOpen, name))
                let why = firstBecause.map(\.text).joined(separator: "; ")
                layout.items("", [wording(.whyNotBest, firstName ?? "", why)], numbered: false)
                return
            default:
                layout.headline(wording(.whyNotClosed, name))
            }
            layout.items(
                "",
                because.map { reason in
                    let marks = [reason.rule, reason.basis, reason.source].compactMap { $0 }
                    return marks.isEmpty ? reason.text : "\(reason.text) [\(marks.joined(separator: "; "))]"
                }, numbered: false)
            guard state != "recommended" else { return }
            layout.items(
                "",
                [wouldNeed.map { wording(.wouldOpen, $0).asSentence } ?? wording(.whyNotNothing)]
                    + (firstName.map { [wording(.useInstead, $0).asSentence] } ?? []), numbered: false)
        }
    }
}
