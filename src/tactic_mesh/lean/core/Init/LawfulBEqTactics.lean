prelude
import Init.Data.BEq
/-! This module: the steps by which `deriving ReflBEq` and `deriving LawfulBEq` prove their instances. -/
universe u

@[tactic_parser, extern "x"] opaque DerivingHelpers.tacticDeriving_ReflEq_tactic : Lean.ParserDescr
namespace DerivingHelpers
@[macro DerivingHelpers.tacticDeriving_ReflEq_tactic, extern "x"]
opaque _aux_Init_LawfulBEqTactics___macroRules_DerivingHelpers_tacticDeriving_ReflEq_tactic_1 : Lean.Macro

theorem and_true_curry {a b : Bool} {P : Prop} (h : a → b → P) : (a && b) → P := fun e =>
  match a, b, h, e with
  | true, true, h, _ => h rfl rfl
theorem deriving_lawful_beq_helper_dep {α : Type u} {x y : α} [BEq α] [ReflBEq α] {t : (x == y) = true → Bool} {P : Prop}
    (inst : (x == y) = true → x = y) (k : (h : x = y) → t (h ▸ ReflBEq.rfl) = true → P) :
    (if h : (x == y) then t h else false) = true → P := by
  by_cases h : (x == y) = true
  · rw [dif_pos h]
    exact k (inst h)
  · rw [dif_neg h]
    exact fun e => nomatch e
theorem deriving_lawful_beq_helper_nd {α : Type u} {x y : α} [BEq α] [ReflBEq α] {P : Prop}
    (inst : (x == y) = true → x = y) (k : x = y → P) : (x == y) = true → P := fun h => k (inst h)
end DerivingHelpers
