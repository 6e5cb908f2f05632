/-! Infinite magmas: terms modulo a rewriting system that ends and is confluent, which the kernel checks.

Terms and laws are those of the text before this one; a rule is a law that is used from left to right. Every rule makes
terms smaller, and every critical pair has to join; so each term has one normal form (Newman's lemma, and the critical
pair theorem of Knuth and Bendix). In the magma of terms modulo the rules a law is true if its sides have one normal
form, and false if the normal forms differ: its variables are elements there. -/

namespace FiniteMagma

instance : Magma Term := ⟨Term.op⟩

theorem Term.eval_eval {G : Type u} [Magma G] (s : Nat → Term) (v : Nat → G) (t : Term) :
    (t.eval s).eval v = t.eval (fun i => (s i).eval v) := by
  induction t with
  | var i => rfl
  | op a b iha ihb => show (a.eval s).eval v ◇ (b.eval s).eval v = _; rw [iha, ihb]; rfl

theorem Term.eval_var (t : Term) : t.eval Term.var = t := by
  induction t with
  | var i => rfl
  | op a b iha ihb => show Term.op (a.eval Term.var) (b.eval Term.var) = _; rw [iha, ihb]

theorem Term.eval_congr {G : Type u} [Magma G] {s v : Nat → G} (h : ∀ i, s i = v i) (t : Term) :
    t.eval s = t.eval v := congrArg t.eval (funext h)

def Term.same : Term → Term → Bool
  | .var i, .var j => Nat.beq i j
  | .op a b, .op c d => a.same c && b.same d
  | _, _ => false

theorem Term.eq_of_same : (s t : Term) → s.same t = true → s = t
  | .var _, .var _, h => congrArg Term.var (Nat.eq_of_beq_eq_true h)
  | .op a b, .op c d, h => by
    have both : a.same c = true ∧ b.same d = true := (Bool.and_eq_true_iff (x := a.same c)).mp h
    rw [Term.eq_of_same a c both.1, Term.eq_of_same b d both.2]
  | .var _, .op _ _, h => Bool.noConfusion h
  | .op _ _, .var _, h => Bool.noConfusion h

theorem Term.same_self : (t : Term) → t.same t = true
  | .var i => beq_self_eq_true i
  | .op a b => by rw [Term.same, Term.same_self a, Term.same_self b]; rfl

/-! Rewriting. -/

inductive Step (rules : List Law) : Term → Term → Prop where
  | root {rule : Law} (known : rule ∈ rules) (s : Nat → Term) : Step rules (rule.left.eval s) (rule.right.eval s)
  | left {a c : Term} (b : Term) : Step rules a c → Step rules (.op a b) (.op c b)
  | right (a : Term) {b c : Term} : Step rules b c → Step rules (.op a b) (.op a c)

inductive Steps (rules : List Law) : Term → Term → Prop where
  | refl (t : Term) : Steps rules t t
  | head {a b c : Term} : Step rules a b → Steps rules b c → Steps rules a c

def Joinable (rules : List Law) (s t : Term) : Prop := ∃ u, Steps rules s u ∧ Steps rules t u

section
variable {rules : List Law}

theorem Steps.trans {a b c : Term} (h : Steps rules a b) (k : Steps rules b c) : Steps rules a c := by
  induction h with
  | refl => exact k
  | head one _ ih => exact .head one (ih k)

theorem Steps.single {a b : Term} (h : Step rules a b) : Steps rules a b := .head h (.refl b)

theorem Steps.op {a b c d : Term} (h : Steps rules a c) (k : Steps rules b d) :
    Steps rules (.op a b) (.op c d) := by
  have right : Steps rules (.op c b) (.op c d) := by
    clear h
    induction k with
    | refl => exact .refl _
    | head one _ ih => exact .head (.right c one) ih
  induction h with
  | refl => exact right
  | head one _ ih => exact .head (.left b one) (ih right)

theorem Step.eval {a b : Term} (h : Step rules a b) (s : Nat → Term) : Step rules (a.eval s) (b.eval s) := by
  induction h with
  | root known v => rw [Term.eval_eval, Term.eval_eval]; exact .root known _
  | left b _ ih => exact .left (b.eval s) ih
  | right a _ ih => exact .right (a.eval s) ih

theorem Steps.eval {a b : Term} (h : Steps rules a b) (s : Nat → Term) : Steps rules (a.eval s) (b.eval s) := by
  induction h with
  | refl => exact .refl _
  | head one _ ih => exact .head (one.eval s) ih

