/// The candidates that a mistyped word most likely meant, the nearest only; empty when none is near.
///
/// Near means few changed, missing, additional or swapped neighbouring letters, at most one per three letters of the
/// word and three in all; capitals do not count. Takes time proportional to the number of candidates.
public func didYouMean(_ word: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longestComparedWord else { return [] }
    var limit = min(3, max(1, wanted.count / 3))
    var nearest: [String] = []
    for candidate in candidates {
        let letters = Array(candidate.lowercased().unicodeScalars)
        guard abs(letters.count - wanted.count) <= limit,
            let distance = editDistance(wanted, letters, atMost: limit)
        else { continue }
        if distance < limit {
            limit = distance
            nearest = nearest.filter {
                editDistance(wanted, Array($0.lowercased().unicodeScalars), atMost: limit) != nil
            }
        }
        nearest.append(candidate)
    }
    return Array(Set(nearest).sorted().prefix(mostSuggestions))
}

/// Longer words are not compared; no name of an inventory is longer than two parts of 64 letters.
private let longestComparedWord = 129
private let mostSuggestions = 3

/// How many letters have to be changed, added, left out or swapped with their neighbour; nil when more than the limit.
///
/// The optimal string alignment distance: no letter is touched twice.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, other) in right.enumerated() {
            var best = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                best = min(best, beforeLast[column - 1] + 1)
            }
            current.append(best)
        }
        guard current.contains(where: { $0 <= limit }) else { return nil }
        (beforeLast, last) = (last, current)
    }
    guard let distance = last.last, distance <= limit else { return nil }
    return distance
}
