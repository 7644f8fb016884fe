/// Who may import a module, and why nobody else.
struct ImportRule {
    let module: String
    let importers: Set<String>
    let reason: String
}

/// Every module that anything in `Sources` imports.
///
/// A module that is not here may not be imported: a new dependency is a decision, and its reason is written down here.
let importRules: [ImportRule] = [
    // Our own modules. Arrows run one way, and rooms on the same floor do not import each other.
    ImportRule(
        module: "StorageModel",
        importers: [
            "CheckHistory", "Diagnosis", "FileScanning", "HostFacts", "InventoryFiles", "Mailing", "Probing",
            "ScanWire",
            "SensitiveContent", "SharingPolicy", "WorkerWire", "wheretoshare", "wheretoshare-scan", "wheretoshare-smb",
        ],
        reason: "it holds the nouns that everything else speaks of, and itself needs nothing"
    ),
    ImportRule(
        module: "SharingPolicy",
        importers: ["wheretoshare"],
        reason: "a decision depends on values alone, so only the program that puts values together may ask for one"
    ),
    ImportRule(
        module: "SensitiveContent",
        importers: ["FileScanning", "InventoryFiles", "ScanWire", "wheretoshare", "wheretoshare-scan"],
        reason: "it judges text alone; whoever opens files must not decide what is sensitive"
    ),
    ImportRule(
        module: "InventoryFiles",
        importers: ["wheretoshare"],
        reason: "the policy and the host's facts must not know that an inventory is a file"
    ),
    ImportRule(
        module: "HostFacts",
        importers: ["FileScanning", "wheretoshare"],
        reason:
            "an answer must not depend on the host that it is computed on, except through what the program passes on"
    ),
    ImportRule(
        module: "Probing",
        importers: ["wheretoshare"],
        reason: "a probe asks strangers on the network; whoever decides from their answers is handed values"
    ),
    ImportRule(
        module: "Diagnosis",
        importers: ["wheretoshare"],
        reason: "it judges values alone; whoever gathers evidence must not know what it will mean"
    ),
    ImportRule(
        module: "CheckHistory",
        importers: ["wheretoshare"],
        reason: "it remembers values; whoever finds or judges them must not depend on what was found before"
    ),
    ImportRule(
        module: "WorkerWire",
        importers: ["FileScanning", "Probing", "ScanWire", "wheretoshare-scan", "wheretoshare-smb"],
        reason: "it is what a supervisor and its workers say to each other, and nobody else's business"
    ),
    ImportRule(
        module: "Mailing",
        importers: ["wheretoshare"],
        reason: "it hands letters over; what stands in them is none of its business"
    ),
    ImportRule(
        module: "ProcessLimits",
        importers: ["FileScanning", "HostFacts", "Mailing", "Probing"],
        reason: "one room knows how many files this process may open, for all who open many or start programs"
    ),
    ImportRule(
        module: "ScanWire",
        importers: ["FileScanning", "wheretoshare", "wheretoshare-scan"],
        reason: "it is what a supervisor and a reader say to each other; the program shows what was not read, and why"
    ),
    ImportRule(
        module: "FileScanning",
        importers: ["wheretoshare"],
        reason: "it opens files and starts programs; whoever decides from what they hold is handed values"
    ),
    ImportRule(
        module: "wheretoshare",
        importers: [],
        reason: "it is the composition root: it sees all others, and none of them sees it"
    ),
    ImportRule(
        module: "wheretoshare_smb",
        importers: [],
        reason: "it is a program of its own, which is started and killed, never linked"
    ),
    ImportRule(
        module: "wheretoshare_scan",
        importers: [],
        reason: "it is a program of its own, which is started and killed, never linked"
    ),
    ImportRule(
        module: "CArchive",
        importers: ["wheretoshare-scan"],
        reason: "it unpacks what strangers packed, which only a jailed program may do"
    ),
    ImportRule(
        module: "CExpat",
        importers: ["wheretoshare-scan"],
        reason: "it parses what strangers wrote, which only a jailed program may do"
    ),
    ImportRule(
        module: "CSandbox",
        importers: ["wheretoshare-scan"],
        reason: "a process that jails itself cannot do anything else any more"
    ),
    ImportRule(
        module: "CAres",
        importers: ["Probing"],
        reason: "look-ups of names are probes, and one room knows how they are made"
    ),
    ImportRule(
        module: "CLinux",
        importers: ["FileScanning", "Probing", "wheretoshare-scan", "wheretoshare-smb"],
        reason: "only who starts workers or is one hands open files over, waits for many sockets or hides memory"
    ),
    ImportRule(
        module: "CVectors",
        importers: ["SensitiveContent"],
        reason: "only what looks at every byte needs the processor's own instructions"
    ),
    ImportRule(
        module: "CSMBClient",
        importers: ["wheretoshare-smb"],
        reason: "it has no threads, no deadlines and a hundred libraries, so it lives in a program that can be killed"
    ),

    // Third parties: one room each, so that another one can take its place.
    ImportRule(
        module: "Yams",
        importers: ["InventoryFiles"],
        reason: "YAML is how the inventory happens to be written, and its parser meets hostile input"
    ),
    ImportRule(
        module: "GRDB",
        importers: ["CheckHistory"],
        reason: "how the history is stored is one room's business; all others are handed values"
    ),
    ImportRule(
        module: "Crypto",
        importers: ["FileScanning", "InventoryFiles", "wheretoshare", "wheretoshare-smb"],
        reason: "digests name an inventory's revision, a decision and a file's content; nothing else needs cryptography"
    ),
    ImportRule(
        module: "Subprocess",
        importers: ["FileScanning", "Probing", "ProcessLimits"],
        reason: "only who supervises workers starts programs, in process groups, and knows how to end them"
    ),
    ImportRule(
        module: "SystemPackage",
        importers: ["FileScanning", "Probing", "ProcessLimits"],
        reason: "it names the paths of programs to start, in the way that Subprocess wants them"
    ),
    ImportRule(
        module: "ArgumentParser",
        importers: ["wheretoshare"],
        reason: "a library that imports it can only be used by a command line"
    ),

    // The system.
    ImportRule(
        module: "FoundationEssentials",
        importers: ["CheckHistory", "HostFacts", "InventoryFiles", "StorageModel", "wheretoshare"],
        reason: "a decision needs values and the standard library only"
    ),
    ImportRule(
        module: "Foundation",
        importers: [],
        reason: "it is 40 MB of tables to load, and so far only Yams and GRDB ask for them; import FoundationEssentials"
    ),
    ImportRule(
        module: "FoundationNetworking",
        importers: [],
        reason: "it loads libcurl and a TLS stack, and this program opens no connection"
    ),
    ImportRule(
        module: "Glibc",
        importers: [
            "CheckHistory", "FileScanning", "HostFacts", "InventoryFiles", "Mailing", "Probing", "ProcessLimits",
            "wheretoshare", "wheretoshare-scan", "wheretoshare-smb",
        ],
        reason: "the centre computes from values alone; whoever asks the system is an edge"
    ),
    ImportRule(
        module: "Dispatch",
        importers: [],
        reason: "concurrency here is Swift's own"
    ),
    ImportRule(
        module: "Synchronization",
        importers: [
            "FileScanning", "HostFacts", "InventoryFiles", "Probing", "ProcessLimits", "wheretoshare",
            "wheretoshare-scan", "wheretoshare-smb",
        ],
        reason: "the centre shares no state that would need a lock"
    ),
]

