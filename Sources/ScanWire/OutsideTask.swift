/// What a worker asks its supervisor for: text that only an outside program can get out of a document.
public enum OutsideTask: Hashable, Sendable {
    /// The text of a PDF, with its author, page by page.
    case pdfText
    /// The text of a PDF in the order in which it is drawn, which keeps together what the pages' order takes apart.
    case pdfDrawnText
    /// The names of the files that are attached to a PDF, one in each line, after their numbers.
    case pdfFiles
    /// A file that is attached to a PDF, by its number, from 1.
    case pdfFile(UInt32)
    /// The pictures in a PDF, one in each line, with their pages and sizes.
    case pdfPictures
    /// The text in the picture of a PDF's page, from 1.
    case pdfPicture(page: UInt32)
    /// The text in a picture.
    case picture
    /// The text of an old Word document.
    case word
    /// The cells of an old Excel workbook.
    case excel
    /// The text of old PowerPoint slides.
    case powerPoint
    /// The messages of an Outlook mailbox, as files that can be fetched one by one.
    case mailbox
    /// One of those files: the number of the files' folder, and its own, both from 0.
    case fetch(folder: UInt32, file: UInt32)

    /// The names that the worker's launcher knows the programs by, in the order of their pipe, and their arguments; none
    /// where nothing is to be started.
    public var stages: [[String]] {
        switch self {
        case .pdfText: [["pdf-text"]]
        case .pdfDrawnText: [["pdf-drawn-text"]]
        case .pdfFiles: [["pdf-files"]]
        case .pdfFile(let number): [["pdf-file", "\(number)"]]
        case .pdfPictures: [["pdf-pictures"]]
        case .pdfPicture(let page): [["pdf-picture", "\(page)"], ["picture-text"]]
        case .picture: [["picture-text"]]
        case .word: [["word-text"]]
        case .excel: [["excel-text"]]
        case .powerPoint: [["powerpoint-text"]]
        case .mailbox: [["mailbox"]]
        case .fetch: []
        }
    }
}

/// A program that is not ours, which the worker's launcher starts in a jail of its own.
public struct OutsideProgram: Hashable, Sendable {
    /// The name that the launcher knows it by.
    public var name: String
    /// Where Debian puts it.
    public var path: String
    /// Debian's package.
    public var package: String
    /// What it is started with; a page's or a file's number comes in where the argument is `#`, and a folder for `@`.
    public var arguments: [String]
    /// Folders that it reads besides the libraries'.
    public var folders: [String]
    /// What it cannot do without besides, each with the package that has it: one of these files.
    public var tables: [Table] = []

    /// Files of which one has to be there, since Debian's versions put them into different places.
    public struct Table: Hashable, Sendable {
        /// Where it may be.
        public var paths: [String]
        /// Debian's package.
        public var package: String
    }

    /// A name for what is open as stdin; xls2csv crashes when it is left to find that out by itself.
    private static let stdin = "/proc/self/fd/0"
    /// A name for what is open as stdout, for a program that only writes files.
    private static let stdout = "/proc/self/fd/1"
    private static let popplerFolders = [
        "/usr/share/poppler", "/usr/share/fonts", "/etc/fonts", "/usr/share/fontconfig",
    ]

    /// All that are used.
    public static let all = [
        OutsideProgram(
            name: "pdf-text", path: "/usr/bin/pdftotext", package: "poppler-utils",
            arguments: ["-enc", "UTF-8", "-htmlmeta", "-", "-"],
            folders: popplerFolders),
        OutsideProgram(
            name: "pdf-drawn-text", path: "/usr/bin/pdftotext", package: "poppler-utils",
            arguments: ["-enc", "UTF-8", "-raw", "-", "-"], folders: popplerFolders),
        OutsideProgram(
            name: "pdf-files", path: "/usr/bin/pdfdetach", package: "poppler-utils",
            arguments: ["-enc", "UTF-8", "-list", stdin], folders: popplerFolders),
        OutsideProgram(
            name: "pdf-file", path: "/usr/bin/pdfdetach", package: "poppler-utils",
            arguments: ["-save", "#", "-o", stdout, stdin], folders: popplerFolders),
        OutsideProgram(
            name: "pdf-pictures", path: "/usr/bin/pdfimages", package: "poppler-utils", arguments: ["-list", stdin],
            folders: popplerFolders),
        OutsideProgram(
            name: "pdf-picture", path: "/usr/bin/pdftoppm", package: "poppler-utils",
            arguments: ["-gray", "-r", "300", "-f", "#", "-l", "#", "-scale-to", "4000", "-"],
            folders: popplerFolders),
        OutsideProgram(
            name: "picture-text", path: "/usr/bin/tesseract", package: "tesseract-ocr",
            // With the orientation of the page, which may lie on its side.
            arguments: ["stdin", "stdout", "-l", "deu+eng", "--psm", "1"], folders: ["/usr/share/tesseract-ocr"],
            tables: ["deu", "eng", "osd"].map { language in
                Table(
                    paths: ["5", "4.00"].map { "/usr/share/tesseract-ocr/\($0)/tessdata/\(language).traineddata" },
                    package: "tesseract-ocr-\(language)")
            }),
        OutsideProgram(
            name: "word-text", path: "/usr/bin/catdoc", package: "catdoc", arguments: ["-w", "-d", "utf-8", stdin],
            folders: ["/usr/share/catdoc"]),
        OutsideProgram(
            name: "excel-text", path: "/usr/bin/xls2csv", package: "catdoc",
            // Texts without blanks or quotation marks stand as they are.
            arguments: ["-x", "-d", "utf-8", "-c", "\t", "-q", "1", "-b", "\u{0C}", stdin],
            folders: ["/usr/share/catdoc"]),
        OutsideProgram(
            name: "powerpoint-text", path: "/usr/bin/catppt", package: "catdoc", arguments: ["-d", "utf-8", stdin],
            folders: ["/usr/share/catdoc"]),
        OutsideProgram(
            name: "mailbox", path: "/usr/bin/readpst", package: "pst-utils",
            arguments: ["-j", "0", "-e", "-D", "-o", "@", stdin], folders: []),
    ]
}
