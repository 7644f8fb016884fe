public import StorageModel

extension MountSighting {
    /// What is wrong with the mount, as one observation of the path.
    ///
    /// The entry is the step `tree`, the answer the step `stat`. The gravest cause counts; lesser ones stand beside it as
    /// evidence named `also`, and the command that mends the mount as evidence named `repair`.
    public func observation() -> Observation {
        let entry = entrySuspicions
        let answer = answerFinding
        var found = entry.filter(\.isFailure).map(\.cause)
        if answer.state == .fail, let cause = answer.suspicion?.cause { found.append(cause) }
        let isBroken = !found.isEmpty || answer.state == .fail
        found += entry.filter { !$0.isFailure }.map(\.cause)
        let verdict: Verdict =
            if isBroken { .failed } else if mounted != nil, answer.state == .notChecked {
                .unknown
            } else if found.isEmpty {
                .healthy
            } else { .degraded }
        let cause = found.first
        var evidence = sourceEvidence
        if let first = entry.first { evidence.append(first.evidence) }
        let others = found.dropFirst().map(\.rawValue)
        if !others.isEmpty { evidence.append(.init("also", others.joined(separator: ", "))) }
        let repair =
            cause.flatMap { MountRepair.command(for: $0, self) }.map { [Observation.Evidence("repair", $0)] } ?? []
        let state: StageState = entry.isEmpty ? .ok : entry.contains(where: \.isFailure) ? .fail : .warn
        var steps = [Observation.Step(stage: .tree, state: state, evidence: evidence)]
        if mounted != nil { steps.append(answer.step(.stat)) }
        // The command stands with the step that shows why.
        let place = steps.firstIndex { $0.state == .fail } ?? steps.firstIndex { $0.state == .warn } ?? 0
        steps[place].evidence += repair
        var space: Observation.Space?
        if case .answered(_, let seen) = touch { space = seen }
        return Observation(
            target: path, verdict: verdict, cause: cause, alternatives: mayNotMount(cause) ? [.mountNotPermitted] : [],
            steps: steps, space: space)
    }

    /// Whether the person could not mount it even if all else were well: only the administrator may, unless the line
    /// lets others (mount(8), options `user`, `users`, `owner` and `group`).
    private func mayNotMount(_ cause: Cause?) -> Bool {
        guard cause == .notMounted, let planned, let person, person.user != 0 else { return false }
        let options = MountOptions(planned.options)
        return !["user", "users", "owner", "group"].contains(where: options.has)
    }

    /// Something about the entry, and how bad it is.
    private struct Flaw {
        var cause: Cause
        var isFailure: Bool
        var evidence: Observation.Evidence
    }

