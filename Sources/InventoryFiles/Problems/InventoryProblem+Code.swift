extension InventoryProblem {
    /// The kind of a problem; its name stays the same from version to version.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        // The folder and its files.

        /// There is no such folder.
        case folderMissing = "folder-missing"
        /// The path is no folder, or it cannot be listed.
        case folderUnreadable = "folder-unreadable"
        /// The folder holds no file of an inventory.
        case folderEmpty = "folder-empty"
        /// The folder holds more than an inventory may.
        case folderTooLarge = "folder-too-large"
        /// A file that every inventory has is not there.
        case fileMissing = "file-missing"
        /// A YAML file lies where no inventory has one.
        case fileUnknown = "file-unknown"
        /// The name of a file is not what its content asks for.
        case fileName = "file-name"
        /// A file cannot be opened or read.
        case fileUnreadable = "file-unreadable"
        /// A file is a pipe, device, socket or folder.
        case fileSpecial = "file-special"
        /// A file is larger than it may be.
        case fileTooLarge = "file-too-large"
        /// A link leads out of the folder, or to a folder.
        case link
        /// A file has no content.
        case fileEmpty = "file-empty"

        // Characters.

        /// The file is not UTF-8.
        case encoding
        /// A control character or another character that YAML or editors stumble over.
        case character
        /// A tab or another white space in place of spaces before a line's first word.
        case indentation

        // YAML.

        /// The YAML cannot be read.
        case yamlSyntax = "yaml-syntax"
        /// Lists and tables lie too deep in each other.
        case yamlNesting = "yaml-nesting"
        /// An anchor or alias of YAML.
        case yamlAnchor = "yaml-anchor"
        /// A merge key of YAML.
        case yamlMerge = "yaml-merge"
        /// A type tag of YAML.
        case yamlTag = "yaml-tag"
        /// A directive of YAML.
        case yamlDirective = "yaml-directive"
        /// A second YAML document in a file.
        case yamlDocument = "yaml-document"
        /// A key that is no plain word.
        case yamlKey = "yaml-key"
        /// The same key twice.
        case duplicateKey = "duplicate-key"

        // The form of records.

        /// A key that its record does not have.
        case unknownKey = "unknown-key"
        /// A key that its record must have.
        case missingKey = "missing-key"
        /// A key without a value.
        case missingValue = "missing-value"
        /// A list, table or text where another of them belongs.
        case wrongKind = "wrong-kind"
        /// A text that YAML takes for a number, a truth value or nothing.
        case unquoted
        /// Something else than `true` or `false`.
        case notBoolean = "not-boolean"
        /// Something else than a whole number.
        case notNumber = "not-number"
        /// A number that is too small or too large.
        case numberRange = "number-range"
        /// Something else than a size with its unit.
        case notSize = "not-size"
        /// Something else than a day of the calendar.
        case notDate = "not-date"
        /// Something else than one of the words that may stand here.
        case unknownWord = "unknown-word"
        /// Something else than a kebab-case id.
        case notID = "not-id"
        /// A text that is not of the form it needs.
        case textForm = "text-form"
        /// A list or table with too few or too many entries.
        case listLength = "list-length"
        /// An entry that its list already has.
        case repeatedEntry = "repeated-entry"
        /// Keys that exclude or need each other.
        case keyCombination = "key-combination"

        // What the records say together.

        /// Two things with the same id.
        case duplicateID = "duplicate-id"
        /// An alias that already means something else.
        case aliasCollision = "alias-collision"
        /// An id that nothing has.
        case unknownID = "unknown-id"
        /// A value that its facet or obligation does not offer.
        case unknownChoice = "unknown-choice"
        /// Groups that are part of each other.
        case partOfCycle = "part-of-cycle"
        /// Statements that cannot both be true.
        case contradiction
        /// A stated fact that does not say where its source states it.
        case paragraphMissing = "paragraph-missing"
        /// An end before its beginning.
        case orderReversed = "order-reversed"
        /// A tag for unknown content that is missing, not the only one, or not the strictest.
        case unknownTag = "unknown-tag"
        /// A fallback network that is missing or not the only one.
        case fallbackNetwork = "fallback-network"
        /// A share whose method does not use shares.
        case shareMethod = "share-method"
        /// A value that an obligation of this kind cannot take.
        case obligationValue = "obligation-value"
        /// An obligation that none of the methods it is demanded of can fulfil.
        case obligationUnfulfillable = "obligation-unfulfillable"
        /// A test that no value passes.
        case testNeverPasses = "test-never-passes"
        /// A test that every value passes.
        case testAlwaysPasses = "test-always-passes"
        /// A condition that no question and method fulfil.
        case neverMatches = "never-matches"
        /// A condition that names methods where only the question may count.
        case conditionNamesMethod = "condition-names-method"
        /// An exemption from a rule that cannot be lifted.
        case exemptionTarget = "exemption-target"
        /// A detector that cannot be looked for, or that its own examples contradict.
        case detector
        /// A word in braces that nothing fills in.
        case placeholder
        /// A text that a language lacks.
        case textMissing = "text-missing"
        /// A text that belongs to nothing.
        case textSuperfluous = "text-superfluous"
        /// More problems than are worth listing.
        case tooManyProblems = "too-many-problems"
    }
}