theorem Steps.values {s v : Nat → Term} (h : ∀ i, Steps rules (s i) (v i)) :
    (t : Term) → Steps rules (t.eval s) (t.eval v)
  | .var i => h i
  | .op a b => Steps.op (Steps.values h a) (Steps.values h b)

theorem Joinable.symm {s t : Term} : Joinable rules s t → Joinable rules t s
  | ⟨u, h, k⟩ => ⟨u, k, h⟩

theorem Joinable.op_left {a c : Term} (b : Term) : Joinable rules a c → Joinable rules (.op a b) (.op c b)
  | ⟨u, h, k⟩ => ⟨.op u b, h.op (.refl b), k.op (.refl b)⟩

theorem Joinable.op_right (a : Term) {b c : Term} : Joinable rules b c → Joinable rules (.op a b) (.op a c)
  | ⟨u, h, k⟩ => ⟨.op a u, .op (.refl a) h, .op (.refl a) k⟩

/-! Matching, and normal forms by it. -/

abbrev Values := List (Nat × Term)

def Values.find? : Values → Nat → Option Term
  | [], _ => none
  | (j, t) :: rest, i => bif Nat.beq j i then some t else Values.find? rest i

def Values.get (values : Values) (i : Nat) : Term := (values.find? i).getD (.var i)

/-- Values with which the pattern becomes the term, beside those that are there. -/
def Term.match? : Term → Term → Values → Option Values
  | .var i, t, values =>
    match values.find? i with
    | none => some ((i, t) :: values)
    | some u => bif u.same t then some values else none
  | .op p q, .op a b, values =>
    match p.match? a values with
    | none => none
    | some more => q.match? b more
  | .op _ _, .var _, _ => none

def Agree (values : Values) (s : Nat → Term) : Prop := ∀ i t, values.find? i = some t → s i = t

theorem Agree.cons {values : Values} {s : Nat → Term} (h : Agree values s) (i : Nat) :
    Agree ((i, s i) :: values) s := fun j t found => by
  cases same : Nat.beq i j with
  | true =>
    have : some (s i) = some t := by simpa [Values.find?, same] using found
    rw [← Nat.eq_of_beq_eq_true same]; exact Option.some.inj this
  | false =>
    have : values.find? j = some t := by simpa [Values.find?, same] using found
    exact h j t this

theorem Term.match?_complete {s : Nat → Term} : (p : Term) → {values : Values} → Agree values s →
    ∃ more, p.match? (p.eval s) values = some more ∧ Agree more s
  | .var i, values, h => by
    cases found : values.find? i with
    | none => exact ⟨(i, s i) :: values, by simp [Term.match?, Term.eval, found], h.cons i⟩
    | some u =>
      have : u = s i := (h i u found).symm
      exact ⟨values, by simp [Term.match?, Term.eval, found, this, Term.same_self], h⟩
  | .op p q, values, h => by
    have ⟨some₁, eq₁, h₁⟩ := Term.match?_complete p h
    have ⟨some₂, eq₂, h₂⟩ := Term.match?_complete q h₁
    refine ⟨some₂, ?_, h₂⟩
    show (match p.match? (p.eval s) values with
      | none => none
      | some more => q.match? (q.eval s) more) = _
    rw [eq₁]; exact eq₂

/-- What the first rule that applies makes of a term at its root. What was matched is compared again. -/
def reduce? : List Law → Term → Option Term
  | [], _ => none
  | rule :: rest, t =>
    match rule.left.match? t [] with
    | none => reduce? rest t
    | some values =>
      bif (rule.left.eval values.get).same t then some (rule.right.eval values.get) else reduce? rest t

theorem step_of_reduce? {few : List Law} {t u : Term} (among : ∀ rule, rule ∈ few → rule ∈ rules)
    (h : reduce? few t = some u) : Step rules t u := by
  induction few with
  | nil => exact nomatch h
  | cons rule rest ih =>
    have ih := ih fun other known => among other (List.mem_cons_of_mem _ known)
    unfold reduce? at h
    split at h
    · exact ih h
    · rename_i values _
      cases same : (rule.left.eval values.get).same t with
      | false => rw [same] at h; exact ih h
      | true =>
        rw [same] at h
        have : rule.right.eval values.get = u := Option.some.inj h
        rw [← this, ← Term.eq_of_same _ _ same]
        exact .root (among rule (List.mem_cons_self ..)) _

def normal (rules : List Law) : Nat → Term → Term
  | 0, t => t
  | _ + 1, .var i => .var i
  | fuel + 1, .op a b =>
    match reduce? rules (.op (normal rules fuel a) (normal rules fuel b)) with
    | none => .op (normal rules fuel a) (normal rules fuel b)
    | some u => normal rules fuel u

