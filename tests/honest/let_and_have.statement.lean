theorem lets : (let n := 2; let m := n + n; m * m) = 16 := sorry
