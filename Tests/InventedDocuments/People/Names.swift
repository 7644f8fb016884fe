/// Names from many places, put together at random.
enum Names {
    struct List: Sendable {
        var female: [String]
        var male: [String]
        var family: [String]
    }

    static let german = List(
        female: words(
            "Anna Lena Katharina Eva Sabine Petra Verena Julia Theresa Magdalena Lea Hannah Birgit Renate Ilse Heidi Frieda Carina"
        ),
        male: words(
            "Thomas Lukas Florian Jakob Matthias Georg Bernhard Xaver Tobias Stefan Jürgen Günther Moritz Ferdinand Alois Leo Emil Konrad"
        ),
        family: words(
            "Huber Gruber Bauer Wagner Müller Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder Fischer Schmid Winkler Weber Schwarz Maier Reiter Brunner Lang Baumgartner Auer Wimmer Egger Wolf Lechner Aigner Strasser Haas Koller Böhm Köck Öllinger Übelhör Groß Zauner Kirchgäßner"
        ))
    static let english = List(
        female: words(
            "Emily Charlotte Rebecca Margaret Fiona Grace Harriet Lucy Amelia Joan Alice Megan Ruth Imogen Olivia Beth"),
        male: words(
            "Oliver Harry Callum George Edward Nathan Liam Duncan Rhys Arthur Henry Miles Toby Angus Owen Walter"),
        family: words(
            "Smith Jones Taylor Brown Davies Evans Thomas Roberts Walker Wright Thompson Whitfield Hughes Edwards Green Lewis Wood Harris Clarke O'Brien MacLeod Fairweather Ashworth Pemberton Hollis Baxter Thorne Langley Whitaker Sutton"
        ))
    static let international = List(
        female: words(
            "Ioana Zsófia Agnieszka Priya Mei Chiara Lucía Ingrid Sinéad Aylin Noor Svetlana Ana Yuki Fatima Elif Zuzana Ngozi"
        ),
        male: words(
            "Rahul Wei Lorenzo Javier Lars Mikko Andrzej Tamás Ahmed Kenji Ivan Luca Bence Mehmet Dragan Jérôme Kwame Tomáš"
        ),
        family: words(
            "Popescu Nagy Kowalska Sharma Wang Rossi García Lindqvist Virtanen Yılmaz Haddad Ivanova Novák Horvat Tanaka Ferrari Dvořák Nguyen Okafor Jovanović Szabó Petrov Andersson Dubois Costa Janssen Kovács Zhang Müller-Lüdenscheid Karimi"
        ))

    static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    /// An address of e-mail as people have them; none under a name that is reserved for examples.
    static func mail(_ given: String, _ family: String, _ year: Int, _ dice: inout Dice) -> String {
        let first = plain(given), last = plain(family)
        let local = dice.pick([
            "\(first).\(last)", "\(first.prefix(1)).\(last)", "\(first)\(last)", "\(last).\(first)", "\(first)_\(last)",
            "\(first).\(last)\(year % 100)", "\(first)\(dice.number(1...999))",
        ])
        let private1 = [
            "gmx.at", "gmail.com", "web.de", "outlook.com", "yahoo.com", "a1.net", "icloud.com", "posteo.de",
        ]
        let work = [
            "uni-nordstadt.at", "hollis-partner.co.uk", "labor-koller.at", "kv-institut.ac.at", "pemberton.org",
            "bergwerk.gmbh",
        ]
        return "\(local)@\(dice.happens(65) ? dice.pick(private1) : dice.pick(work))"
    }

    /// A name in ASCII, small, without blanks.
    static func plain(_ name: String) -> String {
        var result = ""
        for character in name.lowercased() {
            switch character {
            case "ä": result += "ae"
            case "ö": result += "oe"
            case "ü": result += "ue"
            case "ß": result += "ss"
            case "a"..."z" where character.isASCII, "-": result.append(character)
            default:
                let base = [
                    "é": "e", "è": "e", "ó": "o", "á": "a", "í": "i", "ñ": "n", "ł": "l", "š": "s", "č": "c", "ć": "c",
                    "ř": "r", "ı": "i", "ô": "o",
                ]
                result += base[String(character)] ?? ""
            }
        }
        return result
    }
}
