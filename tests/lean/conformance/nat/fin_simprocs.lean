--- case: simp subtracts and divides in Fin
--- expect: ok
example : (3 : Fin 5) - 4 = 4 ∧ (3 : Fin 5) / 2 = 1 ∧ (3 : Fin 5) % 2 = 1 := by simp
--- case: simp takes powers in Fin
--- expect: ok
example : (3 : Fin 5) ^ 2 = 4 := by simp
--- case: simp normalises numerals of Fin
--- expect: ok
example : (13 : Fin 5) = 3 := by simp
--- case: simp takes the value of a numeral
--- expect: ok
example : ((3 : Fin 5) : Nat) = 3 := by simp
--- case: simp computes successor, last and reverse
--- expect: ok
example : Fin.succ (3 : Fin 5) = 4 ∧ Fin.last 3 = 3 ∧ Fin.rev (3 : Fin 5) = 1 := by simp
--- case: simp computes embeddings
--- expect: ok
example : Fin.castSucc (3 : Fin 5) = 3 ∧ Fin.castAdd 2 (3 : Fin 5) = 3 := by simp
--- case: simp computes shifts of the range
--- expect: ok
example : Fin.addNat (3 : Fin 5) 2 = 5 ∧ Fin.natAdd 2 (3 : Fin 5) = 5 := by simp
--- case: simp recognises a constructed element
--- expect: ok
example : (⟨3, by decide⟩ : Fin 5) = 3 := by simp
--- case: omega on values of Fin
--- expect: ok
example (i j : Fin 4) (h : i.val + 1 = j.val) : i < j := by omega
--- case: omega on elements of Fin 2
--- expect: ok
example (x : Fin 2) (h : x ≠ 0) : x = 1 := by omega
--- case: fold over Fin
--- expect: ok
example : Fin.foldl 5 (fun a i => a + i.val) 0 = 10 ∧ Fin.foldr 3 (fun i l => i.val :: l) [] = [0, 1, 2] := by decide
