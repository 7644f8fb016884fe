import Glibc
import TestKit
import Testing

@testable import HostFacts

@Suite struct StateFoldersTests {
    @Test func standsInTheHomeFolderByDefault() throws {
        let folders = try StateFolders(environment: ["HOME": "/srv/anna"])
        #expect(folders.state == HostPath("/srv/anna/.local/state/wheretoshare"))
        #expect(folders.cache == HostPath("/srv/anna/.cache/wheretoshare"))
        #expect(folders.configuration == HostPath("/srv/anna/.config/wheretoshare"))
    }

    @Test func followsTheVariables() throws {
        let folders = try StateFolders(environment: [
            "XDG_STATE_HOME": "/s", "XDG_CACHE_HOME": "/c/", "XDG_CONFIG_HOME": "/f",
        ])
        #expect(folders.state == HostPath("/s/wheretoshare"))
        #expect(folders.cache == HostPath("/c/wheretoshare"))
        #expect(folders.configuration == HostPath("/f/wheretoshare"))
    }

    @Test(arguments: ["", "state", "./state", "~/state"])
    func ignoresWhatIsNotAbsolute(_ value: String) throws {
        let folders = try StateFolders(environment: ["HOME": "/srv/anna", "XDG_STATE_HOME": value])
        #expect(folders.state == HostPath("/srv/anna/.local/state/wheretoshare"))
    }

    @Test(arguments: [nil, "", "anna", "."])
    func fallsBackToTheAccount(_ home: String?) throws {
        let environment = home.map { ["HOME": $0] } ?? [:]
        let folders = try StateFolders(environment: environment, accountHome: HostPath("/srv/anna"))
        #expect(folders.cache == HostPath("/srv/anna/.cache/wheretoshare"))
    }

    @Test func explainsWhenThereIsNoPlace() {
        let error = #expect(throws: StateFoldersError.self) {
            try StateFolders(environment: ["HOME": "anna", "XDG_STATE_HOME": "/s"], accountHome: HostPath("nowhere"))
        }
        #expect(
            error?.description == """
                there is no place for this program's own files
                  why:  neither XDG_CACHE_HOME nor HOME is the absolute path of a folder, and the account has no home
                  next: set HOME, or set XDG_CACHE_HOME, to the absolute path of a folder you own
                """)
    }

    @Test func trustsOnlyFoldersThatNobodyElseCanChange() throws {
        try withTemporaryFolder { home in
            let folders = try StateFolders(environment: ["HOME": home.path])
            let kept = folders.state.appending("decisions")
            try folders.trust(kept)
            try StateFile.writeAtomically([1], to: kept.appending("file"))
            try folders.trust(kept)
            for path in [kept, folders.state] {
                try path.change(mode: 0o777)
                let error = #expect(throws: StateFolderError.self) { try folders.trust(kept) }
                #expect(
                    error?.description == """
                        the folder '\(path)' is not used for this program's own files
                          why:  others may write to it (mode 777)
                          next: run: chmod go-w '\(path)'
                        """)
                try path.change(mode: 0o700)
            }
            // What lies above the program's own folder is the person's business.
            try folders.state.parent.change(mode: 0o777)
            try folders.trust(kept)
        }
    }

    @Test(.enabled(if: runsAsRoot, "only root can give files away"))
    func aFolderOfAnotherAccountIsNotTrusted() throws {
        try withTemporaryFolder { home in
            let folders = try StateFolders(environment: ["HOME": home.path])
            try StateFile.writeAtomically([1], to: folders.state.appending("file"))
            #expect(unsafe chown(folders.state.text, 1234, 1234) == 0)
            let error = #expect(throws: StateFolderError.self) { try folders.trust(folders.state) }
            #expect(error?.reason == .belongsToAnother(1234))
        }
    }
}
