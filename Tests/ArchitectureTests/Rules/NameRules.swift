/// Words that say nothing in a type's name, and what they usually hide.
let emptyWords: [String: String] = [
    "Manager": "say what it does to what",
    "Helper": "say what it does to what",
    "Util": "move each function to the type it is about",
    "Utils": "move each function to the type it is about",
    "Utility": "move each function to the type it is about",
    "Info": "say what is known",
    "Data": "say what the bytes or values are",
]

/// Types that are named like a module, or with a word that says nothing.
///
/// A type named like its module makes every other name in the module unspeakable from outside: `Module.Name` is then
/// looked up in the type.
func nameViolations(in tree: SourceTree) -> [Violation] {
    tree.targets.sorted { $0.key < $1.key }.flatMap { _, files in
        files.flatMap { file in
            file.source.declaredTypes.flatMap { type in
                var messages: [String] = []
                if tree.targets[type.text] != nil {
                    messages.append("type '\(type.text)' is named like a module; name one of them otherwise")
                }
                for word in camelCaseWords(of: type.text) {
                    guard let advice = emptyWords[word] else { continue }
                    messages.append("'\(word)' in the name of type '\(type.text)' says nothing: \(advice)")
                }
                return messages.map { Violation(path: file.path, line: type.line, message: $0) }
            }
        }
    }
}

/// The words of a name: `SMBServerName` is `SMB`, `Server`, `Name`.
func camelCaseWords(of name: String) -> [String] {
    var words: [String] = []
    let letters = Array(name)
    for (index, letter) in letters.enumerated() {
        let startsWord: Bool =
            if index == 0 {
                true
            } else if letter.isUppercase {
                !letters[index - 1].isUppercase || (index + 1 < letters.count && letters[index + 1].isLowercase)
            } else {
                false
            }
        if startsWord { words.append("") }
        words[words.count - 1].append(letter)
    }
    return words
}
