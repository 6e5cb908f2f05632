theorem lets : (let n := 2; let m := n + n; m * m) = 16 := by
  have h : 4 * 4 = 16 := rfl
  exact h