theorem steps_normal : (fuel : Nat) → (t : Term) → Steps rules t (normal rules fuel t)
  | 0, t => .refl t
  | _ + 1, .var _ => .refl _
  | fuel + 1, .op a b => by
    have inside := (steps_normal fuel a).op (steps_normal fuel b)
    unfold normal
    split
    · exact inside
    · rename_i u found
      exact inside.trans (.head (step_of_reduce? (fun _ known => known) found) (steps_normal fuel u))

def joins (rules : List Law) (fuel : Nat) (s t : Term) : Bool := (normal rules fuel s).same (normal rules fuel t)

theorem joinable_of_joins {fuel : Nat} {s t : Term} (h : joins rules fuel s t = true) : Joinable rules s t :=
  ⟨normal rules fuel t, by rw [← Term.eq_of_same _ _ h]; exact steps_normal fuel s, steps_normal fuel t⟩

def noneMatches : List Law → Term → Bool
  | [], _ => true
  | rule :: rest, t =>
    match rule.left.match? t [] with
    | none => noneMatches rest t
    | some _ => false

theorem noneMatches_complete {few : List Law} {rule : Law} (known : rule ∈ few) (s : Nat → Term) :
    noneMatches few (rule.left.eval s) = false := by
  induction few with
  | nil => exact absurd known (List.not_mem_nil)
  | cons first rest ih =>
    unfold noneMatches
    split
    · rename_i none₀
      cases known with
      | head =>
        have ⟨more, found, _⟩ := Term.match?_complete (s := s) rule.left (values := []) (fun _ _ h => nomatch h)
        rw [found] at none₀; exact nomatch none₀
      | tail _ known => exact ih known
    · rfl

def irreducible (rules : List Law) : Term → Bool
  | .var i => noneMatches rules (.var i)
  | .op a b => noneMatches rules (.op a b) && (irreducible rules a && irreducible rules b)

theorem no_step_of_irreducible {t u : Term} (h : irreducible rules t = true) (step : Step rules t u) : False := by
  induction step with
  | root known s =>
    have first := noneMatches_complete known s
    revert h first
    generalize Term.eval s _ = t
    intro h first
    cases t <;> simp [irreducible, first] at h
  | left b _ ih => simp [irreducible] at h; exact ih h.2.1
  | right a _ ih => simp [irreducible] at h; exact ih h.2.2

theorem eq_of_steps {t u : Term} (h : irreducible rules t = true) (steps : Steps rules t u) : t = u := by
  cases steps with
  | refl => rfl
  | head one _ => exact (no_step_of_irreducible h one).elim

/-! Every rule makes terms smaller: it has fewer operations on the right, and no variable more often. -/

def Term.size : Term → Nat
  | .var _ => 0
  | .op a b => a.size + b.size + 1

def Term.leaves : Term → List Nat
  | .var i => [i]
  | .op a b => a.leaves ++ b.leaves

def total (f : Nat → Nat) : List Nat → Nat
  | [] => 0
  | i :: rest => f i + total f rest

theorem total_append (f : Nat → Nat) (a b : List Nat) : total f (a ++ b) = total f a + total f b := by
  induction a with
  | nil => simp [total]
  | cons i rest ih => simp [total, ih, Nat.add_assoc]

theorem Term.size_eval (s : Nat → Term) (t : Term) :
    (t.eval s).size = t.size + total (fun i => (s i).size) t.leaves := by
  induction t with
  | var i => simp [Term.eval, Term.size, Term.leaves, total]
  | op a b iha ihb =>
    show (a.eval s).size + (b.eval s).size + 1 = _
    rw [iha, ihb, Term.leaves, total_append, Term.size]
    omega

def remove? (i : Nat) : List Nat → Option (List Nat)
  | [] => none
  | j :: rest =>
    bif Nat.beq i j then some rest else
      match remove? i rest with
      | none => none
      | some less => some (j :: less)

theorem total_remove? {f : Nat → Nat} {i : Nat} : {all less : List Nat} → remove? i all = some less →
    total f all = f i + total f less
  | [], _, h => nomatch h
  | j :: rest, less, h => by
    unfold remove? at h
    cases same : Nat.beq i j with
    | true =>
      rw [same] at h
      rw [← Option.some.inj h, Nat.eq_of_beq_eq_true same]; rfl
    | false =>
      rw [same] at h
      simp only [cond_false] at h
      split at h
      · exact nomatch h
      · rename_i less' found
        rw [← Option.some.inj h]
        have := total_remove? (f := f) found
        simp only [total]
        omega

