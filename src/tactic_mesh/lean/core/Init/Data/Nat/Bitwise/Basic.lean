prelude
import Init.Data.Nat.Pow
/-! Natural numbers: operations on binary digits, with their defining equations. The kernel computes
`Nat.land`, `lor`, `xor`, `shiftLeft` and `shiftRight` on literals by itself; `Nat.bitwise_def`, `Nat.shiftLeft_eq`
and `Nat.shiftRight_eq_div_pow` say that the definitions here are the functions it computes. -/
namespace Nat
/-- The first argument bounds the number of digits. -/
def bitwise.go (f : Bool → Bool → Bool) : Nat → Nat → Nat → Nat
  | 0, _, m => if f false true then m else 0
  | fuel + 1, n, m =>
    if n = 0 then (if f false true then m else 0)
    else if m = 0 then (if f true false then n else 0)
    else
      let r := bitwise.go f fuel (n / 2) (m / 2)
      if f (decide (n % 2 = 1)) (decide (m % 2 = 1)) then r + r + 1 else r + r
def bitwise (f : Bool → Bool → Bool) (n m : Nat) : Nat := bitwise.go f n n m
@[extern "lean_nat_land"] def land : @& Nat → @& Nat → Nat := bitwise and
@[extern "lean_nat_lor"] def lor : @& Nat → @& Nat → Nat := bitwise or
@[extern "lean_nat_lxor"] def xor : @& Nat → @& Nat → Nat := bitwise fun a b => cond a (!b) b
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_shiftl"] def shiftLeft : @& Nat → @& Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftLeft (2 * n) m
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_shiftr"] def shiftRight : @& Nat → @& Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftRight n m / 2
instance instAndOp : AndOp Nat := ⟨Nat.land⟩
instance instOrOp : OrOp Nat := ⟨Nat.lor⟩
instance instXorOp : XorOp Nat := ⟨Nat.xor⟩
instance instShiftLeft : ShiftLeft Nat := ⟨Nat.shiftLeft⟩
instance instShiftRight : ShiftRight Nat := ⟨Nat.shiftRight⟩

/-! ### Defining equations -/

