/-! Theorems about small programs: lists, trees, a compiler for a stack machine, sorting, accumulators, state. -/

namespace Lists
variable {α β γ : Type}
def app : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: app xs ys
def rev : List α → List α
  | [] => []
  | x :: xs => app (rev xs) [x]
def revAcc : List α → List α → List α
  | [], acc => acc
  | x :: xs, acc => revAcc xs (x :: acc)
def len : List α → Nat
  | [] => 0
  | _ :: xs => len xs + 1
def mapl (f : α → β) : List α → List β
  | [] => []
  | x :: xs => f x :: mapl f xs
def keep (p : α → Bool) : List α → List α
  | [] => []
  | x :: xs => if p x then x :: keep p xs else keep p xs
def total : List Nat → Nat
  | [] => 0
  | x :: xs => x + total xs
def totalAcc : List Nat → Nat → Nat
  | [], acc => acc
  | x :: xs, acc => totalAcc xs (acc + x)

theorem app_nil (xs : List α) : app xs [] = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [app, ih]
theorem app_assoc (xs ys zs : List α) : app (app xs ys) zs = app xs (app ys zs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [app, app, app, ih]
theorem app_eq_append (xs ys : List α) : app xs ys = xs ++ ys := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [app, ih]
theorem len_app (xs ys : List α) : len (app xs ys) = len xs + len ys := by
  induction xs with
  | nil => simp [app, len]
  | cons x xs ih => rw [app, len, len, ih, Nat.add_right_comm]
theorem len_eq_length (xs : List α) : len xs = xs.length := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [len, ih, List.length_cons]
theorem rev_app (xs ys : List α) : rev (app xs ys) = app (rev ys) (rev xs) := by
  induction xs with
  | nil => rw [app, rev, app_nil]
  | cons x xs ih => rw [app, rev, rev, ih, app_assoc]
theorem rev_rev (xs : List α) : rev (rev xs) = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [rev, rev_app, ih]; rfl
theorem len_rev (xs : List α) : len (rev xs) = len xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [rev, len_app, ih]; rfl
theorem revAcc_eq (xs acc : List α) : revAcc xs acc = app (rev xs) acc := by
  induction xs generalizing acc with
  | nil => rfl
  | cons x xs ih => rw [revAcc, ih, rev, app_assoc]; rfl
theorem revAcc_nil (xs : List α) : revAcc xs [] = rev xs := by rw [revAcc_eq, app_nil]
theorem mapl_app (f : α → β) (xs ys : List α) : mapl f (app xs ys) = app (mapl f xs) (mapl f ys) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [app, mapl, mapl, app, ih]
theorem mapl_mapl (f : α → β) (g : β → γ) (xs : List α) : mapl g (mapl f xs) = mapl (fun x => g (f x)) xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp only [mapl, ih]
theorem mapl_id (xs : List α) : mapl (fun x => x) xs = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [mapl, ih]
theorem len_mapl (f : α → β) (xs : List α) : len (mapl f xs) = len xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [mapl, len, len, ih]
theorem keep_keep (p : α → Bool) (xs : List α) : keep p (keep p xs) = keep p xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    by_cases h : p x = true
    · simp [keep, h, ih]
    · simp [keep, h, ih]
theorem keep_app (p : α → Bool) (xs ys : List α) : keep p (app xs ys) = app (keep p xs) (keep p ys) := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    rw [app, keep, keep, ih]
    split
    · rfl
    · rfl
theorem len_keep_le (p : α → Bool) (xs : List α) : len (keep p xs) ≤ len xs := by
  induction xs with
  | nil => exact Nat.le_refl 0
  | cons x xs ih =>
    rw [keep]
    split
    · exact Nat.succ_le_succ ih
    · exact Nat.le_trans ih (Nat.le_succ _)
theorem totalAcc_eq (xs : List Nat) (acc : Nat) : totalAcc xs acc = acc + total xs := by
  induction xs generalizing acc with
  | nil => rfl
  | cons x xs ih => rw [totalAcc, total, ih, Nat.add_assoc]
theorem total_app (xs ys : List Nat) : total (app xs ys) = total xs + total ys := by
  induction xs with
  | nil => simp [app, total]
  | cons x xs ih => rw [app, total, total, ih, Nat.add_assoc]
theorem total_rev (xs : List Nat) : total (rev xs) = total xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [rev, total_app, ih, total, total, total, Nat.add_zero, Nat.add_comm]
end Lists

namespace Trees
inductive Tree (α : Type) where
  | leaf
  | node (l : Tree α) (v : α) (r : Tree α)
namespace Tree
variable {α β γ : Type}
def size : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + 1 + r.size
def mirror : Tree α → Tree α
  | leaf => leaf
  | node l v r => node r.mirror v l.mirror
def depth : Tree α → Nat
  | leaf => 0
  | node l _ r => max l.depth r.depth + 1
def flat : Tree α → List α
  | leaf => []
  | node l v r => l.flat ++ v :: r.flat
def map (f : α → β) : Tree α → Tree β
  | leaf => leaf
  | node l v r => node (l.map f) (f v) (r.map f)

theorem mirror_mirror (t : Tree α) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => rw [mirror, mirror, ihl, ihr]
theorem size_mirror (t : Tree α) : t.mirror.size = t.size := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => rw [mirror, size, size, ihl, ihr, Nat.add_right_comm, Nat.add_comm r.size, Nat.add_right_comm]
theorem depth_mirror (t : Tree α) : t.mirror.depth = t.depth := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => rw [mirror, depth, depth, ihl, ihr, Nat.max_comm]
theorem length_flat (t : Tree α) : t.flat.length = t.size := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => rw [flat, List.length_append, List.length_cons, ihl, ihr, size, Nat.add_right_comm, Nat.add_assoc]
theorem flat_mirror (t : Tree α) : t.mirror.flat = t.flat.reverse := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => simp [mirror, flat, ihl, ihr]
theorem size_map (f : α → β) (t : Tree α) : (t.map f).size = t.size := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => rw [map, size, size, ihl, ihr]
theorem flat_map (f : α → β) (t : Tree α) : (t.map f).flat = t.flat.map f := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => simp [map, flat, ihl, ihr]
theorem map_map (f : α → β) (g : β → γ) (t : Tree α) : (t.map f).map g = t.map fun x => g (f x) := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => simp only [map, ihl, ihr]
theorem map_mirror (f : α → β) (t : Tree α) : t.mirror.map f = (t.map f).mirror := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => rw [mirror, map, map, mirror, ihl, ihr]
theorem depth_le_size (t : Tree α) : t.depth ≤ t.size := by
  induction t with
  | leaf => exact Nat.le_refl 0
  | node l v r ihl ihr =>
    rw [depth, size, Nat.add_right_comm]
    refine Nat.succ_le_succ (Nat.max_le.mpr ⟨?_, ?_⟩)
    · exact Nat.le_trans ihl (Nat.le_add_right _ _)
    · exact Nat.le_trans ihr (Nat.le_add_left _ _)
end Tree
end Trees

namespace Machine
inductive Exp where
  | num (n : Nat)
  | plus (a b : Exp)
  | times (a b : Exp)
inductive Instr where
  | push (n : Nat)
  | add
  | mul
def Exp.value : Exp → Nat
  | num n => n
  | plus a b => a.value + b.value
  | times a b => a.value * b.value
def Instr.run : Instr → List Nat → List Nat
  | push n, s => n :: s
  | add, b :: a :: s => (a + b) :: s
  | mul, b :: a :: s => (a * b) :: s
  | _, s => s
def runAll : List Instr → List Nat → List Nat
  | [], s => s
  | i :: is, s => runAll is (i.run s)
def Exp.compile : Exp → List Instr
  | num n => [.push n]
  | plus a b => a.compile ++ b.compile ++ [.add]
  | times a b => a.compile ++ b.compile ++ [.mul]
def Exp.double : Exp → Exp
  | num n => num (2 * n)
  | plus a b => plus a.double b.double
  | times a b => times a.double b

theorem runAll_append (is js : List Instr) (s : List Nat) : runAll (is ++ js) s = runAll js (runAll is s) := by
  induction is generalizing s with
  | nil => rfl
  | cons i is ih => exact ih (i.run s)
theorem compile_correct (e : Exp) (s : List Nat) : runAll e.compile s = e.value :: s := by
  induction e generalizing s with
  | num n => rfl
  | plus a b iha ihb => simp [Exp.compile, runAll_append, iha, ihb, runAll, Instr.run, Exp.value]
  | times a b iha ihb => simp [Exp.compile, runAll_append, iha, ihb, runAll, Instr.run, Exp.value]
theorem compile_run (e : Exp) : runAll e.compile [] = [e.value] := compile_correct e []
theorem value_double (e : Exp) : e.double.value = 2 * e.value := by
  induction e with
  | num n => rfl
  | plus a b iha ihb => rw [Exp.double, Exp.value, Exp.value, iha, ihb, Nat.mul_add]
  | times a b iha ihb => rw [Exp.double, Exp.value, Exp.value, iha, Nat.mul_assoc]
theorem compile_nonempty (e : Exp) : e.compile ≠ [] := by
  cases e with
  | num n => simp [Exp.compile]
  | plus a b => simp [Exp.compile]
  | times a b => simp [Exp.compile]
end Machine

namespace Sorting
def insert (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert x ys
def sort : List Nat → List Nat
  | [] => []
  | x :: xs => insert x (sort xs)
/-- Each element is at most all the later ones. -/
inductive Sorted : List Nat → Prop
  | nil : Sorted []
  | cons {x : Nat} {xs : List Nat} : (∀ y, y ∈ xs → x ≤ y) → Sorted xs → Sorted (x :: xs)

theorem length_insert (x : Nat) (xs : List Nat) : (insert x xs).length = xs.length + 1 := by
  induction xs with
  | nil => rfl
  | cons y ys ih =>
    rw [insert]
    split
    · rfl
    · rw [List.length_cons, ih, List.length_cons]
theorem length_sort (xs : List Nat) : (sort xs).length = xs.length := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [sort, length_insert, ih, List.length_cons]
theorem mem_insert (x y : Nat) (xs : List Nat) : y ∈ insert x xs ↔ y = x ∨ y ∈ xs := by
  induction xs with
  | nil => simp [insert]
  | cons z zs ih =>
    rw [insert]
    split
    · simp
    · rw [List.mem_cons, ih, List.mem_cons]
      constructor
      · rintro (h | h | h)
        · exact .inr (.inl h)
        · exact .inl h
        · exact .inr (.inr h)
      · rintro (h | h | h)
        · exact .inr (.inl h)
        · exact .inl h
        · exact .inr (.inr h)
theorem mem_sort (y : Nat) (xs : List Nat) : y ∈ sort xs ↔ y ∈ xs := by
  induction xs with
  | nil => exact Iff.rfl
  | cons x xs ih => rw [sort, mem_insert, ih, List.mem_cons]
theorem sorted_insert (x : Nat) {xs : List Nat} (h : Sorted xs) : Sorted (insert x xs) := by
  induction h with
  | nil => exact .cons (fun y hy => by cases hy) .nil
  | @cons z zs hz hs ih =>
    rw [insert]
    split
    · rename_i hxz
      refine .cons (fun y hy => ?_) (.cons hz hs)
      rcases List.mem_cons.mp hy with rfl | hy
      · exact hxz
      · exact Nat.le_trans hxz (hz y hy)
    · rename_i hxz
      refine .cons (fun y hy => ?_) ih
      rcases (mem_insert x y zs).mp hy with rfl | hy
      · exact Nat.le_of_lt (Nat.not_le.mp hxz)
      · exact hz y hy
theorem sorted_sort (xs : List Nat) : Sorted (sort xs) := by
  induction xs with
  | nil => exact .nil
  | cons x xs ih => exact sorted_insert x ih
theorem insert_sorted {x : Nat} {xs : List Nat} (h : ∀ y, y ∈ xs → x ≤ y) : insert x xs = x :: xs := by
  cases xs with
  | nil => rfl
  | cons y ys => rw [insert, if_pos (h y (.head ys))]
theorem sort_of_sorted {xs : List Nat} (h : Sorted xs) : sort xs = xs := by
  induction h with
  | nil => rfl
  | cons hx _ ih => rw [sort, ih, insert_sorted hx]
theorem sort_sort (xs : List Nat) : sort (sort xs) = sort xs := sort_of_sorted (sorted_sort xs)
end Sorting

namespace Loops
def sumTo : Nat → Nat
  | 0 => 0
  | n + 1 => sumTo n + (n + 1)
def power (b : Nat) : Nat → Nat
  | 0 => 1
  | n + 1 => power b n * b
def evens : Nat → List Nat
  | 0 => []
  | n + 1 => 2 * n :: evens n
def tick (k : Nat) : StateM Nat Unit := modify (· + k)
def sumLoop (xs : List Nat) : Nat := Id.run do
  let mut s := 0
  for x in xs do
    s := s + x
  return s

theorem two_sumTo (n : Nat) : 2 * sumTo n = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sumTo, Nat.mul_add, ih, ← Nat.add_mul, Nat.mul_comm]
theorem power_eq (b n : Nat) : power b n = b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [power, ih]; rfl
theorem power_add (b m n : Nat) : power b (m + n) = power b m * power b n := by
  induction n with
  | zero => rw [Nat.add_zero, power, Nat.mul_one]
  | succ n ih => rw [← Nat.add_assoc, power, power, ih, Nat.mul_assoc]
theorem length_evens (n : Nat) : (evens n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [evens, List.length_cons, ih]
theorem tick_tick (a b s : Nat) : ((do tick a; tick b) : StateM Nat Unit).run s = ((), s + a + b) := rfl
theorem sumLoop_eq (xs : List Nat) : sumLoop xs = xs.foldl (· + ·) 0 := by simp [sumLoop]
theorem sumLoop_nil : sumLoop [] = 0 := rfl
theorem sumLoop_pair (a b : Nat) : sumLoop [a, b] = a + b := by
  rw [sumLoop_eq]
  exact congrArg (· + b) (Nat.zero_add a)
end Loops
