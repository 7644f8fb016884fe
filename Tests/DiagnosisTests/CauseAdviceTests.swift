import StorageModel
import TestKit
import Testing

@testable import Diagnosis

@Suite struct CauseAdviceTests {
    static let languages: [Language] = ["en", "de"]

    @Test(arguments: Cause.allCases, languages)
    func titlesAreHeadlinesAndAdviceIsSentences(cause: Cause, language: Language) {
        let advice = cause.advice(in: language)
        #expect((10...66).contains(advice.title.count), "\(advice.title)")
        #expect(advice.title.last?.isPunctuation == false)
        for sentence in [advice.person, advice.helpdesk] {
            #expect(sentence.last == "." || sentence.last == "?", "\(sentence)")
            #expect(sentence.count >= 10)
        }
    }

    @Test(arguments: Cause.allCases)
    func languagesDiffer(cause: Cause) {
        let (english, german) = (cause.advice(in: "en"), cause.advice(in: "de"))
        #expect(english.title != german.title)
        #expect(english.person != german.person)
        #expect(english.helpdesk != german.helpdesk)
        #expect(cause.advice(in: "fr") == english)
    }

    @Test(arguments: Cause.allCases)
    func wordsThatSayNothingAreNotUsed(cause: Cause) {
        let advice = cause.advice(in: "en")
        for text in [advice.title, advice.person, advice.helpdesk] {
            for word in ["failed to", "invalid", "an error occurred"] { #expect(!text.lowercased().contains(word)) }
        }
    }

    /// The page of a cause and the program name the same owner, title and advice.
    @Test(arguments: Cause.allCases)
    func thePageSaysTheSame(cause: Cause) throws {
        let page = try repositoryText("docs/causes/\(cause.rawValue).md")
        #expect(page.contains("\nOwner: \(cause.owner.rawValue)\n"))
        let index = try repositoryText("docs/causes/README.md")
        #expect(
            index.contains(
                "| [\(cause.rawValue)](\(cause.rawValue).md) | \(cause.owner.rawValue) | \(cause.advice(in: "en").title)"
            ))
    }
}
