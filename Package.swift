// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "wheretoshare",
    products: [
        .executable(name: "wheretoshare", targets: ["wheretoshare"]),
        .executable(name: "wheretoshare-scan", targets: ["wheretoshare-scan"]),
        .executable(name: "wheretoshare-smb", targets: ["wheretoshare-smb"]),
        .library(name: "StorageModel", targets: ["StorageModel"]),
        .library(name: "SharingPolicy", targets: ["SharingPolicy"]),
        .library(name: "InventoryFiles", targets: ["InventoryFiles"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // The centre: values and pure functions. No I/O, no clock, no third-party code.
        .target(name: "StorageModel"),
        .target(name: "SharingPolicy", dependencies: ["StorageModel"]),
        .target(name: "Diagnosis", dependencies: ["StorageModel"]),
        // What each detector finds and leaves alone is written beside it, for people and for the tests.
        .target(
            name: "SensitiveContent", dependencies: ["CVectors", "StorageModel"],
            exclude: ["Detectors/Examples"]),

        // The edges: each reads one part of the world.
        .target(
            name: "InventoryFiles",
            dependencies: [
                "SensitiveContent", "StorageModel",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "ProcessLimits",
            dependencies: [
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "HostFacts", dependencies: ["ProcessLimits", "StorageModel"]),
        .target(name: "WorkerWire", dependencies: ["StorageModel"]),
        .target(name: "ScanWire", dependencies: ["SensitiveContent", "StorageModel", "WorkerWire"]),
        .target(
            name: "FileScanning",
            dependencies: [
                "CLinux", "HostFacts", "ProcessLimits", "ScanWire", "SensitiveContent", "StorageModel", "WorkerWire",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .target(
            name: "Probing",
            dependencies: [
                "CAres", "CLinux", "ProcessLimits", "StorageModel", "WorkerWire",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        // What checks found, kept.
        .target(
            name: "CheckHistory", dependencies: ["StorageModel", .product(name: "GRDB", package: "GRDB.swift")]),

        // Letters to people.
        .target(name: "Mailing", dependencies: ["ProcessLimits", "StorageModel"]),

        // C libraries and calls that Swift's own modules leave out.
        .systemLibrary(name: "CAres", pkgConfig: "libcares", providers: [.apt(["libc-ares-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CSandbox", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .systemLibrary(name: "CSMBClient", pkgConfig: "smbclient", providers: [.apt(["libsmbclient-dev"])]),
        .systemLibrary(name: "CVectors"),

        // Dangerous work, in programs of its own that can be killed.
        .executableTarget(
            name: "wheretoshare-smb",
            dependencies: [
                "CLinux", "CSMBClient", "StorageModel", "WorkerWire", .product(name: "Crypto", package: "swift-crypto"),
            ],
            // Functions of the program stand in front of the library's; without this the linker would not show them.
            linkerSettings: [
                .unsafeFlags([
                    "-Xlinker", "--export-dynamic-symbol=map_errno_from_nt_status",
                    "-Xlinker", "--export-dynamic-symbol=cli_tree_connect",
                ])
            ]
        ),

        .executableTarget(
            name: "wheretoshare-scan",
            dependencies: [
                "CArchive", "CExpat", "CLinux", "CSandbox", "ScanWire", "SensitiveContent", "StorageModel",
                "WorkerWire",
            ]
        ),

        // The composition root: the only target that sees them all.
        .executableTarget(
            name: "wheretoshare",
            dependencies: [
                "CheckHistory", "Diagnosis", "FileScanning", "HostFacts", "InventoryFiles", "Mailing", "Probing",
                "ScanWire",
                "SensitiveContent", "SharingPolicy", "StorageModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),

        .target(name: "TestKit", dependencies: ["StorageModel"], path: "Tests/TestKit"),
        // People and papers that do not exist, with what is to be found in them.
        .target(name: "InventedDocuments", path: "Tests/InventedDocuments"),
        .testTarget(name: "StorageModelTests", dependencies: ["StorageModel", "TestKit"]),
        .testTarget(
            name: "SharingPolicyTests", dependencies: ["InventoryFiles", "SharingPolicy", "StorageModel", "TestKit"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "InventoryFilesTests", dependencies: ["InventoryFiles", "StorageModel", "TestKit"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "CheckHistoryTests",
            dependencies: [
                "CheckHistory", "Diagnosis", "StorageModel", "TestKit",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(name: "MailingTests", dependencies: ["Mailing", "StorageModel", "TestKit"]),
        .testTarget(name: "DiagnosisTests", dependencies: ["Diagnosis", "StorageModel", "TestKit"]),
        .testTarget(
            name: "SensitiveContentTests",
            dependencies: [
                "InventedDocuments", "SensitiveContent", "StorageModel", "TestKit",
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Documents", "Oracle"]),
        .testTarget(name: "WorkerWireTests", dependencies: ["StorageModel", "TestKit", "WorkerWire"]),
        .testTarget(name: "ProbingTests", dependencies: ["Probing", "StorageModel", "TestKit", "WorkerWire"]),
        .testTarget(name: "HostFactsTests", dependencies: ["HostFacts", "StorageModel", "TestKit"]),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "CheckHistory", "HostFacts", "InventoryFiles", "SharingPolicy", "StorageModel", "TestKit",
                "wheretoshare", "wheretoshare-scan",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Scripts", "Snapshots"]
        ),
        .testTarget(
            name: "FileScanningTests",
            dependencies: [
                "FileScanning", "HostFacts", "InventedDocuments", "ProcessLimits", "ScanWire", "SensitiveContent",
                "StorageModel", "TestKit", "WorkerWire", "wheretoshare-scan",
            ],
            exclude: ["Documents"]),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestKit", "wheretoshare", "wheretoshare-scan"]),
        .testTarget(name: "PackagingTests", dependencies: ["TestKit", "wheretoshare"]),

        // A network of real servers; `make lab` keeps it running, and the tests ask the program about it.
        .target(name: "Lab", dependencies: ["TestKit"], path: "Tests/Lab", exclude: ["Scripts"]),
        .executableTarget(
            name: "lab",
            dependencies: ["Lab", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/LabCommand"),
        .testTarget(
            name: "LabTests",
            dependencies: ["CheckHistory", "Lab", "StorageModel", "TestKit", "wheretoshare", "wheretoshare-smb"]),

        // Prints figures; never part of the tests.
        .executableTarget(
            name: "evaluate",
            dependencies: [
                "InventedDocuments", "SensitiveContent", "StorageModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Evaluation", exclude: ["compare.py"]),
        .executableTarget(
            name: "bench", dependencies: ["CheckHistory", "StorageModel"], path: "Tests/Benchmarks",
            exclude: ["Checks/pool.c"]),
    ],
    swiftLanguageModes: [.v6]
)

// Every target gets the same settings, so that none can forget one.
for target in package.targets where target.type != .plugin && target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),  // an existential is visible where it is paid for
            .enableUpcomingFeature("InternalImportsByDefault"),  // a dependency leaks into an interface only on purpose
            .enableUpcomingFeature("MemberImportVisibility"),  // a file names every module whose members it uses
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // async functions stay where their caller is
            .strictMemorySafety(),  // every unsafe use is spelled `unsafe` and can be searched for
            .treatAllWarnings(as: .error),  // a warning nobody must fix is a warning nobody reads
        ]
}
