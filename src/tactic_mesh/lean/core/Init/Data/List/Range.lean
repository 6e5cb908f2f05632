prelude
import Init.Data.List.Zip
/-! Laws of `range`, `range'` and `zipIdx`. -/
universe u v
variable {α : Type u} {β : Type v}
namespace List

/-! ## `range'` -/
@[simp] theorem range'_one {s step : Nat} : range' s 1 step = [s] := rfl
@[simp] theorem length_range' {s step : Nat} : ∀ {n : Nat}, length (range' s n step) = n := by
  intro n
  induction n generalizing s with
  | zero => rfl
  | succ n ih => exact congrArg (· + 1) ih
@[simp] theorem range'_eq_nil_iff {s n step : Nat} : range' s n step = [] ↔ n = 0 := by
  rw [← length_eq_zero_iff, length_range']
theorem getElem?_range' {s step : Nat} : ∀ {i n : Nat}, i < n → (range' s n step)[i]? = some (s + step * i) := by
  intro i n h
  induction n generalizing s i with
  | zero => exact absurd h (Nat.not_succ_le_zero _)
  | succ n ih =>
    cases i with
    | zero => rfl
    | succ i =>
      show (range' (s + step) n step)[i]? = _
      rw [ih (Nat.le_of_succ_le_succ h), Nat.mul_add, Nat.mul_one, Nat.add_assoc, Nat.add_comm step]
@[simp] theorem getElem_range' {n m step i : Nat} (h : i < (range' n m step).length) : (range' n m step)[i] = n + step * i :=
  getElem_eq_iff.mpr (getElem?_range' (length_range' (s := n) (n := m) (step := step) ▸ h))
theorem mem_range' {m s step : Nat} {n : Nat} : m ∈ range' s n step ↔ ∃ i, i < n ∧ m = s + step * i := by
  rw [mem_iff_getElem]
  constructor
  · rintro ⟨i, h, rfl⟩
    exact ⟨i, length_range' (s := s) (n := n) (step := step) ▸ h, getElem_range' h⟩
  · rintro ⟨i, h, rfl⟩
    exact ⟨i, length_range'.symm ▸ h, getElem_range' _⟩
@[simp] theorem mem_range'_1 {m s n : Nat} : m ∈ range' s n ↔ s ≤ m ∧ m < s + n := by
  rw [mem_range']
  constructor
  · rintro ⟨i, h, rfl⟩
    rw [Nat.one_mul]
    exact ⟨Nat.le_add_right s i, Nat.add_lt_add_left h s⟩
  · rintro ⟨h, k⟩
    refine ⟨m - s, Nat.sub_lt_left_of_lt_add h k, ?_⟩
    rw [Nat.one_mul, Nat.add_sub_of_le h]
theorem map_add_range' {a : Nat} (s n step : Nat) : map (a + ·) (range' s n step) = range' (a + s) n step := by
  induction n generalizing s with
  | zero => rfl
  | succ n ih => rw [range'_succ, map_cons, ih, range'_succ, Nat.add_assoc]
theorem range'_append {s m n step : Nat} : range' s m step ++ range' (s + step * m) n step = range' s (m + n) step := by
  induction m generalizing s with
  | zero => rw [Nat.mul_zero, Nat.zero_add]; rfl
  | succ m ih =>
    have e : s + step * (m + 1) = s + step + step * m := by
      rw [Nat.mul_add, Nat.mul_one, Nat.add_assoc, Nat.add_comm step]
    rw [Nat.add_right_comm, range'_succ, range'_succ, cons_append, e, ih]
@[simp] theorem range'_append_1 {s m n : Nat} : range' s m ++ range' (s + m) n = range' s (m + n) := by
  have h := range'_append (s := s) (m := m) (n := n) (step := 1)
  rwa [Nat.one_mul] at h
theorem range'_concat {s n step : Nat} : range' s (n + 1) step = range' s n step ++ [s + step * n] := range'_append.symm
theorem range'_1_concat {s n : Nat} : range' s (n + 1) = range' s n ++ [s + n] := range'_append_1.symm

