import Diagnosis
import StorageModel
import Testing

/// What mounts look like, and what has to be said of each.
@Suite struct MountCauseTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var sighting: MountSighting
        var verdict: Verdict
        var cause: Cause?
        var repair: String?
        var also: String?

        init(
            _ name: String, _ sighting: MountSighting, _ verdict: Verdict, _ cause: Cause? = nil,
            repair: String? = nil, also: String? = nil
        ) {
            testDescription = name
            self.sighting = sighting
            self.verdict = verdict
            self.cause = cause
            self.repair = repair
            self.also = also
        }
    }

    private static let careful = ["_netdev", "nofail", "vers=3.1.1"]
    private static let fine = MountSighting.Touch.answered(.milliseconds(2), space: nil)

    private static func mounted(
        _ kind: MountSighting.Kind = .smb, _ options: [String] = ["rw", "vers=3.1.1", "soft"],
        coveredBy: String? = nil, isDoubled: Bool = false, origin: MountSighting.Origin = .unlisted
    ) -> MountSighting.Mounted {
        MountSighting.Mounted(
            kind: kind, type: "cifs", source: "//nas/groups", options: options, coveredBy: coveredBy,
            isDoubled: isDoubled, origin: origin)
    }

    /// A share in GNOME's folder of network places, which nobody can unmount by its path.
    private static let desktop = MountSighting.Mounted(
        kind: .fuse, type: "fuse.gvfsd-fuse", source: "smb://nas/groups", options: ["rw"])

    private static func planned(
        _ options: [String] = careful, _ change: (inout MountSighting.Planned) -> Void = { _ in }
    ) -> MountSighting.Planned {
        var planned = MountSighting.Planned(line: 7, kind: .smb, source: "//nas/groups", options: options)
        change(&planned)
        return planned
    }

    private static func sight(
        _ mounted: MountSighting.Mounted?, _ planned: MountSighting.Planned? = nil,
        _ touch: MountSighting.Touch? = fine,
        path: String = "/mnt/x", person: MountSighting.Person? = nil
    ) -> MountSighting {
        MountSighting(path: path, mounted: mounted, planned: planned, touch: touch, person: person)
    }

    private static func refused(_ number: Int32, _ name: String) -> MountSighting.Touch {
        .refused(.milliseconds(1), errno: number, name: name)
    }

    private static let anna = MountSighting.Person(user: 1000, groups: [1000, 50])

    static let rows: [Row] = [
        Row("healthy", sight(mounted()), .healthy),
        Row("healthy, as the table wants", sight(mounted(), planned()), .healthy),
        Row("M1 nothing there", sight(nil, nil, nil), .failed, .notMounted),
        Row("M1 not mounted", sight(nil, planned(), nil), .failed, .notMounted, repair: "sudo mount /mnt/x"),
        Row(
            "M10 the server's name has no address", sight(nil, planned { $0.isHostKnown = false }, nil), .failed,
            .mountNameUnresolved),
        Row(
            "M10 the name is known", sight(nil, planned { $0.isHostKnown = true }, nil), .failed, .notMounted,
            repair: "sudo mount /mnt/x"),
        Row(
            "M6 the unit failed",
            sight(nil, planned(careful + ["x-systemd.automount"]) { $0.failedResult = "timeout" }, nil),
            .failed, .automountFailed),
        Row(
            "M1 the unit of a plain mount failed", sight(nil, planned { $0.failedResult = "exit-code" }, nil), .failed,
            .notMounted, repair: "sudo mount /mnt/x"),
        Row(
            "M1 a path with a blank and a quote", sight(nil, planned(), nil, path: "/mnt/a 'b'"), .failed, .notMounted,
            repair: #"sudo mount '/mnt/a '\''b'\'''"#),
        Row("M1 a path nobody can type", sight(nil, planned(), nil, path: "/mnt/\u{1B}[2J"), .failed, .notMounted),
        Row("M1 a path shown with an escape", sight(nil, planned(), nil, path: #"/mnt/a\nb"#), .failed, .notMounted),
        Row(
            "M2 another source than planned", sight(mounted(), planned { $0.isSourceMounted = false }), .failed,
            .mountWrongSource, repair: "sudo umount /mnt/x && sudo mount /mnt/x"),
        Row(
            "M2 a share the server does not have", sight(mounted(origin: .unknownShare("nas02"))), .degraded,
            .mountWrongSource),
        Row(
            "M3 hung", sight(mounted(), nil, .hung(.seconds(3), isKnown: false)), .failed, .mountHung,
            repair: "sudo umount -l /mnt/x"),
        Row(
            "M3 still hung", sight(mounted(), planned(), .hung(.zero, isKnown: true)), .failed, .mountHung,
            repair: "sudo umount -l /mnt/x && sudo mount /mnt/x"),
        Row(
            "M4 dead FUSE", sight(mounted(.fuse, ["rw"]), nil, refused(107, "ENOTCONN")), .failed, .mountDead,
            repair: "fusermount -uz /mnt/x"),
        Row(
            "M3 a share of the desktop hangs", sight(desktop, nil, .hung(.seconds(3), isKnown: false)), .failed,
            .mountHung, repair: "gio mount -u 'smb://nas/groups'"),
        Row(
            "M4 dead NFS", sight(mounted(.nfs, ["rw", "hard"]), nil, refused(116, "ESTALE")), .failed, .mountDead,
            repair: "sudo umount -l /mnt/x"),
        Row(
            "M4 dead SMB", sight(mounted(), nil, refused(112, "EHOSTDOWN")), .failed, .mountDead,
            repair: "sudo umount -l /mnt/x"),
        Row("no ticket", sight(mounted(), nil, refused(126, "ENOKEY")), .failed, .noKerberosTicket),
        Row("no right", sight(mounted(), nil, refused(13, "EACCES")), .failed, .folderDenied),
        Row("another's FUSE", sight(mounted(.fuse, ["rw"]), nil, refused(13, "EACCES")), .unknown),
        Row("an error nobody knows", sight(mounted(), nil, refused(5000, "errno 5000")), .failed),
        Row("nobody could ask", sight(mounted(), nil, .notAsked("no process")), .unknown),
        Row(
            "M5 read-only", sight(mounted(.smb, ["ro"])), .degraded, .mountReadOnly,
            repair: "sudo mount -o remount,rw /mnt/x"),
        Row(
            "M5 read-only file system", sight(mounted(.nfs, ["rw", "ro"])), .degraded, .mountReadOnly,
            repair: "sudo mount -o remount,rw /mnt/x"),
        Row("M5 read-only as planned", sight(mounted(.smb, ["ro"]), planned(careful + ["ro"])), .healthy),
        Row(
            "M6 automount", sight(mounted(.automount, ["rw"]), planned(), refused(19, "ENODEV")), .failed,
            .automountFailed),
        Row("M6 automount that waits", sight(mounted(.automount, ["rw"]), planned()), .healthy),
        Row(
            "M7 covered", sight(mounted(coveredBy: "/mnt/x"), nil, nil), .failed, .mountShadowed,
            repair: "sudo umount /mnt/x"),
        Row("M7 twice", sight(mounted(isDoubled: true)), .degraded, .mountShadowed, repair: "sudo umount /mnt/x"),
        Row("M8 no module", sight(nil, planned { $0.isTypeSupported = false }, nil), .failed, .cifsModuleMissing),
        Row(
            "M9 open to all",
            sight(mounted(), planned { $0.credentials = .present(path: "/etc/c", mode: 0o100644, owner: 0) }),
            .degraded, .credentialsFileExposed, repair: "sudo chown root /etc/c && sudo chmod 600 /etc/c"),
        Row(
            "M9 another's", sight(mounted(), planned { $0.credentials = .present(path: "/c", mode: 0o600, owner: 7) }),
            .degraded, .credentialsFileExposed, repair: "sudo chown root /c && sudo chmod 600 /c"),
        Row(
            "M9 as it should be",
            sight(mounted(), planned { $0.credentials = .present(path: "/c", mode: 0o600, owner: 0) }),
            .healthy),
        Row("M9 in the table", sight(mounted(), planned(careful + ["password=x"])), .degraded, .credentialsFileExposed),
        Row("M9 missing", sight(nil, planned { $0.credentials = .missing(path: "/c") }, nil), .failed, .fstabError),
        Row(
            "M11 no folder", sight(nil, planned { $0.hasPoint = false }, nil), .failed, .mountPointMissing,
            repair: "sudo mkdir -p /mnt/x && sudo mount /mnt/x"),
        Row("M14 vers", sight(mounted(.smb, ["rw", "vers=1.0"])), .degraded, .mountOptionsOutdated),
        Row("M14 the last counts", sight(mounted(.smb, ["rw", "vers=1.0", "vers=3.0"])), .healthy),
        Row("M14 sec", sight(mounted(.smb, ["rw", "sec=ntlm"])), .degraded, .mountOptionsOutdated),
        Row(
            "M14 only planned", sight(mounted(), planned(["_netdev", "nofail", "vers=2.0"])), .degraded,
            .mountOptionsOutdated),
        Row("M15 no nofail", sight(mounted(), planned(["_netdev"])), .degraded, .bootStallRisk),
        Row("M15 automount", sight(mounted(), planned(["x-systemd.automount"])), .healthy),
        Row("M15 noauto", sight(mounted(), planned(["noauto"])), .healthy),
        Row("M15 hard", sight(mounted(.smb, ["rw", "hard"])), .degraded, .bootStallRisk),
        Row("M15 NFS is hard by nature", sight(mounted(.nfs, ["rw", "hard"])), .healthy),
        Row(
            "M16 others' rights", sight(mounted(.smb, ["rw", "uid=0", "gid=0", "dir_mode=0755"]), person: anna),
            .degraded, .mountLocalMode),
        Row(
            "M16 own rights", sight(mounted(.smb, ["rw", "uid=1000", "gid=0", "dir_mode=0755"]), person: anna), .healthy
        ),
        Row(
            "M16 the group's", sight(mounted(.smb, ["rw", "uid=0", "gid=50", "dir_mode=0775"]), person: anna), .healthy),
        Row(
            "M16 noperm", sight(mounted(.smb, ["rw", "uid=0", "gid=0", "dir_mode=0755", "noperm"]), person: anna),
            .healthy),
        Row(
            "the gravest first",
            sight(mounted(.smb, ["ro", "vers=1.0"]), planned(["_netdev"]), refused(112, "EHOSTDOWN")),
            .failed, .mountDead, repair: "sudo umount -l /mnt/x && sudo mount /mnt/x",
            also: "mount-read-only, mount-options-outdated, boot-stall-risk"),
    ]

    @Test func whoMayNotMountIsTold() {
        func alternatives(_ options: [String], _ person: MountSighting.Person?) -> [Cause] {
            Self.sight(nil, Self.planned(options), nil, person: person).observation().alternatives
        }
        #expect(alternatives(Self.careful, Self.anna) == [.mountNotPermitted])
        #expect(alternatives(Self.careful + ["user"], Self.anna) == [])
        #expect(alternatives(Self.careful, .init(user: 0, groups: [])) == [])
        #expect(alternatives(Self.careful, nil) == [])
    }

    @Test(arguments: rows) func aMountIsJudged(_ row: Row) {
        let observation = row.sighting.observation()
        #expect(observation.verdict == row.verdict)
        #expect(observation.cause == row.cause)
        let evidence = observation.steps.flatMap(\.evidence)
        #expect(evidence.first { $0.name == "repair" }?.value == row.repair)
        if let also = row.also { #expect(evidence.first { $0.name == "also" }?.value == also) }
        for step in observation.steps {
            #expect(Set(step.evidence.map(\.name)).count == step.evidence.count, "no name appears twice")
        }
        let isFlawed = observation.steps.contains { $0.state == .fail || $0.state == .warn }
        #expect(isFlawed == (row.verdict == .failed || row.verdict == .degraded))
    }
}
