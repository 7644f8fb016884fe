/// Addresses and telephone numbers, in the ways of some countries.
enum Places {
    private static let austrian = [
        "1010 Wien", "1090 Wien", "1160 Wien", "1220 Wien", "3400 Klosterneuburg", "4020 Linz", "5020 Salzburg",
        "6020 Innsbruck",
        "8010 Graz", "9020 Klagenfurt", "2340 Mödling", "3100 St. Pölten", "7000 Eisenstadt", "6900 Bregenz",
        "4600 Wels",
        "8700 Leoben", "2700 Wiener Neustadt", "A-3430 Tulln", "A-1180 Wien",
    ]
    private static let german = [
        "80331 München", "10115 Berlin", "20095 Hamburg", "50667 Köln", "04109 Leipzig", "01067 Dresden",
        "70173 Stuttgart",
        "79098 Freiburg", "93047 Regensburg", "D-69117 Heidelberg", "37073 Göttingen", "28195 Bremen",
    ]
    private static let swiss = ["8001 Zürich", "3011 Bern", "4051 Basel", "9000 St. Gallen", "CH-6003 Luzern"]
    private static let streets = [
        "Hauptstraße", "Bahnhofstraße", "Lindengasse", "Am Rosenhügel", "Kirchenplatz", "Schubertring", "Mühlweg",
        "Waldgasse",
        "Wiener Straße", "Feldgasse", "Dorfstr.", "Berggasse", "Lange Gasse", "Donaulände", "Seilerstätte", "Parkallee",
        "Martinstraße", "Josef-Haydn-Gasse", "Obere Augartenstraße", "Kaiserdamm",
    ]
    private static let roads = [
        "Church Lane", "High Street", "Station Road", "Victoria Avenue", "Mill Lane", "Queen Street", "Park Road",
        "Elm Drive",
        "Oak Street", "Maple Avenue", "Sunset Boulevard", "Kings Road", "Rose Crescent", "Albert Square",
        "Orchard Close", "Baker St",
    ]
    private static let british = [
        "Cambridge CB2 1TN", "Oxford OX1 4AJ", "London SW7 2AZ", "Leeds LS2 9JT", "Bath BA2 7AY", "York YO10 5DD",
        "Norwich NR4 7TJ",
        "Edinburgh EH8 9YL", "Bristol BS8 1TH",
    ]
    private static let american = [
        "Springfield, IL 62704", "Boston, MA 02139", "Palo Alto, CA 94305", "Ann Arbor, MI 48109", "Austin, TX 78712",
        "Portland, OR 97201", "Ithaca, NY 14850",
    ]

    static func address(_ country: Person.Country, _ dice: inout Dice) -> (String, String) {
        switch country {
        case .britain: return ("\(dice.number(1...240)) \(dice.pick(roads))", dice.pick(british))
        case .america: return ("\(dice.number(1...2400)) \(dice.pick(roads))", dice.pick(american))
        default:
            var street = "\(dice.pick(streets)) \(dice.number(1...140))"
            if country == .austria, dice.happens(50) {
                street += dice.pick([
                    "/\(dice.number(1...30))", "/\(dice.number(1...9))/\(dice.number(1...30))",
                    ", Top \(dice.number(1...20))", "a",
                ])
            }
            let place =
                country == .austria ? dice.pick(austrian) : country == .germany ? dice.pick(german) : dice.pick(swiss)
            return (street, place)
        }
    }

    static func phone(_ country: Person.Country, _ dice: inout Dice) -> String {
        let four = dice.digits(4), three = dice.digits(3), two = dice.digits(2), last = dice.digits(4)
        switch country {
        case .austria:
            let mobile = dice.pick(["664", "676", "699", "650", "660"])
            return dice.pick([
                "+43 \(mobile) \(three) \(four)", "+43 \(mobile) \(three)\(four)", "0\(mobile)/\(three) \(two) \(two)",
                "0\(mobile) \(three)\(four)", "+43 1 \(three) \(two) \(two)", "+43 (0)\(mobile) \(three) \(two) \(two)",
                "0043 \(mobile) \(three)\(four)", "01/\(three) \(two) \(two)", "+43\(mobile)\(three)\(four)",
            ])
        case .germany:
            return dice.pick([
                "+49 89 \(three) \(four)", "+49 (0)30 \(four)\(last)", "089 / \(three) \(two) \(two)",
                "0171-\(three)\(four)",
                "+49 151 \(four) \(last)", "0049 221 \(three)\(four)", "(030) \(four) \(last)",
            ])
        case .switzerland:
            return dice.pick([
                "+41 44 \(three) \(two) \(two)", "044 \(three) \(two) \(two)", "+41 (0)79 \(three) \(two) \(two)",
            ])
        case .britain:
            return dice.pick([
                "+44 20 \(four) \(last)", "020 \(four) \(last)", "+44 (0)7\(three) \(three)\(three)",
                "07\(three) \(three)\(three)", "01223 \(three)\(three)",
            ])
        case .america:
            let area = dice.pick(["617", "650", "734", "212", "503"])
            let office = "\(dice.number(2...9))" + dice.digits(2)
            return dice.pick([
                "+1 \(area) \(office) \(last)", "(\(area)) \(office)-\(last)", "\(area)-\(office)-\(last)",
                "+1-\(area)-\(office)-\(last)", "\(area).\(office).\(last)",
            ])
        }
    }
}
