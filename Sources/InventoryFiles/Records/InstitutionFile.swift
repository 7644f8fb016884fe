import StorageModel

/// `institution.yaml`.
enum InstitutionFile {
    /// The whole file; what it says is put into the draft, since everything else is read by it.
    static let shape: Shape<Void> = .record(
        "institution file", "The institution, what its inventory is based on, and the words of its policy.",
        // In this order: provenance needs the sources.
        .required(
            "sources", .list(of: source, "sources", count: 1...Int.max),
            "Documents and people that statements come from."),
        .required("vocabulary", VocabularyShapes.vocabulary, "The words that questions and rules are made of."),
        .required("institution", institution, "Who the institution is, and whom to ask.")
    ) { record, sources, _, institution in
        record.reading.draft.sources = sources
        record.reading.draft.institution = institution
    }

    private static let source: Shape<Source> = .record(
        "source", "A document, page or person that statements of the inventory come from.",
        .required("id", .newID(of: Source.self), "Its name in this inventory."),
        .required("title", .line, "Its title, for people."),
        .optional("url", .form(.webAddress), "Its address, if it has one."),
        .required("read", .date, "The day it was last read."),
        .required("review-by", .date, "The last day on which statements from it may be believed unread.")
    ) { record, id, title, url, read, reviewBy throws(Unreadable) in
        record.reading.draft.reviewDays[id] = reviewBy
        try record.refuseReversed("read", "review-by", read <= reviewBy)
        return Source(id: id, title: title, url: url, read: read, reviewBy: reviewBy)
    }

    private static let institution: Shape<Institution> = .record(
        "institution", "Who the institution is, and whom to ask.",
        .required("id", .id, "Its name in ids and in JSON."),
        .required("name", .line, "Its name, for people."),
        .required("owner", .line, "Who answers for this inventory."),
        .required(
            "languages", .set(of: .form(.languageCode), "languages", count: 1...Int.max),
            "The languages that every text is given in, the default first."),
        .required("contact", contact, "Whom to ask when no way is known.")
    ) { _, id, name, owner, languages, contact in
        Institution(id: id, name: name, owner: owner, languages: languages.map { Language($0) }, contact: contact)
    }

    private static let contact: Shape<Contact> = .record(
        "contact", "Whom to ask, and how; at least one of e-mail, telephone and web address.",
        .required("name", .line, "The desk or person."),
        .optional("email", .form(.email), "An e-mail address."),
        .optional("phone", .form(.phone), "A telephone number, in quotes."),
        .optional("url", .form(.webAddress), "A web page."),
        .provenance,
        rules: [.atLeastOne(of: ["email", "phone", "url"])]
    ) { record, name, email, phone, url, provenance throws(Unreadable) in
        guard email != nil || phone != nil || url != nil else {
            record.reading.tell(
                .keyCombination, at: record.place, "the contact has no address",
                accepted: "a contact has at least one of email, phone and url", next: "add one of them")
            throw Unreadable()
        }
        return Contact(name: name, email: email, phone: phone, url: url, provenance: provenance)
    }
}

extension Record {
    /// Tells when the later of two days, or the greater of two sizes, is not.
    func refuseReversed(
        _ earlier: String, _ later: String, _ isInOrder: Bool,
        _ words: (wrong: String, right: String) = ("comes before", "earlier")
    ) throws(Unreadable) {
        guard !isInOrder else { return }
        reading.tell(
            .orderReversed, at: place(of: later), "\(later.quoted) \(words.wrong) \(earlier.quoted)",
            accepted: "\(earlier.quoted), in line \(place(of: earlier).line), has to be the \(words.right) of the two",
            next: "exchange the two, or correct one")
        throw Unreadable()
    }
}
