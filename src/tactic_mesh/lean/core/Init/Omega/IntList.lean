prelude
import Init.Data.Int.DivMod.Bootstrap
import Init.Data.List.Basic
import Init.Data.Nat.Gcd
/-! Lists of integer coefficients, as the `omega` tactic computes with them: a list stands for an infinite one that is zero from
some place on. Everything here is computed by the kernel when it checks a proof by `omega`. -/
namespace Lean.Omega
/-- A list of integers, read as zero beyond its end. -/
abbrev IntList := List Int
namespace IntList
def get (xs : IntList) (i : Nat) : Int := xs[i]?.getD 0
@[simp] theorem get_nil {i : Nat} : get ([] : IntList) i = 0 := rfl
@[simp] theorem get_cons_zero {x : Int} {xs : List Int} : get (x :: xs) 0 = x := rfl
@[simp] theorem get_cons_succ {x : Int} {xs : List Int} {i : Nat} : get (x :: xs) (i + 1) = get xs i := rfl
def set (xs : IntList) (i : Nat) (y : Int) : IntList :=
  match xs, i with
  | [], 0 => [y]
  | [], i + 1 => 0 :: set [] i y
  | _ :: xs, 0 => y :: xs
  | x :: xs, i + 1 => x :: set xs i y
/-- The first coefficient that is not zero. -/
def leading (xs : IntList) : Int := xs.find? (! · == 0) |>.getD 0
def add (xs ys : IntList) : IntList := List.zipWithAll (fun x y => x.getD 0 + y.getD 0) xs ys
instance instAdd : Add IntList := ⟨add⟩
def mul (xs ys : IntList) : IntList := List.zipWith (· * ·) xs ys
instance instMul : Mul IntList := ⟨mul⟩
def neg (xs : IntList) : IntList := xs.map fun x => -x
instance instNeg : Neg IntList := ⟨neg⟩
def sub (xs ys : IntList) : IntList := List.zipWithAll (fun x y => x.getD 0 - y.getD 0) xs ys
instance instSub : Sub IntList := ⟨sub⟩
def smul (xs : IntList) (i : Int) : IntList := xs.map fun x => i * x
instance instHMulInt : HMul Int IntList IntList where
  hMul i xs := xs.smul i
/-- The linear combination `a * xs + b * ys`. -/
def combo (a : Int) (xs : IntList) (b : Int) (ys : IntList) : IntList :=
  List.zipWithAll (fun x y => a * x.getD 0 + b * y.getD 0) xs ys
def sum (xs : IntList) : Int := xs.foldr (· + ·) 0
/-- The sum of the products of the entries. -/
def dot (xs ys : IntList) : Int := (xs * ys).sum
def sdiv (xs : IntList) (g : Int) : IntList := xs.map fun x => x / g
def gcd (xs : IntList) : Nat := xs.foldr (fun x g => Nat.gcd x.natAbs g) 0
def bmod (x : IntList) (m : Nat) : IntList := x.map (Int.bmod · m)
/-- What is lost when the balanced remainder is taken of each coefficient and not of the value. -/
def bmod_dot_sub_dot_bmod (m : Nat) (a b : IntList) : Int := Int.bmod (dot a b) m - dot (bmod a m) b

/-! ## Laws of `dot` -/
@[simp] theorem dot_nil_left {ys : IntList} : dot ([] : IntList) ys = 0 := rfl
@[simp] theorem dot_nil_right {xs : IntList} : dot xs ([] : IntList) = 0 := by cases xs <;> rfl
@[simp] theorem dot_cons₂ {x y : Int} {xs ys : List Int} : dot (x :: xs) (y :: ys) = x * y + dot xs ys := rfl
/-- Scaling every entry scales the value. -/
private theorem dot_map {f : Int → Int} {c : Int} (h : ∀ x, f x = c * x) (xs zs : IntList) :
    dot (xs.map f) zs = c * dot xs zs := by
  induction xs generalizing zs with
  | nil => exact (Int.mul_zero c).symm
  | cons x xs ih =>
    cases zs with
    | nil => rw [dot_nil_right, dot_nil_right, Int.mul_zero]
    | cons z zs => rw [List.map, dot_cons₂, dot_cons₂, ih, h, Int.mul_add, Int.mul_assoc]