def within : List Nat → List Nat → Bool
  | [], _ => true
  | i :: rest, all =>
    match remove? i all with
    | none => false
    | some less => within rest less

theorem total_within {f : Nat → Nat} : {few all : List Nat} → within few all = true → total f few ≤ total f all
  | [], _, _ => Nat.zero_le _
  | i :: rest, all, h => by
    unfold within at h
    split at h
    · exact Bool.noConfusion h
    · rename_i less found
      rw [total_remove? (f := f) found]
      exact Nat.add_le_add_left (total_within h) _

def shrinks : List Law → Bool
  | [] => true
  | rule :: rest =>
    Nat.blt rule.right.size rule.left.size && (within rule.right.leaves rule.left.leaves && shrinks rest)

theorem shrinks_rule {few : List Law} {rule : Law} (h : shrinks few = true) (known : rule ∈ few) :
    Nat.blt rule.right.size rule.left.size = true ∧ within rule.right.leaves rule.left.leaves = true := by
  induction few with
  | nil => exact absurd known (List.not_mem_nil)
  | cons first rest ih =>
    simp only [shrinks, Bool.and_eq_true] at h
    cases known with
    | head => exact ⟨h.1, h.2.1⟩
    | tail _ known => exact ih h.2.2 known

theorem Step.size_lt (h : shrinks rules = true) {t u : Term} (step : Step rules t u) : u.size < t.size := by
  induction step with
  | root known s =>
    have ⟨less, few⟩ := shrinks_rule h known
    rw [Term.size_eval, Term.size_eval]
    exact Nat.add_lt_add_of_lt_of_le (Nat.le_of_ble_eq_true less) (total_within few)
  | left b _ ih => exact Nat.succ_lt_succ (Nat.add_lt_add_right ih _)
  | right a _ ih => exact Nat.succ_lt_succ (Nat.add_lt_add_left ih _)

/-! Critical pairs. Nothing is assumed of what `solve` puts for variables but that every solution respects it. -/

def Term.occurs (i : Nat) : Term → Bool
  | .var j => Nat.beq i j
  | .op a b => a.occurs i || b.occurs i

def Term.put (i : Nat) (t : Term) : Nat → Term := fun j => bif Nat.beq i j then t else .var j

theorem Term.eval_put {s : Nat → Term} {i : Nat} {t : Term} (h : s i = t.eval s) (u : Term) :
    (u.eval (Term.put i t)).eval s = u.eval s := by
  rw [Term.eval_eval]
  refine Term.eval_congr (fun j => ?_) u
  unfold Term.put
  cases same : Nat.beq i j with
  | true => rw [← Nat.eq_of_beq_eq_true same]; exact h.symm
  | false => rfl

theorem Term.size_of_occurs {s : Nat → Term} {i : Nat} :
    {t : Term} → t.occurs i = true → (s i).size ≤ (t.eval s).size
  | .var j, h => by rw [Nat.eq_of_beq_eq_true h]; exact Nat.le_refl _
  | .op a b, h => by
    show (s i).size ≤ (a.eval s).size + (b.eval s).size + 1
    have either : a.occurs i = true ∨ b.occurs i = true := (Bool.or_eq_true (a.occurs i) (b.occurs i)).mp h
    cases either with
    | inl h => have := Term.size_of_occurs (s := s) h; omega
    | inr h => have := Term.size_of_occurs (s := s) h; omega

/-- Whether `u` and `v` join under each substitution that solves the equations. -/
def solve (rules : List Law) (joinFuel : Nat) : Nat → List (Term × Term) → Term → Term → Bool
  | 0, _, _, _ => false
  | _ + 1, [], u, v => joins rules joinFuel u v
  | fuel + 1, (.op a b, .op c d) :: rest, u, v => solve rules joinFuel fuel ((a, c) :: (b, d) :: rest) u v
  | fuel + 1, (.op a b, .var i) :: rest, u, v => solve rules joinFuel fuel ((.var i, .op a b) :: rest) u v
  | fuel + 1, (.var i, t) :: rest, u, v =>
    bif t.same (.var i) then solve rules joinFuel fuel rest u v
    else bif t.occurs i then true
    else solve rules joinFuel fuel
      (rest.map fun pair => (pair.1.eval (Term.put i t), pair.2.eval (Term.put i t)))
      (u.eval (Term.put i t)) (v.eval (Term.put i t))

def Solves (s : Nat → Term) (equations : List (Term × Term)) : Prop :=
  ∀ pair, pair ∈ equations → pair.1.eval s = pair.2.eval s

theorem Solves.head {s : Nat → Term} {a b : Term} {rest : List (Term × Term)} (h : Solves s ((a, b) :: rest)) :
    a.eval s = b.eval s := h (a, b) (List.mem_cons_self ..)

