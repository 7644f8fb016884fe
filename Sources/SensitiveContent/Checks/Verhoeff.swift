/// Whether the last digit is the check digit of the others.
///
/// Source: J. Verhoeff, Error Detecting Decimal Codes, 1969: multiplication in the dihedral group of ten elements, after
/// a permutation that depends on the place. Aadhaar numbers use it.
func holdsVerhoeff(_ symbols: Symbols) -> Bool {
    var check = 0
    for position in 0..<symbols.count {
        var digit = symbols.digit(symbols.count - 1 - position)
        for _ in 0..<position % 8 { digit = permutation[digit] }
        check = dihedralProduct(check, digit)
    }
    return check == 0
}

private let permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

/// Rotations are 0 to 4, reflections 5 to 9.
private func dihedralProduct(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): 5 + (left + right) % 5
    case (false, true): 5 + (left - right + 5) % 5
    case (false, false): (left - right + 5) % 5
    }
}
