def pick (n : Nat) : Nat := match n with
  | 0 => 1
  | _ => 2
theorem bad : pick 0 = 2 := sorry
