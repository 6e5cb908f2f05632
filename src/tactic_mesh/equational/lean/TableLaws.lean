/-! Many laws in one table, true or false, given by numbers. -/

namespace FiniteMagma

noncomputable def Term.value (n t : Nat) (e : Nat) (l : Term) : Nat :=
  Term.rec (fun j => (e.div (n.pow j)).mod n) (fun _ _ a b => look n t a b) l

/-- Whether `l` and `r` differ where variable `j` is digit `j` of `e`. -/
noncomputable def differ (n t e : Nat) (l r : Term) : Bool := Nat.ble 1 n && !Nat.beq (l.value n t e) (r.value n t e)

def digits (n t e : Nat) (h : 0 < n) (j : Nat) : Table n t := ⟨e / n ^ j % n, Nat.mod_lt _ h⟩

theorem value_eq {n t e : Nat} (h : 0 < n) (l : Term) : (l.eval (digits n t e h)).val = l.value n t e := by
  induction l with
  | var j => rfl
  | op a b iha ihb =>
    show look n t (a.eval (digits n t e h)).val (b.eval (digits n t e h)).val = _
    rw [iha, ihb]; rfl

theorem no_law_of_differ {n t e : Nat} {l r : Term} (h : differ n t e l r = true) :
    ¬ ∀ v : Nat → Table n t, l.eval v = r.eval v := by
  intro law
  cases size : Nat.ble 1 n with
  | false => rw [differ, size] at h; exact Bool.noConfusion h
  | true =>
    have same := congrArg Fin.val (law (digits n t e (Nat.le_of_ble_eq_true size)))
    rw [value_eq, value_eq] at same
    have equal : Nat.beq (r.value n t e) (r.value n t e) = true := beq_self_eq_true (r.value n t e)
    rw [differ, size, same, equal] at h
    exact Bool.noConfusion h

noncomputable def checkAll (n t k : Nat) (laws : List Law) : Bool :=
  List.rec true (fun law _ rest => check n t k law.left law.right && rest) laws

theorem allHold_of_checkAll {n t k : Nat} (hc : covers n k = true) :
    (laws : List Law) → checkAll n t k laws = true → AllHold (Table n t) laws
  | [], _ => trivial
  | law :: rest, h => by
    have both : check n t k law.left law.right = true ∧ checkAll n t k rest = true :=
      (Bool.and_eq_true_iff (x := check n t k law.left law.right)).mp h
    exact ⟨fun v => law_of_check hc both.1 v, allHold_of_checkAll hc rest both.2⟩

/-- Whether each law is false where `codes` says, one code for each. -/
noncomputable def differAll (n t : Nat) : List Nat → List Law → Bool
  | _, [] => true
  | [], _ :: _ => false
  | e :: codes, law :: rest => differ n t e law.left law.right && differAll n t codes rest

theorem noneHolds_of_differAll {n t : Nat} :
    (codes : List Nat) → (laws : List Law) → differAll n t codes laws = true → NoneHolds (Table n t) laws
  | _, [], _ => trivial
  | [], _ :: _, h => Bool.noConfusion h
  | e :: codes, law :: rest, h => by
    have both : differ n t e law.left law.right = true ∧ differAll n t codes rest = true := by
      simpa [differAll] using h
    exact ⟨no_law_of_differ both.1, noneHolds_of_differAll codes rest both.2⟩

noncomputable def partsOf (numbers count : Nat) : List Nat :=
  Nat.rec [] (fun i rest => part numbers i :: rest) count

end FiniteMagma
