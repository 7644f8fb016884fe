internal import StorageModel

/// To be raised with every change of the engine that can change a judgement.
let engineRevision = "1"

/// The detectors that come with the library: money, identity, nations, contact, education, health, secrets.
let standardDetectors: [any Detector] = [
    PaymentCardDetector(), IBANDetector(), BICDetector(), BankAccountDetector(), PayslipDetector(),
    BankStatementDetector(), AustrianTaxAccountDetector(), VATNumberDetector(),

    AustrianSocialInsuranceDetector(), TravelDocumentDetector(), AustrianDocumentDetector(), GermanDocumentDetector(),
    GermanTaxNumberDetector(), GermanPensionDetector(), GermanHealthInsuranceDetector(),
    SwissSocialInsuranceDetector(), DrivingLicenceDetector(), ResidencePermitDetector(), AreaIdentifierDetector(),

    ItalianFiscalCodeDetector(), FrenchSocialSecurityDetector(), SpanishIdentityDetector(), PolishPESELDetector(),
    CzechSlovakBirthNumberDetector(), HungarianTAJDetector(), HungarianTaxNumberDetector(), SlovenianEMSODetector(),
    CroatianOIBDetector(), RomanianCNPDetector(), DutchBSNDetector(), BelgianNationalNumberDetector(),
    SwedishPersonalNumberDetector(), DanishCPRDetector(), FinnishHetuDetector(), NorwegianBirthNumberDetector(),
    BritishInsuranceNumberDetector(), AmericanSocialSecurityDetector(), IndianAadhaarDetector(),
    ChineseIdentityDetector(),

    EmailDetector(), PhoneDetector(), PostalAddressDetector(), DateOfBirthDetector(), PersonNameDetector(),
    OnlineIdentifierDetector(), DocumentAuthorDetector(), CurriculumVitaeDetector(), PersonnelDocumentDetector(),
    MailingListDetector(),

    StudentNumberDetector(), GradeTableDetector(),

    HealthDetector(), SpecialCategoryDetector(), ResearchSubjectDetector(),

    PrivateKeyDetector(), AccessTokenDetector(), PasswordDetector(), ConfidentialityMarkingDetector(),
]

/// Detectors whose finding tells one person from others.
let identifyingDetectors: [DetectorID] =
    nationalNumbers + ["machine-readable-zone", "date-of-birth", "german-document-number", "student-number"]

/// Detectors whose distinct values are about as many persons.
let subjectDetectors: [DetectorID] = identifyingDetectors + ["email", "phone"]

/// What a column that a detector recognizes says of a person.
let columnDetectors: [(DetectorID, TableShape.Column)] =
    nationalNumbers.map { ($0, .number) } + [
        ("email", .mail), ("phone", .phone), ("postal-address", .address), ("date-of-birth", .birth),
        ("person-name", .name), ("student-number", .number),
    ]

/// Numbers that a state gives to each of its people.
private let nationalNumbers: [DetectorID] = [
    "austrian-social-insurance", "german-tax-id", "german-pension-insurance", "german-health-insurance",
    "swiss-social-insurance", "italian-fiscal-code", "french-social-security", "spanish-identity-number",
    "polish-pesel", "czech-slovak-birth-number", "hungarian-taj", "hungarian-tax-id", "slovenian-emso", "croatian-oib",
    "romanian-cnp", "dutch-bsn", "belgian-national-number", "swedish-personal-number", "danish-cpr", "finnish-hetu",
    "norwegian-birth-number", "british-national-insurance", "us-social-security", "indian-aadhaar",
    "chinese-identity-number",
]
