prelude
import Init.Core
/-! Pairs: when they are equal, mapping over their components, deciding and comparing them. -/

universe u v w x

namespace Prod
variable {α : Type u} {β : Type v} {γ : Type w} {δ : Type x}

instance instDecidableEqProd [DecidableEq α] [DecidableEq β] : DecidableEq (α × β) := fun (a, b) (c, d) =>
  match decEq a c with
  | isFalse n => isFalse fun h => n (congrArg fst h)
  | isTrue h =>
    match decEq b d with
    | isFalse n => isFalse fun k => n (congrArg snd k)
    | isTrue k => isTrue (by rw [h, k])
end Prod

instance instBEqProd {α : Type u} {β : Type v} [BEq α] [BEq β] : BEq (α × β) := ⟨fun (a, b) (c, d) => a == c && b == d⟩

/-- Pairs are compared lexicographically where an order is asked for by this definition. -/
instance Prod.Lex.instDecidableRelOfDecidableEq {α : Type u} {β : Type v} {r : α → α → Prop} {s : β → β → Prop} [DecidableEq α]
    [DecidableRel r] [DecidableRel s] : DecidableRel (Prod.Lex r s) := fun _ _ =>
  decidable_of_decidable_of_iff Prod.lex_def.symm

namespace Prod
variable {α : Type u} {β : Type v} {γ : Type w} {δ : Type x}

def lexLt [LT α] [LT β] (s : α × β) (t : α × β) : Prop := s.1 < t.1 ∨ (s.1 = t.1 ∧ s.2 < t.2)
instance lexLtDec [LT α] [LT β] [DecidableEq α] [(a b : α) → Decidable (a < b)] [(a b : β) → Decidable (a < b)] :
    (s t : α × β) → Decidable (lexLt s t) := fun _ _ => inferInstanceAs (Decidable (_ ∨ _))
theorem lexLt_def [LT α] [LT β] (s t : α × β) : lexLt s t = (s.1 < t.1 ∨ (s.1 = t.1 ∧ s.2 < t.2)) := rfl

@[simp] protected theorem eta (p : α × β) : (p.1, p.2) = p := rfl
@[ext] protected theorem ext : {p q : α × β} → (fst : p.fst = q.fst) → (snd : p.snd = q.snd) → p = q
  | (_, _), (_, _), rfl, rfl => rfl
theorem mk.eta' (p : α × β) : Prod.mk p.1 p.2 = p := rfl
@[simp] protected theorem «forall» {p : α × β → Prop} : (∀ x, p x) ↔ ∀ a b, p (a, b) := ⟨fun h a b => h (a, b), fun h x => h x.1 x.2⟩
@[simp] protected theorem «exists» {p : α × β → Prop} : (∃ x, p x) ↔ ∃ a b, p (a, b) :=
  ⟨fun ⟨x, h⟩ => ⟨x.1, x.2, h⟩, fun ⟨a, b, h⟩ => ⟨(a, b), h⟩⟩

/-- Apply one function to each component. -/
def map (f : α → γ) (g : β → δ) : α × β → γ × δ
  | (a, b) => (f a, g b)
@[simp] theorem map_apply (f : α → γ) (g : β → δ) (x) (y) : Prod.map f g (x, y) = (f x, g y) := rfl
@[simp] theorem map_fst (f : α → γ) (g : β → δ) (x) : (Prod.map f g x).1 = f x.1 := rfl
@[simp] theorem map_snd (f : α → γ) (g : β → δ) (x) : (Prod.map f g x).2 = g x.2 := rfl
@[simp] theorem map_id : Prod.map (@id α) (@id β) = id := rfl
@[simp] theorem map_id' : Prod.map (fun a : α => a) (fun b : β => b) = fun x => x := rfl
theorem map_comp_map {ε : Type u} {ζ : Type v} (f : α → γ) (f' : β → δ) (g : γ → ε) (g' : δ → ζ) :
    Prod.map g g' ∘ Prod.map f f' = Prod.map (g ∘ f) (g' ∘ f') := rfl
theorem map_map {ε : Type u} {ζ : Type v} (f : α → γ) (f' : β → δ) (g : γ → ε) (g' : δ → ζ) (x : α × β) :
    Prod.map g g' (Prod.map f f' x) = Prod.map (fun x => g (f x)) (fun x => g' (f' x)) x := rfl

/-- The components exchanged. -/
def swap : α × β → β × α := fun p => (p.2, p.1)
@[simp] theorem swap_swap : ∀ x : α × β, swap (swap x) = x := fun _ => rfl
@[simp] theorem fst_swap {p : α × β} : (swap p).1 = p.2 := rfl
@[simp] theorem snd_swap {p : α × β} : (swap p).2 = p.1 := rfl
@[simp] theorem swap_prod_mk {a : α} {b : β} : swap (a, b) = (b, a) := rfl
@[simp] theorem swap_swap_eq : swap ∘ swap = @id (α × β) := rfl
@[simp] theorem swap_inj {p q : α × β} : swap p = swap q ↔ p = q :=
  ⟨fun h => congrArg swap h, fun h => congrArg swap h⟩
end Prod

theorem Prod.eq_iff_fst_eq_snd_eq : ∀ {p q : α × β}, p = q ↔ p.1 = q.1 ∧ p.2 = q.2 :=
  ⟨fun h => ⟨congrArg Prod.fst h, congrArg Prod.snd h⟩, fun ⟨h, k⟩ => Prod.ext h k⟩
instance instLawfulBEqProd {α : Type u} {β : Type v} [BEq α] [BEq β] [LawfulBEq α] [LawfulBEq β] : LawfulBEq (α × β) where
  rfl {a} := by
    show (a.1 == a.1 && a.2 == a.2) = true
    rw [beq_self_eq_true, beq_self_eq_true]; rfl
  eq_of_beq {a b} (h : (a.1 == b.1 && a.2 == b.2) = true) :=
    Prod.ext (eq_of_beq (Bool.and_elim_left h)) (eq_of_beq (Bool.and_elim_right h))
