prelude
import Init.Data.Nat.Order
/-! Natural numbers: statements about all or some numbers below a bound are decidable, and so are statements
about all or some elements of `Fin n`. -/
namespace Nat
instance decidableBallLT : (n : Nat) → (P : ∀ k, k < n → Prop) → [∀ n h, Decidable (P n h)] → Decidable (∀ n h, P n h)
  | 0, _, _ => isTrue fun k h => absurd h (not_lt_zero k)
  | n + 1, P, d =>
    match decidableBallLT n fun k h => P k (lt_succ_of_lt h) with
    | isFalse f => isFalse fun g => f fun k h => g k (lt_succ_of_lt h)
    | isTrue f =>
      match d n (lt_succ_self n) with
      | isFalse g => isFalse fun h => g (h n (lt_succ_self n))
      | isTrue g => isTrue fun k h =>
        (Nat.eq_or_lt_of_le (le_of_lt_succ h)).elim (fun e => by subst e; exact g) (f k)
instance decidableForallFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∀ i, P i) :=
  match decidableBallLT n fun k h => P ⟨k, h⟩ with
  | isTrue f => isTrue fun ⟨k, h⟩ => f k h
  | isFalse f => isFalse fun g => f fun k h => g ⟨k, h⟩
instance decidableBallLE (n : Nat) (P : ∀ k, k ≤ n → Prop) [∀ n h, Decidable (P n h)] : Decidable (∀ n h, P n h) :=
  match decidableBallLT (n + 1) fun k h => P k (le_of_lt_succ h) with
  | isTrue f => isTrue fun k h => f k (lt_succ_of_le h)
  | isFalse f => isFalse fun g => f fun k h => g k (le_of_lt_succ h)
instance decidableExistsLT' : {k : Nat} → {p : (m : Nat) → m < k → Prop} → [∀ m h, Decidable (p m h)] → Decidable (∃ m : Nat, ∃ h : m < k, p m h)
  | 0, _, _ => isFalse fun ⟨m, h, _⟩ => not_lt_zero m h
  | k + 1, p, d =>
    match decidableExistsLT' (p := fun m h => p m (lt_succ_of_lt h)) with
    | isTrue f => isTrue (by obtain ⟨m, h, r⟩ := f; exact ⟨m, lt_succ_of_lt h, r⟩)
    | isFalse f =>
      match d k (lt_succ_self k) with
      | isTrue g => isTrue ⟨k, lt_succ_self k, g⟩
      | isFalse g => isFalse fun ⟨m, h, r⟩ =>
        (Nat.eq_or_lt_of_le (le_of_lt_succ h)).elim (fun e => by subst e; exact g r) fun l => f ⟨m, l, r⟩
instance decidableExistsLE' {k : Nat} {p : (m : Nat) → m ≤ k → Prop} [∀ m h, Decidable (p m h)] : Decidable (∃ m : Nat, ∃ h : m ≤ k, p m h) :=
  match decidableExistsLT' (k := k + 1) (p := fun m h => p m (le_of_lt_succ h)) with
  | isTrue f => isTrue (by obtain ⟨m, h, r⟩ := f; exact ⟨m, le_of_lt_succ h, r⟩)
  | isFalse f => isFalse fun ⟨m, h, r⟩ => f ⟨m, lt_succ_of_le h, r⟩
instance decidableExistsLT {p : Nat → Prop} [DecidablePred p] : DecidablePred fun n => ∃ m : Nat, m < n ∧ p m := fun n =>
  match decidableExistsLT' (k := n) (p := fun m _ => p m) with
  | isTrue f => isTrue (by obtain ⟨m, h, r⟩ := f; exact ⟨m, h, r⟩)
  | isFalse f => isFalse fun ⟨m, h, r⟩ => f ⟨m, h, r⟩
instance decidableExistsLE {p : Nat → Prop} [DecidablePred p] : DecidablePred fun n => ∃ m : Nat, m ≤ n ∧ p m := fun n =>
  match decidableExistsLT' (k := n + 1) (p := fun m _ => p m) with
  | isTrue f => isTrue (by obtain ⟨m, h, r⟩ := f; exact ⟨m, le_of_lt_succ h, r⟩)
  | isFalse f => isFalse fun ⟨m, h, r⟩ => f ⟨m, lt_succ_of_le h, r⟩
instance decidableExistsFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∃ i, P i) :=
  match decidableExistsLT' (k := n) (p := fun k h => P ⟨k, h⟩) with
  | isTrue f => isTrue (by obtain ⟨m, h, r⟩ := f; exact ⟨⟨m, h⟩, r⟩)
  | isFalse f => isFalse fun ⟨⟨m, h⟩, r⟩ => f ⟨m, h, r⟩
end Nat
