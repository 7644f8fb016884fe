internal import StorageModel

/// How an observation counts, in one small number.
struct StateBits: Hashable {
    var verdict: Verdict
    /// The silence's number, 0 for none.
    var silence: Int64 = 0
    /// Whether several looks were taken.
    var hasLooks = false
    /// Whether the target stands for what others depend on.
    var isDependency = false

    var code: Int64 { verdict.code | silence << 2 | (hasLooks ? 16 : 0) | (isDependency ? 32 : 0) }

    init(verdict: Verdict, silence: Int64 = 0, hasLooks: Bool = false, isDependency: Bool = false) {
        self.verdict = verdict
        self.silence = silence
        self.hasLooks = hasLooks
        self.isDependency = isDependency
    }

    init(code: Int64) {
        // Every number of two bits is a verdict.
        verdict = Verdict(code: code & 3) ?? .unknown
        silence = code >> 2 & 3
        hasLooks = code & 16 != 0
        isDependency = code & 32 != 0
    }
}