theorem bitwise.go_fuel (f : Bool → Bool → Bool) : ∀ {k l n : Nat} (m : Nat), n ≤ k → n ≤ l → bitwise.go f k n m = bitwise.go f l n m
  | 0, 0, _, _, _, _ => rfl
  | 0, _ + 1, _, _, h, _ => by rw [eq_zero_of_le_zero h]; rfl
  | _ + 1, 0, _, _, _, h => by rw [eq_zero_of_le_zero h]; rfl
  | k + 1, l + 1, n, m, h, h' => by
    simp only [bitwise.go]
    by_cases c : n = 0
    · rw [if_pos c, if_pos c]
    · have d := div_lt_self (Nat.pos_of_ne_zero c) (k := 2) (by decide)
      rw [if_neg c, if_neg c, bitwise.go_fuel f _ (le_of_lt_succ (Nat.lt_of_lt_of_le d h)) (le_of_lt_succ (Nat.lt_of_lt_of_le d h'))]
theorem bitwise_def (f : Bool → Bool → Bool) (n m : Nat) :
    bitwise f n m =
      if n = 0 then (if f false true then m else 0)
      else if m = 0 then (if f true false then n else 0)
      else if f (decide (n % 2 = 1)) (decide (m % 2 = 1)) then bitwise f (n / 2) (m / 2) + bitwise f (n / 2) (m / 2) + 1
      else bitwise f (n / 2) (m / 2) + bitwise f (n / 2) (m / 2) := by
  show bitwise.go f n n m = _
  rw [bitwise.go_fuel f m (Nat.le_refl n) (le_succ n), bitwise.go, bitwise.go_fuel f (m / 2) (div_le_self n 2) (Nat.le_refl (n / 2))]
  rfl
@[simp] theorem land_eq {m n : Nat} : m.land n = m &&& n := rfl
@[simp] theorem lor_eq {m n : Nat} : m.lor n = m ||| n := rfl
@[simp] theorem xor_eq {m n : Nat} : m.xor n = m ^^^ n := rfl
@[simp] theorem shiftLeft_zero {n : Nat} : n <<< 0 = n := rfl
@[simp] theorem shiftRight_zero {n : Nat} : n >>> 0 = n := rfl
theorem shiftRight_succ (m n : Nat) : m >>> (n + 1) = (m >>> n) / 2 := rfl
theorem shiftLeft_succ_inside (m n : Nat) : m <<< (n + 1) = (2 * m) <<< n := rfl
theorem shiftLeft_eq (a b : Nat) : a <<< b = a * 2 ^ b := by
  induction b generalizing a with
  | zero => exact (Nat.mul_one a).symm
  | succ b ih => rw [shiftLeft_succ_inside, ih, Nat.pow_succ, Nat.mul_assoc, Nat.mul_left_comm, Nat.mul_comm 2]
theorem shiftLeft_succ (m n : Nat) : m <<< (n + 1) = 2 * (m <<< n) := by
  rw [shiftLeft_eq, shiftLeft_eq, Nat.pow_succ, Nat.mul_comm (2 ^ n) 2, Nat.mul_left_comm]
theorem one_shiftLeft (n : Nat) : 1 <<< n = 2 ^ n := by rw [shiftLeft_eq, Nat.one_mul]
theorem shiftRight_eq_div_pow (m n : Nat) : m >>> n = m / 2 ^ n := by
  induction n with
  | zero => exact (Nat.div_one m).symm
  | succ n ih => rw [shiftRight_succ, ih, div_div_eq_div_mul, Nat.pow_succ]
@[simp] theorem zero_shiftLeft (n : Nat) : 0 <<< n = 0 := by rw [shiftLeft_eq, Nat.zero_mul]
@[simp] theorem zero_shiftRight (n : Nat) : 0 >>> n = 0 := by rw [shiftRight_eq_div_pow, Nat.zero_div]
theorem shiftLeft_add (m n k : Nat) : m <<< (n + k) = (m <<< n) <<< k := by
  rw [shiftLeft_eq, shiftLeft_eq, shiftLeft_eq, Nat.pow_add, Nat.mul_assoc]
theorem shiftRight_add (m n k : Nat) : m >>> (n + k) = (m >>> n) >>> k := by
  rw [shiftRight_eq_div_pow, shiftRight_eq_div_pow, shiftRight_eq_div_pow, Nat.pow_add, div_div_eq_div_mul]
theorem shiftRight_le (m n : Nat) : m >>> n ≤ m := by rw [shiftRight_eq_div_pow]; exact div_le_self m _
theorem shiftLeft_shiftRight (x n : Nat) : x <<< n >>> n = x := by
  rw [shiftLeft_eq, shiftRight_eq_div_pow, Nat.mul_div_cancel x (Nat.two_pow_pos n)]

/-! ### Single digits -/

/-- The binary digit of `m` at place `n`. -/
def testBit (m n : Nat) : Bool := !(decide (1 &&& (m >>> n) = 0))
theorem bitwise_zero_left (f : Bool → Bool → Bool) (m : Nat) : bitwise f 0 m = if f false true then m else 0 := rfl
theorem one_and_eq_mod_two (n : Nat) : 1 &&& n = n % 2 := by
  show bitwise and 1 n = n % 2
  rw [bitwise_def, if_neg Nat.one_ne_zero]
  by_cases h : n = 0
  · rw [if_pos h, h]; rfl
  · rw [if_neg h]
    rcases mod_two_eq_zero_or_one n with e | e <;> rw [e] <;> rfl
theorem testBit_eq_decide_div_mod_eq {x i : Nat} : testBit x i = decide (x / 2 ^ i % 2 = 1) := by
  rw [testBit, one_and_eq_mod_two, shiftRight_eq_div_pow]
  rcases mod_two_eq_zero_or_one (x / 2 ^ i) with e | e <;> rw [e] <;> rfl
theorem testBit_zero (x : Nat) : testBit x 0 = decide (x % 2 = 1) := by
  rw [testBit_eq_decide_div_mod_eq, Nat.pow_zero, Nat.div_one]
attribute [simp] testBit_zero
theorem testBit_succ (x i : Nat) : testBit x (i + 1) = testBit (x / 2) i := by
  rw [testBit_eq_decide_div_mod_eq, testBit_eq_decide_div_mod_eq, Nat.pow_succ, Nat.mul_comm, div_div_eq_div_mul]
theorem testBit_add_one (x i : Nat) : testBit x (i + 1) = testBit (x / 2) i := testBit_succ x i
theorem testBit_add (x i n : Nat) : testBit x (i + n) = testBit (x / 2 ^ n) i := by
  rw [testBit_eq_decide_div_mod_eq, testBit_eq_decide_div_mod_eq, div_div_eq_div_mul, ← Nat.pow_add, Nat.add_comm]
theorem testBit_div_two (x i : Nat) : testBit (x / 2) i = testBit x (i + 1) := (testBit_succ x i).symm
theorem testBit_div_two_pow (x i : Nat) {n : Nat} : testBit (x / 2 ^ n) i = testBit x (i + n) := (testBit_add x i n).symm
@[simp] theorem zero_testBit (i : Nat) : testBit 0 i = false := by rw [testBit_eq_decide_div_mod_eq, Nat.zero_div]; rfl
theorem testBit_lt_two_pow {x i : Nat} (h : x < 2 ^ i) : x.testBit i = false := by
  rw [testBit_eq_decide_div_mod_eq, div_eq_of_lt h]; rfl
theorem testBit_eq_false_of_lt {x i : Nat} (h : x < 2 ^ i) : x.testBit i = false := testBit_lt_two_pow h
theorem mod_two_eq_of_testBit_zero {x y : Nat} (h : testBit x 0 = testBit y 0) : x % 2 = y % 2 := by
  rw [testBit_zero, testBit_zero] at h
  rcases mod_two_eq_zero_or_one x with e | e <;> rcases mod_two_eq_zero_or_one y with f | f <;> rw [e, f] at h ⊢ <;> exact Bool.noConfusion h
theorem eq_of_testBit_eq {x y : Nat} (pred : ∀ i, testBit x i = testBit y i) : x = y := by
  refine Nat.strongRecOn' (motive := fun x => ∀ y, (∀ i, testBit x i = testBit y i) → x = y) x (fun x ih y h => ?_) y pred
  have e := mod_two_eq_of_testBit_zero (h 0)
  have k : ∀ i, testBit (x / 2) i = testBit (y / 2) i := fun i => by rw [← testBit_succ, ← testBit_succ]; exact h (i + 1)
  rcases Nat.eq_zero_or_pos x with rfl | hx
  · rw [zero_mod] at e
    refine Nat.strongRecOn' (motive := fun y => (∀ i, testBit 0 i = testBit y i) → 0 = y) y (fun y ihy h => ?_) h
    rcases Nat.eq_zero_or_pos y with rfl | hy
    · rfl
    · have e := mod_two_eq_of_testBit_zero (h 0)
      have z := ihy (y / 2) (div_lt_self hy (by decide)) fun i => by rw [← testBit_succ, ← h (i + 1), zero_testBit, zero_testBit]
      rw [← div_add_mod y 2, ← z, ← e]
  · rw [← div_add_mod x 2, ← div_add_mod y 2, e, ih (x / 2) (div_lt_self hx (by decide)) (y / 2) k]
theorem bitwise_mod_two {f : Bool → Bool → Bool} (of : f false false = false) {x y : Nat} :
    decide (bitwise f x y % 2 = 1) = f (decide (x % 2 = 1)) (decide (y % 2 = 1)) := by
  rw [bitwise_def]
  by_cases hx : x = 0
  · subst hx
    rw [if_pos rfl, zero_mod]
    cases h : f false true with
    | true => rw [if_pos rfl]; rcases mod_two_eq_zero_or_one y with e | e <;> rw [e] <;> simp [h, of]
    | false => rw [if_neg (fun h => Bool.noConfusion h)]; rcases mod_two_eq_zero_or_one y with e | e <;> rw [e] <;> simp [h, of]
  rw [if_neg hx]
  by_cases hy : y = 0
  · subst hy
    rw [if_pos rfl, zero_mod]
    cases h : f true false with
    | true => rw [if_pos rfl]; rcases mod_two_eq_zero_or_one x with e | e <;> rw [e] <;> simp [h, of]
    | false => rw [if_neg (fun h => Bool.noConfusion h)]; rcases mod_two_eq_zero_or_one x with e | e <;> rw [e] <;> simp [h, of]
  rw [if_neg hy]
  cases f (decide (x % 2 = 1)) (decide (y % 2 = 1)) with
  | true => rw [if_pos rfl, ← Nat.two_mul, mul_add_mod_self_left]; rfl
  | false => rw [if_neg (fun h => Bool.noConfusion h), ← Nat.two_mul, mul_mod_right]; rfl
theorem bitwise_div_two {f : Bool → Bool → Bool} (_ : f false false = false) {x y : Nat} : bitwise f x y / 2 = bitwise f (x / 2) (y / 2) := by
  rw [bitwise_def]
  by_cases hx : x = 0
  · subst hx
    rw [if_pos rfl, Nat.zero_div, bitwise_zero_left]
    cases f false true <;> rfl
  rw [if_neg hx]
  by_cases hy : y = 0
  · subst hy
    rw [if_pos rfl, Nat.zero_div]
    rw [bitwise_def f (x / 2) 0, if_pos (rfl : (0 : Nat) = 0)]
    by_cases hx' : x / 2 = 0
    · rw [if_pos hx']; cases f true false <;> cases f false true <;> first | rfl | exact hx'
    · rw [if_neg hx']; cases f true false <;> rfl
  rw [if_neg hy]
  cases f (decide (x % 2 = 1)) (decide (y % 2 = 1)) with
  | true => rw [if_pos rfl, ← Nat.two_mul, mul_add_div Nat.two_pos]; rfl
  | false => rw [if_neg (fun h => Bool.noConfusion h), ← Nat.two_mul, Nat.mul_div_cancel_left _ Nat.two_pos]
theorem testBit_bitwise {f : Bool → Bool → Bool} (of : f false false = false) (x y i : Nat) :
    (bitwise f x y).testBit i = f (x.testBit i) (y.testBit i) := by
  induction i generalizing x y with
  | zero => rw [testBit_zero, testBit_zero, testBit_zero, bitwise_mod_two of]
  | succ i ih => rw [testBit_succ, testBit_succ, testBit_succ, bitwise_div_two of, ih]
end Nat
