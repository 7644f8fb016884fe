extension String {
    /// How much of a stranger's text is shown, in Unicode scalars.
    private static let longestShown = 120

    /// The text as it may be shown: on one line, without anything that moves a cursor or turns writing around, and cut
    /// when it is long.
    ///
    /// Servers name themselves and say what they like; none of it may reach a terminal or a ticket as it came.
    var shown: String {
        var result = ""
        for scalar in unicodeScalars.prefix(Self.longestShown) {
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default:
                result.unicodeScalars.append(scalar)
            }
        }
        return unicodeScalars.count > Self.longestShown ? result + "…" : result
    }
}
