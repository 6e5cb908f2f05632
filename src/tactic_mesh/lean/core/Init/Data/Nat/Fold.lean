prelude
import Init.Data.Nat.Sub
/-! Natural numbers: iteration over the numbers below a bound. -/
universe u
namespace Nat
variable {α : Type u}
/-- `n.fold f a` is `f (n - 1) (… (f 1 (f 0 a)))`; each step knows that its index is below `n`. -/
@[specialize] def fold : (n : Nat) → (f : (i : Nat) → i < n → α → α) → (init : α) → α
  | 0, _, init => init
  | n + 1, f, init => f n (lt_succ_self n) (fold n (fun i h => f i (lt_succ_of_lt h)) init)
/-- `n.foldRev f a` is `f 0 (f 1 (… (f (n - 1) a)))`. -/
@[specialize] def foldRev : (n : Nat) → (f : (i : Nat) → i < n → α → α) → (init : α) → α
  | 0, _, init => init
  | n + 1, f, init => foldRev n (fun i h => f i (lt_succ_of_lt h)) (f n (lt_succ_self n) init)
/-- Does the test succeed for some index below `n`? -/
@[specialize] def any : (n : Nat) → (f : (i : Nat) → i < n → Bool) → Bool
  | 0, _ => false
  | n + 1, f => any n (fun i h => f i (lt_succ_of_lt h)) || f n (lt_succ_self n)
/-- Does the test succeed for all indices below `n`? -/
@[specialize] def all : (n : Nat) → (f : (i : Nat) → i < n → Bool) → Bool
  | 0, _ => true
  | n + 1, f => all n (fun i h => f i (lt_succ_of_lt h)) && f n (lt_succ_self n)
/-- `f.repeat n a` is `f (f (… a))`, `n` times. -/
@[specialize] def «repeat» (f : α → α) : (n : Nat) → (a : α) → α
  | 0, a => a
  | n + 1, a => f («repeat» f n a)
@[simp] theorem fold_zero (f : (i : Nat) → i < 0 → α → α) (init : α) : fold 0 f init = init := rfl
@[simp] theorem fold_succ {n : Nat} (f : (i : Nat) → i < n + 1 → α → α) (init : α) :
    fold (n + 1) f init = f n (lt_succ_self n) (fold n (fun i h => f i (lt_succ_of_lt h)) init) := rfl
@[simp] theorem foldRev_zero (f : (i : Nat) → i < 0 → α → α) (init : α) : foldRev 0 f init = init := rfl
@[simp] theorem foldRev_succ {n : Nat} (f : (i : Nat) → i < n + 1 → α → α) (init : α) :
    foldRev (n + 1) f init = foldRev n (fun i h => f i (lt_succ_of_lt h)) (f n (lt_succ_self n) init) := rfl
@[simp] theorem any_zero {f : (i : Nat) → i < 0 → Bool} : any 0 f = false := rfl
@[simp] theorem any_succ {n : Nat} (f : (i : Nat) → i < n + 1 → Bool) :
    any (n + 1) f = (any n (fun i h => f i (lt_succ_of_lt h)) || f n (lt_succ_self n)) := rfl
@[simp] theorem all_zero {f : (i : Nat) → i < 0 → Bool} : all 0 f = true := rfl
@[simp] theorem all_succ {n : Nat} (f : (i : Nat) → i < n + 1 → Bool) :
    all (n + 1) f = (all n (fun i h => f i (lt_succ_of_lt h)) && f n (lt_succ_self n)) := rfl
@[simp] theorem repeat_zero (f : α → α) (a : α) : «repeat» f 0 a = a := rfl
@[simp] theorem repeat_succ (f : α → α) (n : Nat) (a : α) : «repeat» f (n + 1) a = f («repeat» f n a) := rfl
theorem any_eq_true : {n : Nat} → (f : (i : Nat) → i < n → Bool) → (any n f = true ↔ ∃ i h, f i h = true)
  | 0, _ => ⟨fun h => Bool.noConfusion h, fun ⟨i, h, _⟩ => absurd h (not_lt_zero i)⟩
  | n + 1, f => by
    have ih := any_eq_true fun i h => f i (lt_succ_of_lt h)
    rw [any_succ]
    refine ⟨fun h => ?_, fun ⟨i, h, r⟩ => ?_⟩
    · cases k : any n (fun i h => f i (lt_succ_of_lt h)) with
      | true => obtain ⟨i, l, r⟩ := ih.mp k; exact ⟨i, lt_succ_of_lt l, r⟩
      | false => rw [k] at h; exact ⟨n, lt_succ_self n, h⟩
    · rcases Nat.eq_or_lt_of_le (le_of_lt_succ h) with rfl | l
      · rw [r]; cases any i _ <;> rfl
      · rw [ih.mpr ⟨i, l, r⟩]; rfl
theorem all_eq_true : {n : Nat} → (f : (i : Nat) → i < n → Bool) → (all n f = true ↔ ∀ i h, f i h = true)
  | 0, _ => ⟨fun _ i h => absurd h (not_lt_zero i), fun _ => rfl⟩
  | n + 1, f => by
    have ih := all_eq_true fun i h => f i (lt_succ_of_lt h)
    rw [all_succ]
    refine ⟨fun h i l => ?_, fun h => ?_⟩
    · cases k : all n (fun i h => f i (lt_succ_of_lt h)) with
      | false => rw [k] at h; exact Bool.noConfusion h
      | true =>
        rw [k] at h
        rcases Nat.eq_or_lt_of_le (le_of_lt_succ l) with rfl | l
        · exact h
        · exact ih.mp k i l
    · rw [ih.mpr fun i l => h i (lt_succ_of_lt l), h n (lt_succ_self n)]; rfl
end Nat
