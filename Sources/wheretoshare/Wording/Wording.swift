internal import StorageModel

/// The program's own words and the institution's, in one language.
struct Wording {
    let language: Language
    let texts: Texts

    init(_ inventory: Inventory, language: Language) {
        self.language = language
        texts = inventory.texts(in: language)
    }

    /// A sentence of the program with its blanks filled; languages it does not speak are answered in English.
    func callAsFunction(_ phrase: Phrase, _ values: String...) -> String {
        let template = say(phrase.english, phrase.german)
        return template.fillingPlaceholders { name in
            Int(name).flatMap { values.indices.contains($0) ? values[$0] : nil }
        }
    }

    /// Words that are needed at one place alone; languages that the program does not speak are answered in English.
    func say(_ english: String, _ german: String) -> String { language == "de" ? german : english }

    /// A size as this language writes it.
    func size(_ bytes: UInt64) -> String {
        ByteSize(bytes: bytes).description(decimalMark: language == "de" ? "," : ".")
    }

    /// A day as this language writes it in a letter.
    func day(_ day: CalendarDate) -> String {
        guard language == "de" else { return day.description }
        let (year, month, number) = day.yearMonthDay
        return "\(number). \(month). \(year)"
    }

    /// A whole number with its thousands marked.
    func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        let mark = language == "de" ? "." : ","
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { result += mark }
            result.append(digit)
        }
        return value < 0 ? "-" + result : result
    }

    /// A number with one digit behind the decimal mark.
    func tenths(_ value: Double) -> String {
        "\((value * 10).rounded() / 10)".replacing(".", with: language == "de" ? "," : ".")
    }

    /// What is shared, by the name of the first file or folder; nil when nothing was named.
    func data(_ name: String?, andOthers others: Int) -> String? {
        name.map { others == 0 ? $0 : self(.namedAndMore, $0, number(others)) }
    }

    /// `a`, `a and b`, `a, b and c`.
    func list(_ items: [String], joinedBy last: Phrase = .and) -> String {
        guard let final = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(self(last)) " + final
    }

    /// What an action is, as something to do.
    func action(_ action: Action) -> String {
        switch action {
        case .share: self(.actionShare)
        case .receive: self(.actionReceive)
        case .archive: self(.actionArchive)
        case .compute: self(.actionCompute)
        case .publish: self(.actionPublish)
        }
    }

    /// How an answer ends, in a word or two.
    func outcome(_ outcome: Outcome) -> String {
        switch outcome {
        case .allowed: self(.outcomeAllowed)
        case .allowedWithConditions: self(.outcomeConditions)
        case .notAllowed: self(.outcomeNotAllowed)
        case .ask: self(.outcomeAsk)
        }
    }
}
