--- case: append computes
--- expect: ok
example : [1, 2] ++ [3] = [1, 2, 3] := rfl
--- case: map, filter and foldl compute
--- expect: ok
example : ([1, 2, 3, 4].filter (· % 2 == 0)).map (· + 1) = [3, 5] := by decide
--- case: foldr computes
--- expect: ok
example : [1, 2, 3].foldr (· - ·) 0 = 1 := rfl
--- case: reverse computes
--- expect: ok
example : [1, 2, 3].reverse = [3, 2, 1] := rfl
--- case: take and drop compute
--- expect: ok
example : [1, 2, 3].take 2 = [1, 2] ∧ [1, 2, 3].drop 2 = [3] := ⟨rfl, rfl⟩
--- case: takeWhile and dropWhile compute
--- expect: ok
example : [1, 2, 3].takeWhile (· < 3) = [1, 2] ∧ [1, 2, 3].dropWhile (· < 3) = [3] := by decide
--- case: zip and unzip compute
--- expect: ok
example : [1, 2].zip ["a", "b"] = [(1, "a"), (2, "b")] ∧ [(1, 2), (3, 4)].unzip = ([1, 3], [2, 4]) := by decide
--- case: zipWith stops at the shorter list
--- expect: ok
example : List.zipWith (· + ·) [1, 2, 3] [10, 20] = [11, 22] := rfl
--- case: range and range' compute
--- expect: ok
example : List.range 4 = [0, 1, 2, 3] ∧ List.range' 2 3 = [2, 3, 4] := by decide
--- case: replicate and flatten compute
--- expect: ok
example : (List.replicate 2 [1, 2]).flatten = [1, 2, 1, 2] := rfl
--- case: flatMap computes
--- expect: ok
example : [1, 2].flatMap (fun x => [x, x]) = [1, 1, 2, 2] := rfl
--- case: heads and tails compute
--- expect: ok
example : [1, 2].head? = some 1 ∧ [1, 2].tail = [2] ∧ [1, 2].getLast? = some 2 ∧ [1, 2].dropLast = [1] := by decide
--- case: head takes a proof
--- expect: ok
example : [1, 2].head (by decide) = 1 := rfl
--- case: set, erase, eraseIdx and insert compute
--- expect: ok
example : [1, 2].set 1 5 = [1, 5] ∧ [1, 2, 1].erase 1 = [2, 1] ∧ [1, 2].eraseIdx 0 = [2] ∧ [1, 2].insert 1 = [1, 2] := by decide
--- case: any, all, contains compute
--- expect: ok
example : [1, 2].any (· == 2) ∧ [1, 2].all (· < 3) ∧ [1, 2].contains 2 := by decide
--- case: find? and findIdx compute
--- expect: ok
example : [1, 2, 3].find? (· > 1) = some 2 ∧ [1, 2, 3].findIdx (· > 1) = 1 ∧ [1, 2].idxOf 2 = 1 := by decide
--- case: count and countP compute
--- expect: ok
example : [1, 2, 1].count 1 = 2 ∧ [1, 2, 3].countP (· > 1) = 2 := by decide
--- case: lookup computes
--- expect: ok
example : [(1, "a"), (2, "b")].lookup 2 = some "b" := by decide
--- case: zipIdx computes
--- expect: ok
example : ["a", "b"].zipIdx = [("a", 0), ("b", 1)] := by decide
--- case: partition, span and splitAt compute
--- expect: ok
example : [1, 2, 3].partition (· > 1) = ([2, 3], [1]) ∧ [1, 2, 3].span (· < 2) = ([1], [2, 3]) ∧ [1, 2, 3].splitAt 1 = ([1], [2, 3]) := by decide
--- case: min? and max? compute
--- expect: ok
example : [3, 1, 2].min? = some 1 ∧ [3, 1, 2].max? = some 3 := by decide
--- case: sum computes
--- expect: ok
example : [1, 2, 3].sum = 6 := rfl
--- case: intersperse and intercalate compute
--- expect: ok
example : [1, 2, 3].intersperse 0 = [1, 0, 2, 0, 3] ∧ [9].intercalate [[1], [2]] = [1, 9, 2] := by decide
--- case: eraseDups computes
--- expect: ok
example : [1, 2, 1, 3].eraseDups = [1, 2, 3] := by decide
--- case: rotateLeft and rotateRight compute
--- expect: ok
example : [1, 2, 3].rotateLeft = [2, 3, 1] ∧ [1, 2, 3].rotateRight = [3, 1, 2] := by decide
--- case: isPrefixOf and isSuffixOf compute
--- expect: ok
example : [1].isPrefixOf [1, 2] ∧ [2].isSuffixOf [1, 2] := by decide
--- case: lexicographic order is decidable
--- expect: ok
example : [1, 2] < [1, 3] ∧ ¬[2] < [1, 5] ∧ [1] ≤ [1, 0] := by decide
--- case: and, or compute
--- expect: ok
example : [true, false].or = true ∧ [true, false].and = false := ⟨rfl, rfl⟩
--- case: eval runs list functions
--- expect: ok
#eval ((List.range 5).map (· * 2)).foldl (· + ·) 0
--- output:
20
--- case: eval prints lists
--- expect: ok
#eval [1, 2, 3].reverse
--- output:
[3, 2, 1]
--- case: eval of a user's function named like a library one
--- expect: ok
def List.mySum : List Nat → Nat
  | [] => 0
  | x :: xs => x + mySum xs
#eval [1, 2, 3].mySum
--- output:
6