/-- An entrywise linear combination has the combination of the values as its value. -/
private theorem dot_zipWithAll {f : Option Int → Option Int → Int} {a b : Int}
    (h : ∀ x y, f x y = a * x.getD 0 + b * y.getD 0) (xs ys zs : IntList) :
    dot (List.zipWithAll f xs ys) zs = a * dot xs zs + b * dot ys zs := by
  induction xs generalizing ys zs with
  | nil =>
    rw [dot_nil_left, Int.mul_zero, Int.zero_add]
    refine dot_map (fun y => ?_) ys zs
    exact (h none (some y)).trans (by show a * 0 + _ = _; rw [Int.mul_zero, Int.zero_add]; rfl)
  | cons x xs ih =>
    cases ys with
    | nil =>
      rw [dot_nil_left, Int.mul_zero, Int.add_zero]
      refine dot_map (fun x => ?_) (x :: xs) zs
      exact (h (some x) none).trans (by show _ + b * 0 = _; rw [Int.mul_zero, Int.add_zero]; rfl)
    | cons y ys =>
      cases zs with
      | nil => rw [dot_nil_right, dot_nil_right, dot_nil_right, Int.mul_zero, Int.mul_zero]; rfl
      | cons z zs =>
        rw [List.zipWithAll, dot_cons₂, dot_cons₂, dot_cons₂, ih, h, Int.mul_add, Int.mul_add, Int.add_mul]
        show a * x * z + b * y * z + _ = _
        rw [Int.mul_assoc, Int.mul_assoc, Int.add_assoc, Int.add_assoc, Int.add_left_comm (b * (y * z))]
theorem dot_distrib_left (xs ys zs : IntList) : (xs + ys).dot zs = xs.dot zs + ys.dot zs := by
  have := dot_zipWithAll (f := fun x y => x.getD 0 + y.getD 0) (a := 1) (b := 1)
    (fun x y => by rw [Int.one_mul, Int.one_mul]) xs ys zs
  rw [Int.one_mul, Int.one_mul] at this; exact this
theorem sub_dot (xs ys zs : IntList) : (xs - ys).dot zs = xs.dot zs - ys.dot zs := by
  have := dot_zipWithAll (f := fun x y => x.getD 0 - y.getD 0) (a := 1) (b := -1)
    (fun x y => by rw [Int.one_mul, Int.neg_one_mul]; rfl) xs ys zs
  rw [Int.one_mul, Int.neg_one_mul] at this; exact this
theorem combo_dot (a : Int) (xs : IntList) (b : Int) (ys zs : IntList) :
    (combo a xs b ys).dot zs = a * xs.dot zs + b * ys.dot zs := dot_zipWithAll (fun _ _ => rfl) xs ys zs
theorem neg_dot (xs ys : IntList) : (-xs).dot ys = -(xs.dot ys) :=
  (dot_map Int.neg_eq_neg_one_mul xs ys).trans (Int.neg_one_mul _)
theorem smul_dot (xs ys : IntList) (i : Int) : (xs.smul i).dot ys = i * xs.dot ys := dot_map (fun _ => rfl) xs ys
/-- Setting a coefficient beyond the end of a list adds one term. -/
theorem set_dot_of_length_le {xs : IntList} {i : Nat} (y : Int) (ys : IntList) (h : xs.length ≤ i) :
    (xs.set i y).dot ys = xs.dot ys + y * ys.get i := by
  induction i generalizing xs ys with
  | zero =>
    cases xs with
    | nil =>
      cases ys with
      | nil => rw [dot_nil_right, dot_nil_right, get_nil, Int.mul_zero, Int.add_zero]
      | cons z zs => exact Int.add_comm (y * z) 0
    | cons x xs => exact absurd h (Nat.not_succ_le_zero _)
  | succ i ih =>
    cases xs with
    | nil =>
      cases ys with
      | nil => rw [dot_nil_right, dot_nil_right, get_nil, Int.mul_zero, Int.add_zero]
      | cons z zs =>
        have := ih (xs := []) zs (Nat.zero_le i)
        rw [set, dot_cons₂, this, Int.zero_mul, Int.zero_add, dot_nil_left, dot_nil_left, get_cons_succ]
    | cons x xs =>
      cases ys with
      | nil => rw [dot_nil_right, dot_nil_right, get_nil, Int.mul_zero, Int.add_zero]
      | cons z zs => rw [set, dot_cons₂, dot_cons₂, ih zs (Nat.le_of_succ_le_succ h), get_cons_succ, Int.add_assoc]
