internal import ArgumentParser
internal import CheckHistory
internal import Mailing
internal import StorageModel

/// The command `report`, which says what broke, recovered and will break since somebody was told last.
struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Say what broke, what recovered and what will break, as a page or a letter.",
        discussion: """
            Reads what `check --record` recorded. A letter goes out when there is something that its readers were not told, \
            and tells everything once; what was sent is remembered for these addresses. The page is one file without a script, \
            and asks for nothing else.

            EXAMPLES
              $ wheretoshare report
              $ wheretoshare report --format html --output /srv/www/storage.html
              $ wheretoshare report --mail-to storage@example.org --mail-from checks@example.org
              $ wheretoshare report --owner network --mail-to noc@example.org \
                  --mail-from checks@example.org --smtp mail.example.org

            EXIT STATUS
              0   everything is well by the last look
              1   something is not, or a run is missing
              2   the inventory or the input cannot be used
              3   there is no history, it cannot be read, or the letter was not taken
              64  the command line was not understood
            """)

    @Option(
        name: .long,
        help: ArgumentHelp(
            "What is new since then: a day, or 'yesterday'; default: since the last letter to these addresses, else yesterday.",
            valueName: "day"))
    var since: String?

    @Option(name: .long, help: ArgumentHelp("Only what was seen from there.", valueName: "name"))
    var vantage: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Only what these have to act on; repeatable.",
            valueName: "who"))
    var owner: [Owner] = []

    @Option(name: .long, help: "The form of the result.")
    var format: ReportFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp("Write the result to this file, which is replaced in one step.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var place: HistoryPlace

    @OptionGroup(title: "Mail") var mail: MailOptions

    @OptionGroup(title: "General") var common: CommonOptions

    func run() async throws {
        let world = World.current()
        let inventory = try common.readInventory(world)
        let result = try output.map(ResultFile.init)
        let letter = try mail.letter()
        let words = HistoryText(wording: common.wording(inventory, world))
        let source = ReportSource(
            place: place, inventory: inventory, words: words, since: since, vantage: vantage,
            owners: Set(owner.map { $0 == .user ? .helpdesk : $0 }),
            reader: letter?.reader(owner: owner, vantage: vantage))
        let reading = try source.read(world, withSpells: format == .html)
        try show(reading, result, hasLetter: letter != nil, world)
        if let letter { try await send(reading, letter, source, world) }
        try end(reading)
    }

    /// Shows the result; nothing is printed beside a letter, whose text it would repeat.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    private func show(
        _ reading: ReportSource.Reading, _ result: ResultFile?, hasLetter: Bool, _ world: World
    ) throws {
        guard result != nil || !hasLetter else { return }
        let text =
            switch format {
            case .text:
                ReportLetter(
                    report: reading.report, width: result == nil ? common.width(world.terminal) : 80,
                    isColored: result == nil && common.isColored(world.terminal)
                ).text
            case .html: ReportPage(report: reading.report, spells: reading.spells).text
            case .json: try JSON.encode(ReportDocument(reading.report))
            }
        if let result { try result.write(text) } else { try Output.result(text) }
    }

    private func send(
        _ reading: ReportSource.Reading, _ letter: MailOptions.Letter, _ source: ReportSource, _ world: World
    ) async throws {
        guard mail.always || reading.report.hasNews else {
            try source.keep(reading, world)
            return Output.remark("note: there is nothing to tell, and no letter was sent; --always sends one")
        }
        let text = ReportLetter(report: reading.report, link: mail.link)
        try await letter.send(
            text.text, subject: reading.report.subject, language: text.report.words.wording.language, world)
        try source.keep(reading, world)
        Output.remark("note: sent to \(letter.to.map(\.text).joined(separator: ", "))")
    }

    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    private func end(_ reading: ReportSource.Reading) throws { try reading.report.exitStatus.end() }
}

/// The forms of a report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case text, html, json
}
