import Glibc
import StorageModel
import TestKit
import Testing

@testable import Probing

/// Files with a name and a password.
@Suite struct CredentialsFileTests {
    private static let secret = "Geheimnis=1 #!"

    @Test func allThreeLinesAreRead() throws {
        try withTemporaryFolder { folder in
            let path = try folder.write(
                "# for checks\n\n  username=anna\npassword=\(Self.secret)\ndomain=LAB\n", to: "credentials")
            unsafe chmod(path, 0o600)
            #expect(
                try CredentialsFile.read(path)
                    == .password(user: "anna", password: Secret(Array(Self.secret.utf8)), domain: "LAB"))
            unsafe chmod(path, 0o400)
            #expect(throws: Never.self) { try CredentialsFile.read(path) }
        }
    }

    @Test func blanksInAPasswordCount() throws {
        #expect(
            try CredentialsFile.parse(Array("user=a\npass= x ".utf8), path: "f")
                == .password(user: "a", password: Secret(Array(" x ".utf8)), domain: ""))
    }

    @Test(arguments: [0o640, 0o604, 0o700, 0o660] as [mode_t])
    func whatOthersMayUseIsRefused(mode: mode_t) throws {
        try withTemporaryFolder { folder in
            let path = try folder.write("username=a\npassword=\(Self.secret)\n", to: "credentials")
            unsafe chmod(path, mode)
            #expect(
                message { try CredentialsFile.read(path) } == """
                    the credentials file '\(path)' is not used
                      why:  \(path): others than its owner may use it (mode \(String(mode, radix: 8)))
                      next: run: chmod 600 '\(path)'; and change the password if others could have read it
                    """)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
    func somebodyElsesFileIsRefused() throws {
        try withTemporaryFolder { folder in
            let path = try folder.write("username=a\npassword=\(Self.secret)\n", to: "credentials")
            unsafe chmod(path, 0o600)
            unsafe chown(path, 1, 1)
            #expect(
                message { try CredentialsFile.read(path) } == """
                    the credentials file '\(path)' is not used
                      why:  \(path): it belongs to user 1, and this program runs as user 0
                      next: use a file of your own, or run: chown 0 '\(path)'
                    """)
        }
    }

    @Test func whatIsNoFileIsRefused() throws {
        try withTemporaryFolder { folder in
            #expect(
                message { try CredentialsFile.read(folder.path) } == """
                    the credentials file '\(folder.path)' is not used
                      why:  \(folder.path): it is not a regular file
                      next: name a file
                    """)
            let pipe = folder.at("pipe")
            unsafe mkfifo(pipe, 0o600)
            #expect(message { try CredentialsFile.read(pipe) }.contains("it is not a regular file"))
            #expect(
                message { try CredentialsFile.read(folder.at("none")) } == """
                    the credentials file '\(folder.at("none"))' is not used
                      why:  \(folder.at("none")): there is no such file
                      next: make it, with username= and password= in it, and chmod 600 it
                    """)
        }
    }

    @Test func aFileTooLargeIsRefused() throws {
        try withTemporaryFolder { folder in
            let path = try folder.write(String(repeating: "#", count: 16_385), to: "credentials")
            unsafe chmod(path, 0o600)
            #expect(message { try CredentialsFile.read(path) }.contains("it is larger than 16384 bytes"))
        }
    }

    @Test(arguments: [
        ("username=a\npasswrd=\(secret)\n", ":2: the line does not begin with username=, password= or domain="),
        ("username=a\n\(secret)\n", ":2: the line does not begin with username=, password= or domain="),
        ("username=a\r\npassword=\(secret)\r\n", ":1: the line ends as on Windows, or holds a zero byte, "),
        ("username=a\npassword=\(secret)\0\n", ":2: the line ends as on Windows, or holds a zero byte, "),
        ("password=\(secret)\npassword=x\n", ":2: password= stands there a second time"),
        ("password=\(secret)\n", ": it has no username"),
        ("username=a\n", ": it has no password"),
        ("username=\npassword=\(secret)\n", ": it has no username"),
    ])
    func aLineThatIsWrongIsNamedAndNotRepeated(content: String, why: String) {
        let text = message { try CredentialsFile.parse(Array(content.utf8), path: "/c") }
        #expect(text.contains("\n  why:  /c\(why)"), "\(text)")
        #expect(!text.contains("Geheimnis"))
    }

    @Test(arguments: ["password=x\nusername=", "username=a\npassword=", "username=a\npassword=x\ndomain="])
    func whatIsNotTextIsRefused(beginning: String) {
        let bytes = Array(beginning.utf8) + [0xE4]
        #expect(message { try CredentialsFile.parse(bytes, path: "/c") }.contains("it is not in UTF-8"))
    }

    @Test func aMarkOfUTF8IsPassedOver() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("username=a\npassword=x\n".utf8)
        let signIn = try CredentialsFile.parse(bytes, path: "/c")
        #expect(signIn == .password(user: "a", password: Secret(Array("x".utf8)), domain: ""))
    }

    private func message(_ body: () throws -> SignIn) -> String {
        do {
            _ = try body()
            return "nothing was thrown"
        } catch {
            return "\(error)"
        }
    }
}
