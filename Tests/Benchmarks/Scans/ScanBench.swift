import Foundation

/// How long looking into files takes, beside programs that do a part of it.
struct ScanBench {
    let meter: Meter
    private let runs = 3
    private let runsInTurn = 7

    /// Prints all figures.
    func print() throws {
        try text()
        try small()
        try manyFiles()
        try documents()
        try forms()
        try growth()
    }

    /// 200 MB of text in one file, on one core.
    private func text() throws {
        meter.headline("200 MB of manual pages, documentation and programs, one reader")
        let file = try mixedText(megabytes: 200, name: "mix.txt")
        let count = meter.measure(["-l", file], of: "/usr/bin/wc", runs: runs)
        let (scan, search) = meter.measure(
            ["scan", file, "--no-cache", "--parallel", "1"],
            beside: ["-c", "--no-unicode", "-j1", Self.pattern, file], of: "/usr/bin/rg", runs: runsInTurn)
        meter.report("wc -l", count, nil)
        meter.report("rg -j1, shapes without check digits", search, count)
        meter.report("scan", scan, search)
        meter.remark(String(format: "scan reads %.2f GB/s of CPU time", 0.2 / (scan.cpu / 1_000)))
    }

    /// Text of other forms than prose, 50 MB of each.
    private func forms() throws {
        meter.headline("50 MB of generated text in one file, one reader")
        for form in GeneratedText.allCases {
            let file = try form.write(to: meter.folder, megabytes: 50)
            let count = meter.measure(["-l", file], of: "/usr/bin/wc", runs: runs)
            let scan = meter.measure(["scan", file, "--no-cache", "--parallel", "1"], runs: runs)
            meter.report(form.description, scan, count)
            meter.remark(String(format: "    %.2f GB/s of CPU time", 0.05 / (scan.cpu / 1_000)))
            try FileManager.default.removeItem(atPath: file)
        }
    }

    /// The first word about a small file.
    private func small() throws {
        meter.headline("a small file")
        let file = meter.folder.appendingPathComponent("small.txt")
        try Data("a small file\n".utf8).write(to: file)
        let version = meter.measure(["--version"], runs: 21)
        meter.report("--version", version, nil)
        meter.report("scan", meter.measure(["scan", file.path, "--no-cache"], runs: 21), version)
        meter.report(
            "answer, looked into", meter.measure(["--group", "bioimaging", "--file", file.path], runs: 21), version)
    }

    /// Many small files, against `grep -r`.
    private func manyFiles() throws {
        meter.headline("10,000 files of 2 kB")
        let tree = meter.folder.appendingPathComponent("many")
        let text = try Data(contentsOf: URL(fileURLWithPath: try mixedText(megabytes: 20, name: "source.txt")))
        for place in 0..<100 {
            let folder = tree.appendingPathComponent("folder-\(place)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for number in 0..<100 {
                let start = (place * 100 + number) * 2_000
                try text[start..<start + 2_000].write(to: folder.appendingPathComponent("file-\(number).txt"))
            }
        }
        let grep = meter.measure(["-rcE", Self.pattern, tree.path], of: "/usr/bin/grep", runs: runs)
        meter.report("grep -rcE", grep, nil)
        meter.report("scan", meter.measure(["scan", tree.path, "--no-cache"], runs: runs), grep)
        _ = meter.run(["scan", tree.path], of: meter.program)
        meter.report("scan, all known from before", meter.measure(["scan", tree.path], runs: runs), grep)
    }

    /// PDF of a few hundred pages, against `pdftotext` alone.
    private func documents() throws {
        meter.headline("20 PDF files, about 400 pages")
        let folder = meter.folder.appendingPathComponent("pdf")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try runToEnd(
            "/usr/bin/bash",
            [
                "-c",
                """
                cd '\(folder.path)'
                find /usr/share/man/man1 -name '*.1.gz' -size +10k | sort | head -20 | while read -r page; do
                    zcat "$page" | groff -k -man -Tpdf >"$(basename "$page" .gz).pdf" 2>/dev/null || true
                done
                find . -empty -delete
                """,
            ])
        try besidePdftotext(folder)
        meter.headline("the same, with a picture on a page of its own in each")
        let pictured = meter.folder.appendingPathComponent("pictured")
        try FileManager.default.createDirectory(at: pictured, withIntermediateDirectories: true)
        let picture = pictured.appendingPathComponent("picture.pdf")
        try Self.picture.write(to: picture)
        try runToEnd(
            "/usr/bin/bash",
            [
                "-c",
                """
                cd '\(folder.path)'
                for file in *.pdf; do pdfunite "$file" '\(picture.path)' "\(pictured.path)/$file"; done
                rm '\(picture.path)'
                """,
            ])
        try besidePdftotext(pictured)
    }

