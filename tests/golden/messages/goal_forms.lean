theorem let_value (n : Nat) : 0 = n := by
  let m : Nat := n + 1
  have k := m
  skip
theorem long_lines (f : Nat → Nat → Nat) (hyp : ∀ (aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbb cccccccccccccccccccc : Nat), f aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbb = f cccccccccccccccccccc aaaaaaaaaaaaaaaaaaaa) : f 1 2 = f 2 3 ∧ f 1 2 = f 2 3 ∧ f 1 2 = f 2 3 ∧ f 1 2 = f 2 3 ∧ f 1 2 = f 2 3 ∧ f 1 2 = f 2 3 ∧ f 1 2 = f 2 3 ∧ f 1 2 = f 2 3 := by
  let value : Nat := f (f (f 11111111111111111 22222222222222222222) 3333333333333333333333333) (f (f 11111111111111111 22222222222222222222) 3333333333333333333333333)
  skip
theorem let_in_type («a b» c : Nat) (h : let x := 1; x = «a b») : (let x := 1; x = c) := by
  let k := (let z := 1; z + z)
  skip
theorem match_in_target (n : Nat) : (match n with | 0 => 1 | k + 1 => k) = 3 := by
  skip
theorem instances [inst : DecidableEq Nat] [Decidable (1 = 2)] (n : Nat) : n = 3 := by
  have : 1 = 1 := rfl
  skip
theorem functions : (fun (n : Nat) (_ : Nat) => n + 1) = (fun n _ => 1 + n) := by
  ext
theorem shown (n : Nat) : ∃ m, n < m := by
  trace_state
  sorry
theorem own_words (p q : Prop) (hp : p) : p ∧ q := by
  fail "my own words"
