import Probing
import TestKit
import Testing

/// What people name to sign in with.
@Suite struct SignInFileTests {
    @Test(arguments: ["KEYRING:persistent:0", "KCM:", "DIR:/tmp/krb5cc", "API:x", "MEMORY:x", "MSLSA:"])
    func ticketsThatAreInNoFileAreExplained(_ cache: String) {
        let problem = #expect(throws: CredentialsProblem.self) { try SignInFile.read(cache) }
        #expect(
            problem?.description == """
                the credentials file '\(cache)' is not used
                  why:  \(cache): libsmbclient reads tickets from files alone, and these are kept in another way
                  next: get tickets into a file, and name that: kinit -c FILE:/…
                """)
    }

    @Test func aCacheIsFoundByTheNameThatTheEnvironmentHasForIt() throws {
        try withTemporaryFolder { folder in
            let file = try folder.write(bytes: [5, 4, 0, 0], to: "tickets")
            #expect(try SignInFile.read("FILE:\(file)") == .ticketCache(path: file))
            #expect(try SignInFile.read(file) == .ticketCache(path: file))
        }
    }

    @Test func aFileWithAColonInItsNameIsAFile() throws {
        try withTemporaryFolder { folder in
            let file = try folder.write(bytes: [5, 4, 0, 0], to: "KCM:tickets")
            #expect(try SignInFile.read(file) == .ticketCache(path: file))
        }
    }
}
