import HostFacts
import Testing

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
                  why:  neither XDG_CACHE_HOME nor HOME is an absolute path, and the account has no home folder
                  next: set HOME, or set XDG_CACHE_HOME, to the absolute path of a folder you own
                """)
    }
}
