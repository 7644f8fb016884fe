internal import ArgumentParser
internal import SharingPolicy
internal import StorageModel

extension InventoryCommand {
    /// Prints the answers for audience, level and network.
    struct Matrix: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "matrix",
            abstract: "Print the answers for every audience, level and network, generated from the rules.",
            discussion: """
                EXAMPLES
                  $ wheretoshare inventory matrix
                  $ wheretoshare inventory matrix --format html --lang de > matrix.html

                Networks with the same answers everywhere share a column.

                \(ExitStatus.help)
                """)

        @Option(name: .long, help: "What is done.")
        var action: Action = .share

        @Option(name: .long, help: "The form of the table.")
        var format: MatrixFormat = .text

        @OptionGroup(title: "General") var common: CommonOptions

        func run() throws {
            let world = World.current()
            let inventory = try common.readInventory(world)
            let wording = common.wording(inventory, world)
            let matrix = CompiledPolicy(inventory, today: world.today).matrix(action: action)
            let layout = TextLayout(
                width: common.width(world.terminal), labels: [], isColored: common.isColored(world.terminal))
            try Output.result(try MatrixTable(matrix, inventory, wording).rendered(as: format, layout))
        }
    }
}

/// The forms of the answer matrix.
enum MatrixFormat: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, csv, html, json
}

/// The answer matrix as a table of words.
struct MatrixTable {
    private let title: String
    private let language: String
    private let header: [String]
    private let rows: [[String]]
    private let matrix: AnswerMatrix
    private let revision: String

    init(_ matrix: AnswerMatrix, _ inventory: Inventory, _ wording: Wording) {
        self.matrix = matrix
        revision = inventory.revision
        language = wording.language.code
        title = "\(inventory.institution.name): \(wording.action(matrix.action))"
        let texts = wording.texts
        func words(_ cell: AnswerMatrix.Cell) -> String {
            guard let outcome = cell.outcome else { return "–" }
            guard let method = cell.method else { return wording.outcome(outcome) }
            let demands = cell.obligations.filter(\.isRequired).map(\.obligation.text) + cell.unmet.map(\.text)
            return method.text + (demands.isEmpty ? "" : " + " + demands.joined(separator: " + "))
        }
        // Networks that never make a difference are told once.
        var columns: [(networks: [Int], level: Int)] = []
        for level in matrix.levels.indices {
            var places: [[String]: Int] = [:]
            for network in matrix.networks.indices {
                let answers = matrix.cells.map { words($0[level][network]) }
                if let place = places[answers] {
                    columns[place].networks.append(network)
                } else {
                    places[answers] = columns.count
                    columns.append(([network], level))
                }
            }
        }
        let groupNames = Dictionary(inventory.groups.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        func name(_ member: AudienceMember) -> String {
            switch member {
            case .group(let id): groupNames[id] ?? id.text
            case .user: wording(.colleague, "–").replacingDash
            case .internal: wording(.everyoneInside)
            case .external: wording(.someoneOutside)
            case .anyone: wording(.anyoneWithLink)
            case .publish: wording(.theWorld)
            }
        }
        header =
            [""]
            + columns.map { column in
                let all = column.networks.count == matrix.networks.count
                let networks = column.networks.map { matrix.networks[$0].text }.joined(separator: ", ")
                return texts[.levels, matrix.levels[column.level]] + (all ? "" : " (\(networks))")
            }
        rows = matrix.audiences.enumerated().map { row, audience in
            [wording.list(audience.map(name))]
                + columns.map { column in words(matrix.cells[row][column.level][column.networks[0]]) }
        }
    }

    /// The table in one of its forms; the layout is that of text.
    func rendered(as format: MatrixFormat, _ layout: TextLayout) throws -> String {
        switch format {
        case .text: text(layout)
        case .markdown: markdown
        case .csv:
            SpreadsheetText.table([header] + rows)
        case .html: html
        case .json: try JSON.encode(document)
        }
    }

    /// One paragraph per audience: a table would be wider than any terminal.
    private func text(_ layout: TextLayout) -> String {
        var layout = layout
        layout.headline(title)
        for row in rows {
            layout.gap()
            layout.headline(row[0])
            layout.pairs(Array(zip(header, row).dropFirst()))
        }
        return layout.text
    }

    private var markdown: String {
        func line(_ cells: [String]) -> String {
            "| " + cells.map { $0.map { $0 == "|" ? "\\|" : String($0) }.joined() }.joined(separator: " | ") + " |"
        }
        return
            (["## \(title)", "", line(header), "|" + String(repeating: "---|", count: header.count)] + rows.map(line))
            .joined(separator: "\n")
    }

    private var html: String {
        let body = rows.map { row -> Markup in
            let cells = zip(row.indices, row).map { place, cell -> Markup in
                place == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
            }
            return "<tr>\(Markup(cells))</tr>\n"
        }
        let head = header.map { "<th scope=\"col\">\($0)</th>" as Markup }
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid; border-color: color-mix(in srgb, currentColor 30%, transparent); padding: .4rem .6rem; text-align: left; vertical-align: top; }
            </style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <div class="wide" tabindex="0" role="region" aria-label="\(title)">
            <table>
            <thead><tr>\(Markup(head))</tr></thead>
            <tbody>
            \(Markup(body))</tbody>
            </table>
            </div>
            <p>\(revision)</p>
            </main>
            </body>
            </html>
            """
        return page.text
    }

    private struct Document: Codable {
        var schema = "wheretoshare.matrix/1"
        var action: String
        var revision: String
        var cells: [Cell]
    }

    private struct Cell: Codable {
        var audience: [String]
        var level: String
        var network: String
        @OrNull var outcome: String? = nil
        @OrNull var method: String? = nil
        var obligations: [String]
        var unmet: [String]
    }

    private var document: Document {
        var cells: [Cell] = []
        for (row, audience) in matrix.audiences.enumerated() {
            for (level, levelID) in matrix.levels.enumerated() {
                for (network, networkID) in matrix.networks.enumerated() {
                    let cell = matrix.cells[row][level][network]
                    cells.append(
                        Cell(
                            audience: audience.map { "\($0.kind.rawValue)\($0.name.map { ":\($0)" } ?? "")" },
                            level: levelID.text, network: networkID.text, outcome: cell.outcome?.rawValue,
                            method: cell.method?.text,
                            obligations: cell.obligations.filter(\.isRequired).map(\.obligation.text),
                            unmet: cell.unmet.map(\.text)))
                }
            }
        }
        return Document(action: matrix.action.rawValue, revision: revision, cells: cells)
    }
}

extension String {
    /// A colleague without a name.
    fileprivate var replacingDash: String { split(separator: " ").filter { $0 != "–" }.joined(separator: " ") }
}
