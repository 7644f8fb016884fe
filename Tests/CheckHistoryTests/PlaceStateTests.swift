import StorageModel
import Testing

@testable import CheckHistory

/// One look a letter: `+` healthy, `~` degraded, `x` and `y` failed for two causes, `?` not checked, `m` failed in a
/// maintenance window.
@Suite struct PlaceStateTests {
    /// What people are told at each look; `.` for nothing.
    private func told(_ looks: String) -> String {
        var state = PlaceState()
        return String(
            looks.enumerated().map { number, letter in
                let (verdict, cause): (Verdict, Cause?) =
                    switch letter {
                    case "+": (.healthy, nil)
                    case "~": (.degraded, .clockSkew)
                    case "x", "m": (.failed, .tcpDropped)
                    case "y": (.failed, .shareUnknown)
                    default: (.unknown, nil)
                    }
                let turn = state.take(verdict, cause, isSilenced: letter == "m", at: day(Int64(number)))
                switch turn?.kind {
                case nil: return "."
                case .broke: return "B"
                case .causeChanged: return "C"
                case .degraded: return "D"
                case .recovered: return "R"
                case .improved: return "I"
                case .unchecked: return "U"
                case .flapping: return "F"
                case .calm: return "K"
                }
            })
    }

    @Test(arguments: [
        // Nothing is said of what is well, and an outage is told once.
        ("++++", "...."),
        ("+xxx+", ".B..R"),
        ("xx++", "B.R."),
        // Another cause is the same outage.
        ("+xyy+", ".BC.R"),
        ("+~~+", ".D.R"),
        ("+x~+", ".BIR"),
        ("+~x~+", ".DBIR"),
        // What cannot be checked is said once, and neither breaks nor mends anything.
        ("+??+", ".U.."),
        ("+x?x+", ".BU.R"),
        ("?+", "U."),
        // Maintenance is silent, and what is still down after it is told then.
        ("+mm+", "...."),
        ("+mmx+", "...BR"),
        ("+xmmx+", ".B...R"),
        ("+xm+", ".B.R"),
        // Going up and down is told once, and so is its end.
        ("+x+x+x+x+x+", ".BRBRF....."),
        ("+x+x+x++++++x", ".BRBRF.....KB"),
        ("+x+x+xxxxxx+", ".BRBRF....KR"),
    ])
    func everyTurnIsToldOnce(looks: String, expected: String) {
        #expect(told(looks) == expected)
    }

    @Test func theBeginningOfAnOutageIsThatOfItsFirstCause() {
        var state = PlaceState()
        _ = state.take(.healthy, nil, isSilenced: false, at: day(0))
        _ = state.take(.failed, .tcpDropped, isSilenced: false, at: day(1))
        _ = state.take(.failed, .shareUnknown, isSilenced: false, at: day(2))
        let end = state.take(.healthy, nil, isSilenced: false, at: day(3))
        #expect(end == PlaceState.Turn(kind: .recovered, previousCause: .shareUnknown, previousSince: day(1)))
    }
}
