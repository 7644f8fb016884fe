extension LabNetwork {
    /// Obtains a ticket of the lab's domain on the client on the campus, as a person does there.
    /// - Parameters:
    ///   - user: Whose.
    ///   - file: Where it is kept; what was there is replaced.
    ///   - lifetime: How long it is good for, as `kinit` takes it; a short one is waited for until it has ended.
    ///   - service: The service that it is for; nil for tickets for all services.
    /// - Throws: ``LabError`` when the domain gives none.
    public func obtainTicket(
        for user: DirectoryUser, in file: String, lifetime: String? = nil, service: String? = nil
    ) async throws {
        try await add(.directory)
        let options = [lifetime.map { "-l \($0)" }, service.map { "-S \($0)" }].compactMap(\.self)
        try await on(
            .campus, "kinit -c 'FILE:\(file)' \(options.joined(separator: " ")) \(user.name) <<<\(user.password)")
        // Times have whole seconds: in the one that a ticket ends in, some take it for good.
        if lifetime != nil {
            try await on(
                .campus,
                """
                is_over() { ! klist -s -c '\(file)'; }
                within 'the end of a ticket' is_over
                over=$SECONDS
                is_long_over() { ((SECONDS > over + 1)); }
                within 'the second after it' is_long_over
                """)
        }
    }

    /// Writes the keys that follow from an account's name and a password, as unattended checks keep them.
    /// - Throws: ``LabError`` when that was not possible.
    public func writeKeytab(for name: String, password: String, to file: String) async throws {
        try await add(.directory)
        try await on(.campus, "write_keytab \(name)@\(LabDirectory.realm) \(password) '\(file)'")
    }
}