    /// What the entries alone tell, gravest first.
    private var entrySuspicions: [Flaw] {
        var flaws: [Flaw] = []
        func add(_ cause: Cause, _ isFailure: Bool, _ name: String, _ value: String) {
            flaws.append(Flaw(cause: cause, isFailure: isFailure, evidence: .init(name, value)))
        }
        if let mounted {
            if let planned, !planned.isSourceMounted {
                add(.mountWrongSource, true, "expected", planned.source)
            } else if case .unknownShare(let system) = mounted.origin {
                add(.mountWrongSource, false, "noShareOf", system.text)
            }
            if let cover = mounted.coveredBy { add(.mountShadowed, true, "coveredBy", cover) }
            if mounted.isDoubled { add(.mountShadowed, false, "mounted", "twice") }
        } else if let planned {
            if planned.hasPoint == false {
                add(.mountPointMissing, true, "missing", path)
            } else if case .missing(let file) = planned.credentials {
                add(.fstabError, true, "credentialsMissing", file)
            } else if planned.isTypeSupported == false {
                add(.cifsModuleMissing, true, "unsupported", planned.kind.rawValue)
            } else if planned.isHostKnown == false {
                add(.mountNameUnresolved, true, "fstabLine", "\(planned.line)")
            } else if let result = planned.failedResult {
                let isAutomatic = MountOptions(planned.options).has("x-systemd.automount")
                add(isAutomatic ? .automountFailed : .notMounted, true, "unitResult", result)
            } else {
                add(.notMounted, true, "fstabLine", "\(planned.line)")
            }
        } else {
            add(.notMounted, true, "mounted", "nothing")
        }
        let options = MountOptions(mounted?.options ?? planned?.options ?? [])
        let kind = mounted?.kind ?? planned?.kind ?? .automount
        if case .present(let file, let mode, let owner) = planned?.credentials {
            let digits = String(mode & 0o7777, radix: 8)
            if mode & 0o077 != 0 { add(.credentialsFileExposed, false, "credentials", "\(file) mode \(digits)") }
            if mode & 0o077 == 0, owner != 0, owner != person?.user {
                add(.credentialsFileExposed, false, "credentials", "\(file) owner \(owner)")
            }
        }
        if let planned, ["password", "pass"].contains(where: { MountOptions(planned.options).value($0) != nil }) {
            // Everybody may read the table; the password itself is shown nowhere.
            add(.credentialsFileExposed, false, "credentials", "in line \(planned.line) itself")
        }
        if let mounted, mounted.kind != .automount, options.isReadOnly {
            let isWanted = planned.map { MountOptions($0.options).isReadOnly } ?? false
            if !isWanted { add(.mountReadOnly, false, "option", "ro") }
        }
        let outdated =
            options.outdated(for: kind) ?? planned.flatMap { MountOptions($0.options).outdated(for: $0.kind) }
        if let outdated { add(.mountOptionsOutdated, false, "option", outdated) }
        if mounted?.kind == .smb, let person, !options.isReadOnly, options.deniesWriting(to: person) {
            let rights = ["uid", "gid", "dir_mode"].compactMap { name in options.value(name).map { "\(name)=\($0)" } }
            add(.mountLocalMode, false, "options", rights.joined(separator: ","))
        }
        if let stall = planned.flatMap({ MountOptions($0.options).stall }) {
            add(.bootStallRisk, false, "missing", stall)
        } else if kind == .smb, options.last(of: ["hard", "soft"]) == "hard" {
            add(.bootStallRisk, false, "option", "hard")
        }
        return flaws.filter(\.isFailure) + flaws.filter { !$0.isFailure }
    }

    private var sourceEvidence: [Observation.Evidence] {
        var evidence: [Observation.Evidence] = []
        if let source = mounted?.source ?? planned?.source {
            evidence.append(.init("source", source.shownOnOneLine))
        }
        if let type = mounted?.type { evidence.append(.init("type", type.shownOnOneLine)) }
        if case .share(let share) = mounted?.origin { evidence.append(.init("share", share.text)) }
        return evidence
    }

    /// What the answer tells.
    private var answerFinding: Finding {
        switch touch {
        case .answered(let duration, _): return .fine(duration)
        case .refused(let duration, let number, let name):
            let evidence = [Observation.Evidence("errno", "\(number)"), .init("errnoName", name)]
            if mounted?.kind == .automount { return .broken(Suspicion(.automountFailed), duration, evidence) }
            switch name {
            case "ENOTCONN", "ESTALE", "EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EIO", "ECONNABORTED",
                "ECONNRESET", "ENODEV":
                return .broken(Suspicion(.mountDead), duration, evidence)
            case "ENOKEY": return .broken(Suspicion(.noKerberosTicket), duration, evidence)
            case "EKEYEXPIRED": return .broken(Suspicion(.kerberosTicketExpired), duration, evidence)
            case "EACCES", "EPERM":
                // A mount of FUSE is for the account alone that made it, unless it was made for all.
                if mounted?.kind == .fuse { return .unchecked("the mount belongs to another account", nil, evidence) }
                return .broken(Suspicion(.folderDenied), duration, evidence)
            default: return .broken(nil, duration, evidence)
            }
        case .hung(let duration, let isKnown):
            return .broken(
                Suspicion(.mountHung), duration,
                [.init("waits", isKnown ? "since an earlier check" : "longer than the deadline")])
        case .notAsked(let reason): return .unchecked(reason)
        case nil: return .unchecked(mounted?.coveredBy == nil ? "nobody asked" : "something else is mounted over it")
        }
    }
}
