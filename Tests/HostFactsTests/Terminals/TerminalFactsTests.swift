import HostFacts
import Testing

@Suite struct TerminalFactsTests {
    private func facts(_ environment: [String: String], output: Int? = nil, error: Int? = nil) -> TerminalFacts {
        TerminalFacts(environment: environment, outputWidth: output, errorWidth: error)
    }

    @Test func knowsWhatIsATerminal() {
        let piped = facts([:], error: 100)
        #expect(!piped.outputIsTerminal)
        #expect(piped.errorIsTerminal)
        #expect(piped.width == 100)
        let both = facts([:], output: 80, error: 100)
        #expect(both.outputIsTerminal)
        #expect(both.width == 80)
        #expect(facts([:]).width == nil)
    }

    @Test(arguments: [
        ("132", 132), ("0", 80), ("-1", 80), ("wide", 80), ("", 80), ("99999999999999999999", 80), ("20000", 80),
    ])
    func columnsGoBeforeTheTerminal(_ columns: String, _ width: Int) {
        #expect(facts(["COLUMNS": columns], output: 80).width == width)
    }

    @Test func aTerminalThatDoesNotKnowItsWidthIsStillOne() {
        #expect(facts([:], output: 0).outputIsTerminal)
        #expect(facts([:], output: 0).width == nil)
        #expect(facts([:], output: 0, error: 90).width == 90)
    }

    @Test func knowsWhenColourIsUnwanted() {
        #expect(!facts([:]).colorIsUnwanted)
        #expect(!facts(["NO_COLOR": "", "TERM": "xterm"]).colorIsUnwanted)
        #expect(facts(["NO_COLOR": "1"]).colorIsUnwanted)
        #expect(facts(["NO_COLOR": "0"]).colorIsUnwanted)
        #expect(facts(["TERM": "dumb"]).colorIsUnwanted)
    }

    @Test(
        arguments: [
            (["LANG": "de_AT.UTF-8"], "de"), (["LANG": "en"], "en"), (["LANG": "DE"], "de"),
            (["LANG": "de@euro"], "de"),
            (["LANG": "nds_DE"], "nds"), (["LANG": "C"], nil), (["LANG": "C.UTF-8"], nil), (["LANG": "POSIX"], nil),
            (["LANG": ""], nil), ([:], nil), (["LANG": "1_2"], nil),
            (["LANG": "de_AT", "LC_MESSAGES": "en_GB"], "en"), (["LC_ALL": "de", "LC_MESSAGES": "en"], "de"),
            (["LC_ALL": "", "LANG": "de"], "de"), (["LC_ALL": "C", "LANG": "de"], nil),
            (["LANG": "en_GB", "LANGUAGE": "de:en"], "de"), (["LANG": "C", "LANGUAGE": "de"], nil),
            (["LANG": "en", "LANGUAGE": ""], "en"), (["LANGUAGE": "de"], nil),
        ] as [([String: String], String?)])
    func knowsTheLanguage(_ environment: [String: String], _ language: String?) {
        #expect(facts(environment).language == language)
    }

    @Test func readsThisProcess() {
        let facts = TerminalFacts.current()
        #expect(facts.width.map { $0 > 0 } ?? true)
    }
}