    private func besidePdftotext(_ folder: URL) throws {
        let loop = "for file in '\(folder.path)'/*.pdf; do pdftotext \"$file\" - >/dev/null; done"
        let (scan, pdftotext) = meter.measure(
            ["scan", folder.path, "--no-cache"], beside: ["-c", loop], of: "/usr/bin/bash", runs: runsInTurn)
        meter.report("pdftotext, one after the other", pdftotext, nil)
        meter.report("scan", scan, pdftotext)
    }

    /// A PDF of one page with a gray picture of 200 by 200 points.
    private static var picture: Data {
        let head = """
            %PDF-1.4
            1 0 obj
            << /Type /Catalog /Pages 2 0 R >>
            endobj
            2 0 obj
            << /Type /Pages /Kids [3 0 R] /Count 1 >>
            endobj
            3 0 obj
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>
            endobj
            4 0 obj
            << /Length 28 >>
            stream
            q 200 0 0 200 0 0 cm /I Do Q
            endstream
            endobj
            5 0 obj
            << /Type /XObject /Subtype /Image /Width 200 /Height 200 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 40000 >>
            stream

            """
        return Data(head.utf8) + Data(repeating: 0x80, count: 40_000) + Data("\nendstream\nendobj\n".utf8)
            + Data("trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n".utf8)
    }

    /// Memory and time from 1 MB to 10 GB, on a disk that has room for it.
    private func growth() throws {
        meter.headline("growing files, one reader")
        for megabytes in [1, 100, 10_000] {
            let room = try FileManager.default.attributesOfFileSystem(forPath: meter.folder.path)[.systemFreeSize]
            guard let room = room as? Int, room / 2 > megabytes * 1_000_000 else {
                meter.remark("\(megabytes) MB: there is no room for such a file in \(meter.folder.path)")
                continue
            }
            let file = try mixedText(megabytes: megabytes, name: "grown.txt")
            defer { try? FileManager.default.removeItem(atPath: file) }
            var memory = PeakMemory()
            let measurement = meter.run(["scan", file, "--no-cache", "--parallel", "1"], of: meter.program) {
                memory.look(at: $0)
            }
            meter.report("\(megabytes) MB", measurement, nil)
            for (name, peak) in memory.megabytes.sorted(by: { $0.key < $1.key }) {
                meter.remark(String(format: "    at most %.1f MB in ", peak) + name)
            }
        }
    }

    /// The shapes of cards, accounts, numbers, addresses of mail and dates.
    private static let pattern =
        #"[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}|[A-Z]{2}[0-9]{2}[ ]?[0-9A-Z]{4}[ ]?[0-9A-Z]{4}[ ]?[0-9A-Z]{4}|[0-9]{4} ?[0-9]{6}|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+|[0-9]{2}\.[0-9]{2}\.[0-9]{4}|[Pp]ass(wort|word)|[Ll]ebenslauf|[Ii]ban"#

    /// What Debian ships as text, one file after the other, until it is long enough.
    private func mixedText(megabytes: Int, name: String) throws -> String {
        let file = meter.folder.appendingPathComponent(name).path
        try runToEnd(
            "/usr/bin/bash",
            [
                "-c",
                """
                set -o pipefail
                part() {
                    find /usr/share/man/man1 /usr/share/man/man8 -name '*.gz' | sort | head -600 | xargs zcat -f
                    find /usr/share/doc /usr/lib/python3 -type f \\( -name '*.txt' -o -name '*.py' -o -name 'copyright' -o -name '*.csv' \\) \
                        | sort | head -4000 | tr '\\n' '\\0' | xargs -0 cat
                }
                part >'\(file).part' 2>/dev/null
                size=$(stat -c %s '\(file).part'); wanted=$((\(megabytes) * 1000000)); made=0
                : >'\(file)'
                while ((made < wanted)); do cat '\(file).part' >>'\(file)'; made=$((made + size)); done
                truncate -s $wanted '\(file)'; rm '\(file).part'
                """,
            ])
        return file
    }
}
