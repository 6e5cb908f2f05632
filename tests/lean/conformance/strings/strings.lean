--- case: appending is computed
--- expect: ok
example : "ab" ++ "c" = "abc" := rfl
--- case: length is computed
--- expect: ok
example : "héllo".length = 5 := by decide
--- case: appending decided by simp
--- expect: ok
example : "a" ++ "b" = "ab" := by simp
--- case: different strings
--- expect: ok
example : "abc" ≠ "abd" := by decide
--- case: length of an append
--- expect: ok
example (s t : String) : (s ++ t).length = t.length + s.length := by
  rw [String.length_append, Nat.add_comm]
--- case: simp knows length and append
--- expect: ok
example (s t : String) : (s ++ t).length = s.length + t.length := by simp
--- case: strings are their characters
--- expect: ok
example (s t : String) (h : s.toList = t.toList) : s = t := String.ext h
--- case: the characters of an append
--- expect: ok
example (s t : String) : (s ++ t).toList = s.toList ++ t.toList := by simp
--- case: the empty string on the right
--- expect: ok
example (s : String) : s ++ "" = s := by simp
--- case: the empty string on the left
--- expect: ok
example (s : String) : "" ++ s = s := by simp
--- case: push adds one character
--- expect: ok
example (s : String) (c : Char) : (s.push c).length = s.length + 1 := by simp
--- case: a string made of a list
--- expect: ok
example : String.ofList ['a', 'b'] = "ab" := rfl
--- case: the list of a string
--- expect: ok
example : "ab".toList = ['a', 'b'] := by decide
--- case: the only string of length zero
--- expect: ok
example (s : String) (h : s.length = 0) : s = "" := String.length_eq_zero_iff.mp h
--- case: interpolation
--- expect: ok
#eval s!"{1 + 1} is {[1, 2]} and {(1, true)}"
--- output:
"2 is [1, 2] and (1, true)"
--- case: joining
--- expect: ok
#eval String.join ["a", "b", "c"]
--- output:
"abc"
--- case: a separator
--- expect: ok
#eval ", ".intercalate ["a", "b", "c"]
--- output:
"a, b, c"
--- case: splitting at spaces
--- expect: ok
#eval "to be or".splitOn
--- output:
["to", "be", "or"]
--- case: splitting at a longer separator
--- expect: ok
#eval "a--b--c".splitOn "--"
--- output:
["a", "b", "c"]
--- case: upper case
--- expect: ok
#eval "Straße 1".toUpper
--- output:
"STRAßE 1"
--- case: a number out of a string
--- expect: ok
#eval ("12".toNat?, "x1".toNat?)
--- output:
(some 12, none)
--- case: prefixes
--- expect: ok
#eval ("abc".startsWith "ab", "abc".endsWith "bc", "abc".startsWith "b")
--- output:
(true, true, false)
--- case: any and all
--- expect: ok
#eval ("a1".any Char.isDigit, "a1".all Char.isDigit)
--- output:
(true, false)
--- case: strings are ordered as in a dictionary
--- expect: ok
#eval ("abc" < "abd" : Bool)
--- output:
true
--- case: the order of strings is decidable
--- expect: ok
example : "abc" < "b" := by decide
--- case: a digit
--- expect: ok
example : '7'.isDigit = true := rfl
--- case: letters
--- expect: ok
example : 'a'.isAlpha = true ∧ 'a'.isUpper = false := by decide
--- case: the capital letter
--- expect: ok
example : 'a'.toUpper = 'A' := by decide
--- case: the code of a character
--- expect: ok
example : 'a'.toNat = 97 := rfl
--- case: a character from its code
--- expect: ok
example : Char.ofNat 97 = 'a' := rfl
--- case: characters are ordered
--- expect: ok
example : 'a' < 'b' := by decide
--- case: the order of characters is transitive
--- expect: ok
example (a b c : Char) (h : a < b) (k : b < c) : a < c := Char.lt_trans h k
--- case: decimal digits
--- expect: ok
#eval Nat.toDigits 2 10
--- output:
['1', '0', '1', '0']
--- case: the text of a number
--- expect: ok
example : toString 120 = "120" := by decide
--- case: an unknown function on strings
--- expect: error unknown_identifier
#eval "a".frobnicate
--- case: the text of a negative number
--- expect: ok
example : toString (-3 : Int) = "-3" := by decide