theorem Solves.tail {s : Nat → Term} {pair : Term × Term} {rest : List (Term × Term)}
    (h : Solves s (pair :: rest)) : Solves s rest := fun other known => h other (List.mem_cons_of_mem _ known)

theorem Solves.cons {s : Nat → Term} {a b : Term} {rest : List (Term × Term)} (one : a.eval s = b.eval s)
    (h : Solves s rest) : Solves s ((a, b) :: rest) := fun pair known => by
  cases known with
  | head => exact one
  | tail _ known => exact h pair known

theorem joinable_of_solve {joinFuel : Nat} {s : Nat → Term} : (fuel : Nat) → {equations : List (Term × Term)} →
    {u v : Term} → solve rules joinFuel fuel equations u v = true → Solves s equations →
    Joinable rules (u.eval s) (v.eval s)
  | 0, _, _, _, h, _ => Bool.noConfusion h
  | fuel + 1, [], u, v, h, _ => by
    have ⟨w, left, right⟩ := joinable_of_joins (s := u) (t := v) h
    exact ⟨w.eval s, left.eval s, right.eval s⟩
  | fuel + 1, (.op a b, .op c d) :: rest, u, v, h, all => by
    have same : Term.op (a.eval s) (b.eval s) = Term.op (c.eval s) (d.eval s) := all.head
    injection same with first second
    exact joinable_of_solve fuel (equations := (a, c) :: (b, d) :: rest) h (.cons first (.cons second all.tail))
  | fuel + 1, (.op a b, .var i) :: rest, u, v, h, all =>
    joinable_of_solve fuel (equations := (.var i, .op a b) :: rest) h (.cons all.head.symm all.tail)
  | fuel + 1, (.var i, t) :: rest, u, v, h, all => by
    have value : s i = t.eval s := all.head
    unfold solve at h
    cases same : t.same (.var i) with
    | true => rw [same] at h; exact joinable_of_solve fuel h all.tail
    | false =>
      rw [same] at h
      cases inside : t.occurs i with
      | true =>
        exfalso
        cases t with
        | var j =>
          have : i = j := Nat.eq_of_beq_eq_true inside
          rw [this, Term.same_self] at same
          exact Bool.noConfusion same
        | op a b =>
          have size : (s i).size = (a.eval s).size + (b.eval s).size + 1 := congrArg Term.size value
          have either : a.occurs i = true ∨ b.occurs i = true := (Bool.or_eq_true (a.occurs i) (b.occurs i)).mp inside
          cases either with
          | inl k => have := Term.size_of_occurs (s := s) k; omega
          | inr k => have := Term.size_of_occurs (s := s) k; omega
      | false =>
        rw [inside] at h
        have found := joinable_of_solve (s := s) fuel h (fun pair known => by
          have ⟨old, among, is⟩ := List.mem_map.mp known
          rw [← is, Term.eval_put value, Term.eval_put value]
          exact all.tail old among)
        rwa [Term.eval_put value, Term.eval_put value] at found

/-- A term with a hole, from the hole outwards: whether the hole is on the left, and what stands on the other side. -/
abbrev Frames := List (Bool × Term)

def plug : Frames → Term → Term
  | [], t => t
  | (true, b) :: rest, t => plug rest (.op t b)
  | (false, a) :: rest, t => plug rest (.op a t)

def Frames.eval (frames : Frames) (s : Nat → Term) : Frames := frames.map fun frame => (frame.1, frame.2.eval s)

theorem eval_plug (s : Nat → Term) : (frames : Frames) → (t : Term) →
    (plug frames t).eval s = plug (frames.eval s) (t.eval s)
  | [], _ => rfl
  | (true, b) :: rest, t => eval_plug s rest (.op t b)
  | (false, a) :: rest, t => eval_plug s rest (.op a t)

/-- The variables of two rules are kept apart: even and odd. -/
def Term.even (t : Term) : Term := t.eval fun i => .var (2 * i)
def Term.odd (t : Term) : Term := t.eval fun i => .var (2 * i + 1)
def Frames.odd (frames : Frames) : Frames := frames.eval fun i => .var (2 * i + 1)

def mixed (even odd : Nat → Term) (i : Nat) : Term := bif Nat.beq (i % 2) 0 then even (i / 2) else odd (i / 2)

theorem mixed_even (s v : Nat → Term) (i : Nat) : mixed s v (2 * i) = s i := by
  have zero : 2 * i % 2 = 0 := by omega
  have half : 2 * i / 2 = i := by omega
  rw [mixed, zero, half]; rfl

