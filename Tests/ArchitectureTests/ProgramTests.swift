import TestKit
import Testing

/// What the built program loads.
@Suite struct ProgramTests {
    @Test func itLoadsNothingThatItDoesNotNeed() async throws {
        let program = try builtProduct(named: "wheretoshare")
        let listing = try await runProgram("/usr/bin/ldd", [program])
        #expect(listing.exitStatus == 0, "\(listing.stderr)")
        #expect(libraries(inListing: listing.stdout).contains { $0.hasPrefix("libc.so") })
        let violations = libraryViolations(inListing: listing.stdout, of: "wheretoshare")
        #expect(violations.isEmpty, "\(violations.listed)")
    }

    @Test func theReaderOfDocumentsLoadsNothingForTheNetwork() async throws {
        let listing = try await runProgram("/usr/bin/ldd", [try builtProduct(named: "wheretoshare-scan")])
        let loaded = libraries(inListing: listing.stdout)
        #expect(loaded.contains { $0.hasPrefix("libarchive") })
        let unwanted = ["libsmbclient", "libcurl", "libkrb5", "libFoundation", "libTesting"]
        #expect(!loaded.contains { library in unwanted.contains { library.hasPrefix($0) } }, "\(loaded)")
    }

    @Test(arguments: unwantedLibraries.map(\.prefix))
    func anUnwantedLibraryIsFound(prefix: String) {
        let listing = """
            \tlinux-vdso.so.1 (0x0000)
            \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x0000)
            \t\(prefix).so.0 => not found
            \t/lib64/ld-linux-x86-64.so.2 (0x0000)
            """
        #expect(
            libraries(inListing: listing) == ["linux-vdso.so.1", "libc.so.6", "\(prefix).so.0", "ld-linux-x86-64.so.2"])
        let violations = libraryViolations(inListing: listing, of: "wheretoshare")
        #expect(violations.map(\.description).first?.hasPrefix("wheretoshare: it loads '\(prefix).so.0'") == true)
    }
}
