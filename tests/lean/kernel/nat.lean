/-! Copies of the functions that the kernel computes by itself, under names that it does not know, so that it
has to unfold them. The tables that follow compare its two answers. -/
namespace Copy
def add : Nat → Nat → Nat
  | n, .zero => n
  | n, .succ m => .succ (add n m)
def mul : Nat → Nat → Nat
  | _, .zero => 0
  | n, .succ m => add (mul n m) n
def pow (m : Nat) : Nat → Nat
  | .zero => 1
  | .succ n => mul (pow m n) m
def pred : Nat → Nat
  | .zero => 0
  | .succ a => a
def sub : Nat → Nat → Nat
  | n, .zero => n
  | n, .succ m => pred (sub n m)
def beq : Nat → Nat → Bool
  | .zero, .zero => true
  | .zero, .succ _ => false
  | .succ _, .zero => false
  | .succ n, .succ m => beq n m
def ble : Nat → Nat → Bool
  | .zero, .zero => true
  | .zero, .succ _ => true
  | .succ _, .zero => false
  | .succ n, .succ m => ble n m
def divGo : Nat → Nat → Nat → Nat
  | 0, _, _ => 0
  | fuel + 1, x, y => if 0 < y ∧ y ≤ x then divGo fuel (x - y) y + 1 else 0
def div (x y : Nat) : Nat := divGo x x y
def mod : Nat → Nat → Nat
  | 0, _ => 0
  | n + 1, m => if m ≤ n + 1 then n + 1 - m * div (n + 1) m else n + 1
def gcdGo : Nat → Nat → Nat → Nat
  | 0, _, n => n
  | fuel + 1, m, n => if m = 0 then n else gcdGo fuel (n % m) m
def gcd (m n : Nat) : Nat := gcdGo m m n
def log2Go : Nat → Nat → Nat
  | 0, _ => 0
  | fuel + 1, n => if 2 ≤ n then log2Go fuel (n / 2) + 1 else 0
def log2 (n : Nat) : Nat := log2Go n n
def bitwiseGo (f : Bool → Bool → Bool) : Nat → Nat → Nat → Nat
  | 0, _, m => if f false true then m else 0
  | fuel + 1, n, m =>
    if n = 0 then (if f false true then m else 0)
    else if m = 0 then (if f true false then n else 0)
    else
      let r := bitwiseGo f fuel (n / 2) (m / 2)
      if f (decide (n % 2 = 1)) (decide (m % 2 = 1)) then r + r + 1 else r + r
def bitwise (f : Bool → Bool → Bool) (n m : Nat) : Nat := bitwiseGo f n n m
def land : Nat → Nat → Nat := bitwise and
def lor : Nat → Nat → Nat := bitwise or
def xor : Nat → Nat → Nat := bitwise fun a b => cond a (!b) b
def shiftLeft : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftLeft (2 * n) m
def shiftRight : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftRight n m / 2
end Copy
/-! The copies are faithful: for all arguments each is the library's function. -/
theorem Copy.add_eq (a b : Nat) : Nat.add a b = Copy.add a b := by
  induction b with
  | zero => rfl
  | succ b ih => exact congrArg Nat.succ ih
theorem Copy.mul_eq (a b : Nat) : Nat.mul a b = Copy.mul a b := by
  induction b with
  | zero => rfl
  | succ b ih => exact (congrArg (Nat.add · a) ih).trans (Copy.add_eq _ a)
theorem Copy.pow_eq (a b : Nat) : Nat.pow a b = Copy.pow a b := by
  induction b with
  | zero => rfl
  | succ b ih => exact (congrArg (Nat.mul · a) ih).trans (Copy.mul_eq _ a)
theorem Copy.sub_eq (a b : Nat) : Nat.sub a b = Copy.sub a b := by
  induction b with
  | zero => rfl
  | succ b ih => exact congrArg Nat.pred ih
theorem Copy.beq_eq (a b : Nat) : Nat.beq a b = Copy.beq a b := by
  induction a generalizing b with
  | zero => cases b <;> rfl
  | succ a ih => cases b with
    | zero => rfl
    | succ b => exact ih b
theorem Copy.ble_eq (a b : Nat) : Nat.ble a b = Copy.ble a b := by
  induction a generalizing b with
  | zero => cases b <;> rfl
  | succ a ih => cases b with
    | zero => rfl
    | succ b => exact ih b
theorem Copy.divGo_eq (f x y : Nat) : Nat.div.go f x y = Copy.divGo f x y := by
  induction f generalizing x with
  | zero => rfl
  | succ f ih => rw [Nat.div.go, Copy.divGo, ih]
theorem Copy.div_eq (x y : Nat) : Nat.div x y = Copy.div x y := Copy.divGo_eq x x y
theorem Copy.mod_eq (x y : Nat) : Nat.mod x y = Copy.mod x y := by
  cases x with
  | zero => rfl
  | succ x =>
    show (if y ≤ x + 1 then x + 1 - y * Nat.div (x + 1) y else x + 1) = _
    rw [Copy.div_eq]; rfl
theorem Copy.gcdGo_eq (f m n : Nat) : Nat.gcd.go f m n = Copy.gcdGo f m n := by
  induction f generalizing m n with
  | zero => rfl
  | succ f ih => rw [Nat.gcd.go, Copy.gcdGo, ih]
theorem Copy.gcd_eq (m n : Nat) : Nat.gcd m n = Copy.gcd m n := Copy.gcdGo_eq m m n
theorem Copy.log2Go_eq (f n : Nat) : Nat.log2.go f n = Copy.log2Go f n := by
  induction f generalizing n with
  | zero => rfl
  | succ f ih => rw [Nat.log2.go, Copy.log2Go, ih]
theorem Copy.log2_eq (n : Nat) : Nat.log2 n = Copy.log2 n := Copy.log2Go_eq n n
theorem Copy.bitwiseGo_eq (g : Bool → Bool → Bool) (f m n : Nat) : Nat.bitwise.go g f m n = Copy.bitwiseGo g f m n := by
  induction f generalizing m n with
  | zero => rfl
  | succ f ih => rw [Nat.bitwise.go, Copy.bitwiseGo, ih]
theorem Copy.land_eq (m n : Nat) : Nat.land m n = Copy.land m n := Copy.bitwiseGo_eq _ m m n
theorem Copy.lor_eq (m n : Nat) : Nat.lor m n = Copy.lor m n := Copy.bitwiseGo_eq _ m m n
theorem Copy.xor_eq (m n : Nat) : Nat.xor m n = Copy.xor m n := Copy.bitwiseGo_eq _ m m n
theorem Copy.shiftLeft_eq (n m : Nat) : Nat.shiftLeft n m = Copy.shiftLeft n m := by
  induction m generalizing n with
  | zero => rfl
  | succ m ih => exact ih (2 * n)
theorem Copy.shiftRight_eq (n m : Nat) : Nat.shiftRight n m = Copy.shiftRight n m := by
  induction m with
  | zero => rfl
  | succ m ih => exact congrArg (· / 2) ih
def boolCode : Bool → Nat
  | true => 1
  | false => 0
/-- Do both answers agree in every row? -/
def agree : List (Nat × Nat) → Bool
  | [] => true
  | (a, b) :: rows => match Nat.beq a b with
    | true => agree rows
    | false => false
/-- Do the answers differ in some row? -/
def differ : List (Nat × Nat) → Bool
  | [] => false
  | (a, b) :: rows => match Nat.beq a b with
    | true => differ rows
    | false => true