theorem mixed_odd (s v : Nat → Term) (i : Nat) : mixed s v (2 * i + 1) = v i := by
  have one : (2 * i + 1) % 2 = 1 := by omega
  have half : (2 * i + 1) / 2 = i := by omega
  rw [mixed, one, half]; rfl

theorem eval_even (s v : Nat → Term) (t : Term) : t.even.eval (mixed s v) = t.eval s := by
  rw [Term.even, Term.eval_eval]
  exact Term.eval_congr (mixed_even s v) t

theorem eval_odd (s v : Nat → Term) (t : Term) : t.odd.eval (mixed s v) = t.eval v := by
  rw [Term.odd, Term.eval_eval]
  exact Term.eval_congr (mixed_odd s v) t

theorem Frames.eval_odd (s v : Nat → Term) : (frames : Frames) → frames.odd.eval (mixed s v) = frames.eval v
  | [] => rfl
  | (side, t) :: rest => by
    show (side, t.odd.eval (mixed s v)) :: Frames.eval (Frames.odd rest) (mixed s v) =
      (side, t.eval v) :: Frames.eval rest v
    rw [FiniteMagma.eval_odd, Frames.eval_odd s v rest]

/-- Whether the critical pairs of all of `few` with a product `q` join: it stands in `frames`, and the whole is the
left side of a rule whose right side is `r`. -/
def pairsJoin (rules : List Law) (fuel : Nat) (q : Term) (frames : Frames) (r : Term) : List Law → Bool
  | [] => true
  | rule :: rest =>
    solve rules fuel fuel [(rule.left.even, q.odd)] (plug frames.odd rule.right.even) r.odd &&
      pairsJoin rules fuel q frames r rest

theorem joinable_of_pairsJoin {fuel : Nat} {q r : Term} {frames : Frames} {few : List Law} {rule : Law}
    (h : pairsJoin rules fuel q frames r few = true) (known : rule ∈ few) {s v : Nat → Term}
    (same : rule.left.eval s = q.eval v) : Joinable rules (plug (frames.eval v) (rule.right.eval s)) (r.eval v) := by
  induction few with
  | nil => exact absurd known (List.not_mem_nil)
  | cons first rest ih =>
    simp only [pairsJoin, Bool.and_eq_true] at h
    cases known with
    | head =>
      have found := joinable_of_solve (s := mixed s v) fuel h.1 (.cons (by rw [eval_even, eval_odd, same])
        (fun _ known => absurd known (List.not_mem_nil)))
      rwa [eval_plug, Frames.eval_odd, eval_even, eval_odd] at found
    | tail _ known => exact ih h.2 known

def overlapsJoin (rules : List Law) (fuel : Nat) (r : Term) : Term → Frames → Bool
  | .var _, _ => true
  | .op a b, frames =>
    pairsJoin rules fuel (.op a b) frames r rules &&
      (overlapsJoin rules fuel r a ((true, b) :: frames) && overlapsJoin rules fuel r b ((false, a) :: frames))

/-- A step in an instance of a rule's left side is inside a variable's value, or makes a critical pair. -/
theorem overlap {fuel : Nat} {r : Term} {s : Nat → Term} : (q : Term) → {frames : Frames} → {w : Term} →
    overlapsJoin rules fuel r q frames = true → Step rules (q.eval s) w →
    (∃ v : Nat → Term, (∀ i, Steps rules (s i) (v i)) ∧ Steps rules w (q.eval v)) ∨
      Joinable rules (plug (frames.eval s) w) (r.eval s)
  | .var i, frames, w, _, step => by
    refine .inl ⟨fun j => bif Nat.beq i j then w else s j, fun j => ?_, ?_⟩
    · show Steps rules (s j) (bif Nat.beq i j then w else s j)
      cases same : Nat.beq i j with
      | true => rw [← Nat.eq_of_beq_eq_true same]; exact .single step
      | false => exact .refl _
    · show Steps rules w (bif Nat.beq i i then w else s i)
      have : Nat.beq i i = true := beq_self_eq_true i
      rw [this]; exact .refl w
  | .op a b, frames, w, h, step => by
    simp only [overlapsJoin, Bool.and_eq_true] at h
    have whole : Term.eval s (.op a b) = .op (a.eval s) (b.eval s) := rfl
    generalize is : Term.eval s (.op a b) = t at step
    cases step with
    | root known v => exact .inr (joinable_of_pairsJoin h.1 known is.symm)
    | left d inner =>
      rw [whole] at is
      injection is with first second
      subst first second
      cases overlap a h.2.1 inner with
      | inl inside =>
        have ⟨v, steps, to⟩ := inside
        exact .inl ⟨v, steps, to.op (Steps.values steps b)⟩
      | inr pair => exact .inr pair
    | right d inner =>
      rw [whole] at is
      injection is with first second
      subst first second
      cases overlap b h.2.2 inner with
      | inl inside =>
        have ⟨v, steps, to⟩ := inside
        exact .inl ⟨v, steps, (Steps.values steps a).op to⟩
      | inr pair => exact .inr pair