theorem dvd_dot {m : Int} {xs : IntList} (h : ∀ x, x ∈ xs → m ∣ x) (ys : IntList) : m ∣ dot xs ys := by
  induction xs generalizing ys with
  | nil => exact Int.dvd_zero m
  | cons x xs ih =>
    cases ys with
    | nil => exact Int.dvd_zero m
    | cons y ys =>
      exact Int.dvd_add (Int.dvd_mul_of_dvd_left (h x (.head _)) y) (ih (fun z k => h z (.tail _ k)) ys)
theorem dot_of_forall_eq_zero {xs : IntList} (h : ∀ x, x ∈ xs → x = 0) (ys : IntList) : dot xs ys = 0 :=
  Int.zero_dvd.mp (dvd_dot (fun x k => h x k ▸ Int.dvd_refl 0) ys)
theorem gcd_dvd (xs : IntList) {x : Int} (h : x ∈ xs) : (xs.gcd : Int) ∣ x := by
  induction xs with
  | nil => cases h
  | cons y ys ih =>
    cases h with
    | head => exact Int.ofNat_dvd_left.mpr (Nat.gcd_dvd_left ..)
    | tail _ k => exact Int.dvd_trans (Int.ofNat_dvd.mpr (Nat.gcd_dvd_right ..)) (ih k)
theorem gcd_dvd_dot (xs ys : IntList) : (xs.gcd : Int) ∣ dot xs ys := dvd_dot (fun _ => gcd_dvd xs) ys
theorem dot_eq_zero_of_left_eq_zero {xs ys : IntList} (h : xs.gcd = 0) : dot xs ys = 0 :=
  Int.zero_dvd.mp (by have := gcd_dvd_dot xs ys; rw [h] at this; exact this)
/-- When `g` divides every coefficient, dividing them divides the value. -/
theorem sdiv_dot {g : Int} {xs : IntList} (h : ∀ x, x ∈ xs → g ∣ x) (ys : IntList) : (xs.sdiv g).dot ys = xs.dot ys / g := by
  by_cases g0 : g = 0
  · have z : ∀ x, x ∈ xs.sdiv g → x = 0 := by
      intro x hx
      clear h
      induction xs with
      | nil => cases hx
      | cons y ys ih =>
        cases hx with
        | head => show y / g = 0; rw [g0, Int.ediv_zero]
        | tail _ k => exact ih k
    rw [dot_of_forall_eq_zero z, g0, Int.ediv_zero]
  · induction xs generalizing ys with
    | nil => exact (Int.zero_ediv g).symm
    | cons x xs ih =>
      cases ys with
      | nil => exact (Int.zero_ediv g).symm
      | cons y ys =>
        show x / g * y + dot (sdiv xs g) ys = (x * y + dot xs ys) / g
        rw [ih (fun z k => h z (.tail _ k)), Int.add_ediv_of_dvd_left (Int.dvd_mul_of_dvd_left (h x (.head _)) y)]
        rcases h x (.head _) with ⟨c, rfl⟩
        rw [Int.mul_ediv_cancel_left c g0, Int.mul_assoc, Int.mul_ediv_cancel_left _ g0]
theorem dvd_bmod_dot_sub_dot_bmod (m : Nat) (xs ys : IntList) : (m : Int) ∣ bmod_dot_sub_dot_bmod m xs ys := by
  have h : (m : Int) ∣ dot xs ys - dot (bmod xs m) ys := by
    rw [← sub_dot]
    induction xs generalizing ys with
    | nil => exact Int.dvd_zero _
    | cons x xs ih =>
      cases ys with
      | nil => rw [dot_nil_right]; exact Int.dvd_zero _
      | cons y ys => exact Int.dvd_add (Int.dvd_mul_of_dvd_left (Int.dvd_sub_bmod x m) y) (ih ys)
  have k := Int.dvd_sub h (Int.dvd_sub_bmod (dot xs ys) m)
  have e : dot xs ys - dot (bmod xs m) ys - (dot xs ys - Int.bmod (dot xs ys) m) = bmod_dot_sub_dot_bmod m xs ys := by
    show _ = Int.bmod (dot xs ys) m - dot (bmod xs m) ys
    rw [Int.sub_eq_add_neg, Int.neg_sub, Int.sub_eq_add_neg (a := dot xs ys), Int.add_comm, ← Int.add_assoc,
      Int.sub_add_cancel, Int.sub_eq_add_neg]
  rw [← e]; exact k
end IntList
end Lean.Omega
