import Glibc
import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct SMBClientReaderTests {
    private func settings(_ paths: [String]) -> HostReading<SMBClientSettings> {
        var reader = SMBClientReader(environment: [:])
        reader.files = paths.map { HostPath($0) }
        return reader.settings()
    }

    @Test func readsWhatIsSaidOfAllServers() throws {
        try withTemporaryFolder { folder in
            let text = """
                client min protocol = SMB2_10
                [share]
                client max protocol = NT1
                [Global]
                # client max protocol = NT1
                ; client max protocol = NT1
                Client Max\\
                  Protocol = "SMB3_00"
                clientsigning=mandatory
                client smb encrypt = required\r
                client use kerberos = off
                client use kerberos = desired
                include = %m.conf
                include = registry
                include = \(folder.at("more.conf"))
                include = \(folder.at("none.conf"))
                this is no setting

                """
            try folder.write("client min protocol = SMB2_02\n[x]\nclient min protocol = NT1\n", to: "more.conf")
            let file = try folder.write(text, to: "smb.conf")
            #expect(
                settings([folder.at("missing"), file])
                    == .known(
                        SMBClientSettings(
                            file: file, oldestProtocol: "SMB2_02", newestProtocol: "SMB3_00", signing: "mandatory",
                            encryption: "required", kerberos: "desired",
                            unreadFiles: ["%m.conf", "registry", folder.at("none.conf")])))
        }
    }

    @Test func theFirstFileThatIsThereCounts() throws {
        try withTemporaryFolder { folder in
            let first = try folder.write("client max protocol = SMB2\n", to: "a")
            let second = try folder.write("client max protocol = NT1\n", to: "b")
            #expect(settings([first, second]).value?.newestProtocol == "SMB2")
            #expect(settings([folder.at("none")]) == .known(SMBClientSettings()))
            #expect(
                settings([folder.path, second]) == .unknown(.notUnderstood("\(folder.path): it is not a regular file")))
        }
    }

    @Test func knowsWhereToLook() {
        let reader = SMBClientReader(environment: ["SMB_CONF_PATH": "/x", "HOME": "/srv/anna"])
        #expect(reader.files == ["/x", "/srv/anna/.smb/smb.conf", "/etc/samba/smb.conf"].map { HostPath($0) })
        #expect(SMBClientReader(environment: [:]).files == [HostPath("/etc/samba/smb.conf")])
    }

    @Test func whatIncludesItselfEnds() throws {
        try withTemporaryFolder { folder in
            let path = folder.at("smb.conf")
            try folder.write("include = \(path)\ninclude = \(path)\nclient max protocol = SMB2\n", to: "smb.conf")
            let read = try #require(settings([path]).value)
            #expect(read.newestProtocol == "SMB2" && read.unreadFiles.contains(path))
        }
    }

    @Test func findsTheProgramThatMounts() throws {
        try withTemporaryFolder { folder in
            var reader = SMBClientReader(environment: [:])
            reader.mountPrograms = [HostPath(folder.at("mount.cifs"))]
            #expect(reader.read().mountProgram == .unknown(.missing("mount.cifs")))
            let program = try folder.write("", to: "mount.cifs")
            #expect(reader.read().mountProgram == .unknown(.missing("mount.cifs")))
            unsafe chmod(program, 0o755)
            #expect(reader.read().mountProgram == .known(program))
        }
    }

    @Test func tellsWhatTheKernelCanDo() {
        func module(_ loaded: String, _ modules: String?, _ builtIn: String? = nil) -> HostReading<
            SMBClientSituation.KernelModule
        > {
            FileSystemTypes(loaded: loaded, modules: modules, builtIn: builtIn).module(for: "cifs")
        }
        #expect(module("nodev\tcifs\n", nil) == .known(.loaded))
        #expect(module("nodev\tproc\n", "kernel/fs/smb/client/cifs.ko.xz: kernel/x.ko\n") == .known(.available))
        #expect(module("nodev\tproc\n", "kernel/fs/ext4.ko:\n") == .known(.absent))
        #expect(module("nodev\tproc\n", nil) == .unknown(.missing("modules.dep")))
    }

    @Test func survivesAnyDamage() {
        let seed: UInt64 = 0x5AB
        var random = SeededGenerator(seed: seed)
        let sample = Array(
            "[global]\n workgroup = LAB\n client min protocol = SMB2_02\n include = /x\n client max \\\n protocol = SMB3\n[x]\n a = b\n"
                .utf8)
        var understood = 0
        for _ in 0..<10_000 {
            var bytes = sample
            for _ in 0...random.below(6) {
                damage(&bytes, &random, with: ["\\\n", "[", "]", "=", "\n", "\"", "#", ";", "\0"])
            }
            let parts = SambaConfigurationText(bytes).parts
            #expect(parts.count <= bytes.count)
            if parts.contains(.setting(name: "clientminprotocol", value: "SMB2_02")) { understood += 1 }
        }
        #expect(understood > 3_000, "seed \(seed)")
    }
}
