--- case: a list of numbers
--- expect: ok
#eval [1, 2]
--- output:
[1, 2]
--- case: the empty list needs its type
--- expect: ok
#eval ([] : List Nat)
--- output:
[]
--- case: an optional value
--- expect: ok
#eval some 3
--- output:
some 3
--- case: nested options get parentheses
--- expect: ok
#eval some (some 3)
--- output:
some (some 3)
--- case: a string is shown with quotes and escapes
--- expect: ok
#eval "a\n\"b\" \\ \t."
--- output:
"a\n\"b\" \\ \t."
--- case: a character
--- expect: ok
#eval 'x'
--- output:
'x'
--- case: the quote character is escaped
--- expect: ok
#eval '\''
--- output:
'\''
--- case: a control character
--- expect: ok
#eval '\x01'
--- output:
'\x01'
--- case: a negative integer
--- expect: ok
#eval (-3 : Int)
--- output:
-3
--- case: a negative integer as an argument
--- expect: ok
#eval some (-3 : Int)
--- output:
some (-3)
--- case: pairs are flat on the right
--- expect: ok
#eval (1, "a", true)
--- output:
(1, "a", true)
--- case: pairs keep parentheses on the left
--- expect: ok
#eval ((1, 2), 'c')
--- output:
((1, 2), 'c')
--- case: unit
--- expect: ok
#eval ()
--- output:
()
--- case: a Boolean
--- expect: ok
#eval 3 == 4
--- output:
false
--- case: a decidable proposition
--- expect: ok
#eval 3 < 4
--- output:
true
--- case: the two sides of Except
--- expect: ok
#eval (Except.error "bad" : Except String Nat)
--- output:
Except.error "bad"
--- case: the good side of Except
--- expect: ok
#eval (pure 3 : Except String Nat)
--- output:
Except.ok 3
--- case: a sum
--- expect: ok
#eval (Sum.inl 3 : Nat ⊕ Bool)
--- output:
Sum.inl 3
--- case: a long list of pairs is broken at every comma
--- expect: ok
#eval (List.range 24).map fun x => (x, x * x)
--- output:
[(0, 0),
 (1, 1),
 (2, 4),
 (3, 9),
 (4, 16),
 (5, 25),
 (6, 36),
 (7, 49),
 (8, 64),
 (9, 81),
 (10, 100),
 (11, 121),
 (12, 144),
 (13, 169),
 (14, 196),
 (15, 225),
 (16, 256),
 (17, 289),
 (18, 324),
 (19, 361),
 (20, 400),
 (21, 441),
 (22, 484),
 (23, 529)]
--- case: a long list of numbers fills its lines
--- expect: ok
#eval List.range 60
--- output:
[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59]
--- case: a subtype shows its value
--- expect: ok
#eval (⟨3, by decide⟩ : {n : Nat // n < 5})
--- output:
3
--- case: a dependent pair
--- expect: ok
#eval (⟨3, true⟩ : Σ _ : Nat, Bool)
--- output:
⟨3, true⟩
--- case: a machine word
--- expect: ok
#eval (255 : UInt8) + 2
--- output:
1
--- case: a function has no text
--- expect: error other
#eval fun x : Nat => x
--- case: repr as a value
--- expect: ok
#eval toString (repr "a")
--- output:
"\"a\""
--- case: a format is laid out
--- expect: ok
#eval Std.Format.group (Std.Format.nest 2 ("a" ++ Std.Format.line ++ "b"))
--- output:
a b
--- case: an instance of Repr by the user
--- expect: ok
structure Celsius where
  degrees : Nat
instance : Repr Celsius where
  reprPrec c _ := repr c.degrees ++ " °C"
#eval (⟨20⟩ : Celsius)
--- output:
20 °C
--- case: an instance of ToString by the user
--- expect: ok
inductive Colour | red | green
instance : ToString Colour where
  toString
    | .red => "red"
    | .green => "green"
#eval s!"{Colour.red} and {Colour.green}"
--- output:
"red and green"
