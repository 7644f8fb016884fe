/// Shared libraries that the program must not load, by the beginning of their names, and why.
let unwantedLibraries: [(prefix: String, reason: String)] = [
    ("libsmbclient", "it would bring a hundred libraries and 30 ms to every start; it belongs to a program of its own"),
    ("libcurl", "the program opens no connection"),
    ("libFoundationNetworking", "the program opens no connection"),
    ("libFoundationXML", "the program reads no XML"),
    ("libarchive", "it unpacks what strangers packed; it belongs to a program that jails itself"),
    ("libexpat", "it parses what strangers wrote; it belongs to a program that jails itself"),
    ("libseccomp", "the program does not jail itself"),
    ("libTesting", "it belongs to the tests"),
    ("libXCTest", "it belongs to the tests"),
]

/// The libraries in what `ldd` printed about a program.
func libraries(inListing listing: String) -> [String] {
    // "	libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x…)", or without an arrow for the loader itself.
    listing.split(separator: "\n").compactMap { line in
        guard let path = line.split(whereSeparator: \.isWhitespace).first else { return nil }
        return path.split(separator: "/").last.map { String($0) }
    }
}

/// The unwanted ones among the libraries in what `ldd` printed about a program.
func libraryViolations(inListing listing: String, of program: String) -> [Violation] {
    libraries(inListing: listing).flatMap { library in
        unwantedLibraries.filter { library.hasPrefix($0.prefix) }.map { rule in
            Violation(path: program, message: "it loads '\(library)': \(rule.reason)")
        }
    }
}