def allOverlapsJoin (rules : List Law) (fuel : Nat) : List Law → Bool
  | [] => true
  | rule :: rest => overlapsJoin rules fuel rule.right rule.left [] && allOverlapsJoin rules fuel rest

theorem joinable_of_root {fuel : Nat} {few : List Law} {rule : Law} (h : allOverlapsJoin rules fuel few = true)
    (among : rule ∈ few) (known : rule ∈ rules) {s : Nat → Term} {w : Term}
    (step : Step rules (rule.left.eval s) w) : Joinable rules w (rule.right.eval s) := by
  induction few with
  | nil => exact absurd among (List.not_mem_nil)
  | cons first rest ih =>
    simp only [allOverlapsJoin, Bool.and_eq_true] at h
    cases among with
    | tail _ among => exact ih h.2 among
    | head =>
      cases overlap rule.left h.1 step with
      | inr pair => exact pair
      | inl inside =>
        have ⟨v, steps, to⟩ := inside
        exact ⟨rule.right.eval v, to.trans (.single (.root known v)), Steps.values steps rule.right⟩

theorem joinable_of_steps {fuel : Nat} (h : allOverlapsJoin rules fuel rules = true) {t a b : Term}
    (one : Step rules t a) (other : Step rules t b) : Joinable rules a b := by
  induction one generalizing b with
  | root known s => exact (joinable_of_root h known known other).symm
  | left d inner ih =>
    have whole := Step.left d inner
    revert whole
    generalize is : Term.op _ d = t at other
    intro whole
    cases other with
    | root known s => exact joinable_of_root h known known whole
    | left e inner' => injection is with first second; subst first second; exact (ih inner').op_left d
    | right e inner' =>
      injection is with first second
      subst first second
      exact ⟨_, .single (.right _ inner'), .single (.left _ inner)⟩
  | right d inner ih =>
    have whole := Step.right d inner
    revert whole
    generalize is : Term.op d _ = t at other
    intro whole
    cases other with
    | root known s => exact joinable_of_root h known known whole
    | right e inner' => injection is with first second; subst first second; exact (ih inner').op_right d
    | left e inner' =>
      injection is with first second
      subst first second
      exact ⟨_, .single (.left _ inner'), .single (.right _ inner)⟩

/-- Whether the rules make terms smaller and all their critical pairs join. -/
def complete (rules : List Law) (fuel : Nat) : Bool := shrinks rules && allOverlapsJoin rules fuel rules

/-- Newman's lemma. -/
theorem confluent {fuel : Nat} (h : complete rules fuel = true) :
    (size : Nat) → {t a b : Term} → t.size ≤ size → Steps rules t a → Steps rules t b → Joinable rules a b
  | size, t, a, b, small, one, other => by
    have both : shrinks rules = true ∧ allOverlapsJoin rules fuel rules = true :=
      (Bool.and_eq_true_iff (x := shrinks rules)).mp h
    cases one with
    | refl => exact ⟨b, other, .refl b⟩
    | head first one =>
      rename_i c
      cases other with
      | refl => exact ⟨a, .refl a, .head first one⟩
      | head second other =>
        rename_i d
        have less := first.size_lt both.1
        have less' := second.size_lt both.1
        cases size with
        | zero => omega
        | succ size =>
          have ⟨e, fromC, fromD⟩ := joinable_of_steps both.2 first second
          have ⟨f, fromA, fromE⟩ := confluent h size (by omega) one fromC
          have ⟨g, fromF, fromB⟩ := confluent h size (by omega) (fromD.trans fromE) other
          exact ⟨g, fromA.trans fromF, fromB⟩

end

/-! The magma of terms modulo the rules. -/

def Terms (rules : List Law) : Type := Quot (Step rules)

def Terms.of (rules : List Law) (t : Term) : Terms rules := Quot.mk _ t

/-- The first values of an assignment; all others are a variable. -/
def Terms.values {rules : List Law} : List (Terms rules) → Nat → Terms rules
  | [], _ => Terms.of rules (.var 0)
  | x :: _, 0 => x
  | _ :: rest, i + 1 => values rest i

section
variable {rules : List Law}

instance : Magma (Terms rules) where
  op := Quot.lift
    (fun a => Quot.lift (fun b => Terms.of rules (.op a b)) fun _ _ step => Quot.sound (.right a step))
    fun _ _ step => funext fun b => Quot.inductionOn b fun b => Quot.sound (.left b step)

theorem eval_of (s : Nat → Term) (t : Term) : t.eval (fun i => Terms.of rules (s i)) = Terms.of rules (t.eval s) := by
  induction t with
  | var i => rfl
  | op a b iha ihb =>
    show a.eval _ ◇ b.eval _ = _
    rw [iha, ihb]; rfl

theorem of_eq_of_steps {s t : Term} (h : Steps rules s t) : Terms.of rules s = Terms.of rules t := by
  induction h with
  | refl => rfl
  | head one _ ih => exact (Quot.sound one).trans ih

theorem joinable_of_of_eq {fuel : Nat} (h : complete rules fuel = true) {s t : Term}
    (same : Terms.of rules s = Terms.of rules t) : Joinable rules s t := by
  have respects : ∀ a b, Step rules a b → Joinable rules s a = Joinable rules s b := fun a b step => by
    refine propext ⟨fun ⟨u, fromS, fromA⟩ => ?_, fun ⟨u, fromS, fromB⟩ => ⟨u, fromS, .head step fromB⟩⟩
    have ⟨v, fromU, fromB⟩ := confluent h a.size (Nat.le_refl _) fromA (.single step)
    exact ⟨v, fromS.trans fromU, fromB⟩
  have transported : Joinable rules s s = Joinable rules s t :=
    congrArg (Quot.lift (Joinable rules s) respects) same
  rw [← transported]
  exact ⟨s, .refl s, .refl s⟩

theorem law_of_joins {fuel : Nat} {l r : Term} (h : joins rules fuel l r = true) (v : Nat → Terms rules) :
    l.eval v = r.eval v := by
  have ⟨s, is⟩ : ∃ s : Nat → Term, v = fun i => Terms.of rules (s i) :=
    ⟨fun i => (v i).exists_rep.choose, funext fun i => (v i).exists_rep.choose_spec.symm⟩
  have ⟨u, left, right⟩ := joinable_of_joins h
  rw [is, eval_of, eval_of, of_eq_of_steps (left.eval s), of_eq_of_steps (right.eval s)]

/-- Whether the normal forms of two terms differ. -/
def splits (rules : List Law) (fuel : Nat) (l r : Term) : Bool :=
  irreducible rules (normal rules fuel l) && (irreducible rules (normal rules fuel r) &&
    !(normal rules fuel l).same (normal rules fuel r))

theorem no_law_of_splits {fuel joinFuel : Nat} {l r : Term} (h : complete rules fuel = true)
    (differ : splits rules joinFuel l r = true) : ¬ ∀ v : Nat → Terms rules, l.eval v = r.eval v := by
  intro law
  have same := law fun i => Terms.of rules (.var i)
  rw [eval_of, eval_of, Term.eval_var, Term.eval_var, of_eq_of_steps (steps_normal joinFuel l),
    of_eq_of_steps (steps_normal joinFuel r)] at same
  simp only [splits, Bool.and_eq_true] at differ
  have ⟨u, left, right⟩ := joinable_of_of_eq h same
  rw [eq_of_steps differ.1 left, ← eq_of_steps differ.2.1 right, Term.same_self] at differ
  exact Bool.noConfusion differ.2.2

def allJoin (rules : List Law) (fuel : Nat) : List Law → Bool
  | [] => true
  | law :: rest => joins rules fuel law.left law.right && allJoin rules fuel rest

theorem allHold_of_allJoin {fuel : Nat} : (laws : List Law) → allJoin rules fuel laws = true →
    AllHold (Terms rules) laws
  | [], _ => trivial
  | law :: rest, h => by
    simp only [allJoin, Bool.and_eq_true] at h
    exact ⟨law_of_joins h.1, allHold_of_allJoin rest h.2⟩

def allSplit (rules : List Law) (fuel : Nat) : List Law → Bool
  | [] => true
  | law :: rest => splits rules fuel law.left law.right && allSplit rules fuel rest

theorem noneHolds_of_allSplit {fuel joinFuel : Nat} (h : complete rules fuel = true) : (laws : List Law) →
    allSplit rules joinFuel laws = true → NoneHolds (Terms rules) laws
  | [], _ => trivial
  | law :: rest, k => by
    simp only [allSplit, Bool.and_eq_true] at k
    exact ⟨no_law_of_splits h k.1, noneHolds_of_allSplit h rest k.2⟩

end
end FiniteMagma
