internal import Diagnosis
internal import HostFacts
internal import StorageModel

extension RecommendationDocument {
    /// How long the mount of a place may take to answer.
    private static let mountLimit = Duration.seconds(2)

    /// The answer in the light of how the mount does that people would copy to; nothing is asked where there is none.
    func knowingMounts(_ inventory: Inventory, _ world: World) -> RecommendationDocument {
        guard let way = recommended, way.live.mountedAt != nil, let share = way.share, let table = world.mounts() else {
            return self
        }
        let survey = MountSurvey.current(
            table: table, plan: nil, KnownSources(inventory), world, deadline: Self.mountLimit)
        let sick = survey.observations(of: ShareID(share)).filter { $0.cause != nil }
        var document = self
        document.recommended?.live.mountCause =
            (sick.first { $0.verdict == .failed } ?? sick.first)?.cause?.rawValue
        return document
    }
}