/// The name by which Swift knows a target.
func moduleName(of target: String) -> String {
    String(target.map { $0 == "-" ? "_" : $0 })
}

/// What in a tree imports something it may not, and which rules speak of something that does not exist.
/// - Parameters:
///   - tree: The tree to look at.
///   - rules: The table.
///   - packageProducts: The products of other packages that the manifest names.
///   - toolchainModules: The modules that come with the compiler.
/// - Returns: Nothing when every rule is kept.
func importViolations(
    in tree: SourceTree,
    rules: [ImportRule],
    packageProducts: Set<String>,
    toolchainModules: Set<String>
) -> [Violation] {
    var found: [Violation] = []
    let table = "Tests/ArchitectureTests/Rules/ImportRules.swift"
    let known = packageProducts.union(toolchainModules).union(tree.targets.keys.map(moduleName))
    for rule in rules {
        if !known.contains(rule.module) {
            found.append(Violation(path: table, message: "there is no module '\(rule.module)' any more"))
        }
        for importer in rule.importers.sorted() where tree.targets[importer] == nil {
            found.append(
                Violation(
                    path: table,
                    message: "'\(rule.module)' may be imported by '\(importer)', which is no target any more")
            )
        }
    }
    let rulesByModule = Dictionary(rules.map { ($0.module, $0) }, uniquingKeysWith: { first, _ in first })
    if rulesByModule.count < rules.count {
        found.append(Violation(path: table, message: "a module has two rules"))
    }
    for (target, files) in tree.targets.sorted(by: { $0.key < $1.key }) {
        if rulesByModule[moduleName(of: target)] == nil {
            found.append(Violation(path: table, message: "target '\(target)' has no rule on who may import it"))
        }
        for file in files {
            for imported in file.source.imports {
                let message: String
                if let rule = rulesByModule[imported.module] {
                    if rule.importers.contains(target) { continue }
                    message = "'\(target)' must not import '\(rule.module)': \(rule.reason)"
                } else {
                    message =
                        "'\(imported.module)' is in no rule; decide who may import it and write the reason down in \(table)"
                }
                found.append(Violation(path: file.path, line: imported.line, message: message))
            }
        }
    }
    return found
}
