def Bounded (f : Nat → Nat) : Prop := ∃ b, ∀ n, f n ≤ b
def Small : Type := { n : Nat // n < 10 }
def Small.top : Small := ⟨9, by omega⟩
theorem constant : Bounded (fun _ => Small.top.1) := ⟨9, fun _ => Nat.le_refl 9⟩