/-! ## `range` -/
theorem range_loop_range' {s n : Nat} : range.loop s (range' s n) = range' 0 (n + s) := by
  induction s generalizing n with
  | zero => rfl
  | succ s ih =>
    show range.loop s (range' s (n + 1)) = _
    rw [ih, Nat.add_right_comm]; rfl
theorem range_eq_range' {n : Nat} : range n = range' 0 n := (range_loop_range' (s := n) (n := 0)).trans (by rw [Nat.zero_add])
@[simp] theorem length_range {n : Nat} : (range n).length = n := by rw [range_eq_range', length_range']
@[simp] theorem range_eq_nil {n : Nat} : range n = [] ↔ n = 0 := by rw [range_eq_range', range'_eq_nil_iff]
@[simp] theorem mem_range {m n : Nat} : m ∈ range n ↔ m < n := by
  rw [range_eq_range', mem_range'_1, Nat.zero_add]
  exact ⟨And.right, fun h => ⟨Nat.zero_le m, h⟩⟩
theorem not_mem_range_self {n : Nat} : ¬n ∈ range n := fun h => Nat.lt_irrefl n (mem_range.mp h)
theorem self_mem_range_succ {n : Nat} : n ∈ range (n + 1) := mem_range.mpr (Nat.lt_succ_self n)
theorem getElem?_range {m n : Nat} (h : m < n) : (range n)[m]? = some m := by
  rw [range_eq_range', getElem?_range' h, Nat.one_mul, Nat.zero_add]
@[simp] theorem getElem_range {n m : Nat} (h : m < (range n).length) : (range n)[m] = m :=
  getElem_eq_iff.mpr (getElem?_range (length_range (n := n) ▸ h))
theorem range_succ {n : Nat} : range (n + 1) = range n ++ [n] := by
  rw [range_eq_range', range_eq_range', range'_1_concat, Nat.zero_add]
theorem range_succ_eq_map {n : Nat} : range (n + 1) = 0 :: map Nat.succ (range n) := by
  rw [range_eq_range', range_eq_range', range'_succ]
  have h := map_add_range' (a := 1) 0 n 1
  rw [← h]
  exact congrArg (cons 0) (congrArg (map · _) (funext fun x => Nat.add_comm 1 x))
theorem range'_eq_map_range {s n : Nat} : range' s n = map (s + ·) (range n) := by
  rw [range_eq_range', map_add_range']; rfl
theorem range_add {n m : Nat} : range (n + m) = range n ++ (range m).map (n + ·) := by
  rw [← range'_eq_map_range, range_eq_range', range_eq_range']
  exact (range'_append_1 (s := 0) (m := n) (n := m)).symm.trans (by rw [Nat.zero_add])
theorem take_range {i n : Nat} : take i (range n) = range (min i n) := by
  apply ext_getElem
  · rw [length_take, length_range, length_range]
  · intro j h₁ h₂
    rw [getElem_take, getElem_range, getElem_range]
theorem head?_range {n : Nat} : (range n).head? = if n = 0 then none else some 0 := by
  rw [range_eq_range']; cases n <;> rfl
theorem getLast?_range {n : Nat} : (range n).getLast? = if n = 0 then none else some (n - 1) := by
  cases n with
  | zero => rfl
  | succ n => rw [range_succ, getLast?_concat]; rfl
theorem map_getElem_range {l : List α} {d : α} : (range l.length).map (fun i => l.getD i d) = l := by
  apply ext_getElem
  · rw [length_map, length_range]
  · intro i h₁ h₂
    rw [getElem_map, getElem_range, getD_eq_getElem?_getD, getElem?_eq_getElem h₂]; rfl

/-! ## `zipIdx` and `mapIdx` -/
@[simp] theorem length_zipIdx {l : List α} {n : Nat} : (zipIdx l n).length = l.length := by
  induction l generalizing n with
  | nil => rfl
  | cons a l ih => exact congrArg (· + 1) ih
@[simp] theorem zipIdx_eq_nil_iff {l : List α} {i : Nat} : l.zipIdx i = [] ↔ l = [] := by
  rw [← length_eq_zero_iff, length_zipIdx, length_eq_zero_iff]
@[simp] theorem getElem?_zipIdx : ∀ {l : List α} {i j : Nat}, (zipIdx l i)[j]? = l[j]?.map fun a => (a, i + j)
  | [], _, _ => rfl
  | _ :: _, _, 0 => rfl
  | _ :: l, i, j + 1 => (getElem?_zipIdx (l := l) (i := i + 1) (j := j)).trans (by rw [Nat.add_right_comm]; rfl)
@[simp] theorem getElem_zipIdx {l : List α} {i j : Nat} (h : i < (l.zipIdx j).length) :
    (l.zipIdx j)[i] = (l[i]'(length_zipIdx (l := l) ▸ h), j + i) := by
  rw [getElem_eq_iff, getElem?_zipIdx, getElem?_eq_getElem (length_zipIdx (l := l) ▸ h)]; rfl
@[simp] theorem map_fst_zipIdx {l : List α} {n : Nat} : map Prod.fst (zipIdx l n) = l := by
  induction l generalizing n with
  | nil => rfl
  | cons a l ih => exact congrArg (cons a) ih
@[simp] theorem zipIdx_map_fst (i : Nat) (l : List α) : map Prod.fst (zipIdx l i) = l := map_fst_zipIdx
@[simp] theorem zipIdx_map_snd (i : Nat) (l : List α) : map Prod.snd (zipIdx l i) = range' i l.length := by
  induction l generalizing i with
  | nil => rfl
  | cons a l ih => exact congrArg (cons i) (ih (i + 1))
theorem zipIdx_eq_zip_range' {l : List α} {i : Nat} : l.zipIdx i = l.zip (range' i l.length) := by
  induction l generalizing i with
  | nil => rfl
  | cons a l ih => rw [zipIdx_cons, ih]; rfl
theorem zipIdx_append {xs ys : List α} {k : Nat} : zipIdx (xs ++ ys) k = zipIdx xs k ++ zipIdx ys (k + xs.length) := by
  induction xs generalizing k with
  | nil => rfl
  | cons a xs ih => rw [cons_append, zipIdx_cons, ih, zipIdx_cons, length_cons, Nat.add_right_comm, Nat.add_assoc]; rfl
@[simp] theorem mapIdx_nil {f : Nat → α → β} : mapIdx f [] = [] := rfl
private theorem length_mapIdx_go {f : Nat → α → β} {l : List α} {i : Nat} : (mapIdx.go f l i).length = l.length := by
  induction l generalizing i with
  | nil => rfl
  | cons a l ih => exact congrArg (· + 1) ih
@[simp] theorem length_mapIdx {f : Nat → α → β} {l : List α} : (l.mapIdx f).length = l.length := length_mapIdx_go
private theorem getElem?_mapIdx_go {f : Nat → α → β} : ∀ {l : List α} {i j : Nat}, (mapIdx.go f l i)[j]? = l[j]?.map (f (i + j))
  | [], _, _ => rfl
  | _ :: _, _, 0 => rfl
  | _ :: l, i, j + 1 => (getElem?_mapIdx_go (l := l) (i := i + 1) (j := j)).trans (by rw [Nat.add_right_comm]; rfl)
@[simp] theorem getElem?_mapIdx {f : Nat → α → β} {l : List α} {i : Nat} : (l.mapIdx f)[i]? = Option.map (f i) l[i]? :=
  getElem?_mapIdx_go.trans (by rw [Nat.zero_add])
@[simp] theorem getElem_mapIdx {f : Nat → α → β} {l : List α} {i : Nat} {h : i < (l.mapIdx f).length} :
    (l.mapIdx f)[i] = f i (l[i]'(length_mapIdx (f := f) (l := l) ▸ h)) := by
  rw [getElem_eq_iff, getElem?_mapIdx, getElem?_eq_getElem (length_mapIdx (f := f) (l := l) ▸ h)]; rfl
end List
