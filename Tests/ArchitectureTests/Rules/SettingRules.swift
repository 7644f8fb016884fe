/// What every target is compiled with, and what would slip through without it.
let commonSettings: [String: String] = [
    "enableUpcomingFeature(ExistentialAny)": "an existential is visible where it is paid for",
    "enableUpcomingFeature(InternalImportsByDefault)": "a dependency leaks into an interface only on purpose",
    "enableUpcomingFeature(MemberImportVisibility)": "a file names every module whose members it uses",
    "enableUpcomingFeature(NonisolatedNonsendingByDefault)": "async functions stay where their caller is",
    "strictMemorySafety": "every unsafe use is spelled out",
    "treatAllWarnings(error)": "a warning nobody must fix is a warning nobody reads",
]

/// Targets that are compiled without one of the common settings.
func settingViolations(in manifest: Manifest) -> [Violation] {
    var found: [Violation] = []
    if manifest.swiftLanguageVersions != ["6"] {
        found.append(Violation(path: "Package.swift", message: "the package is not in Swift 6 mode and no other"))
    }
    for target in manifest.targets where target.type != "plugin" && target.type != "system" {
        let settings = Set(target.settings.filter { $0.tool == "swift" }.map(\.spelling))
        for (setting, reason) in commonSettings.sorted(by: { $0.key < $1.key }) where !settings.contains(setting) {
            let message = "target '\(target.name)' is compiled without \(setting): \(reason)"
            found.append(Violation(path: "Package.swift", message: message))
        }
    }
    return found
}
