prelude
import Init.Core
/-! The settings that tactics take between parentheses or after `+` and `-`. Compiled code reads them by
field name and constructor position, so the order of the fields is part of the interface. -/

namespace Lean

structure NameGenerator where
  namePrefix : Name := .mkStr1 "_uniq"
  idx : Nat := 1

structure Module where
  header : Syntax
  commands : Array Syntax

namespace Meta

/-- Which constants may be unfolded while terms are compared. -/
inductive TransparencyMode where
  | all
  | default
  | reducible
  | instances
  | none
  | implicit

/-- For which structures `⟨s.1, s.2⟩` and `s` count as equal. -/
inductive EtaStructMode where
  | all
  | notClasses
  | none

/-- Which of the matching places `rw` rewrites; places are counted from one. -/
inductive Occurrences where
  | all
  | pos (idxs : List Nat)
  | neg (idxs : List Nat)

instance : Inhabited TransparencyMode := ⟨.default⟩
instance : Inhabited EtaStructMode := ⟨.all⟩
instance : Inhabited Occurrences := ⟨.all⟩
instance : Coe (List Nat) Occurrences := ⟨.pos⟩

/-- In which order `apply` leaves the arguments it could not find. -/
inductive ApplyNewGoals where
  | nonDependentFirst
  | nonDependentOnly
  | all

structure ApplyConfig where
  newGoals : ApplyNewGoals := .nonDependentFirst
  synthAssignedInstances : Bool := true
  allowSynthFailures : Bool := false
  approx : Bool := true

/-- Settings of `dsimp`. -/
structure DSimp.Config where
  zeta : Bool := true
  beta : Bool := true
  eta : Bool := true
  etaStruct : EtaStructMode := .all
  iota : Bool := true
  proj : Bool := true
  decide : Bool := false
  autoUnfold : Bool := false
  failIfUnchanged : Bool := true
  unfoldPartialApp : Bool := false
  zetaDelta : Bool := false
  index : Bool := true
  zetaUnused : Bool := true
  zetaHave : Bool := true
  locals : Bool := false
  instances : Bool := false

namespace Simp

def defaultMaxSteps : Nat := 100000

/-- Settings of `simp`. -/
structure Config where
  maxSteps : Nat := defaultMaxSteps
  maxDischargeDepth : Nat := 2
  contextual : Bool := false
  memoize : Bool := true
  singlePass : Bool := false
  zeta : Bool := true
  beta : Bool := true
  eta : Bool := true
  etaStruct : EtaStructMode := .all
  iota : Bool := true
  proj : Bool := true
  decide : Bool := false
  arith : Bool := false
  autoUnfold : Bool := false
  dsimp : Bool := true
  failIfUnchanged : Bool := true
  ground : Bool := false
  unfoldPartialApp : Bool := false
  zetaDelta : Bool := false
  index : Bool := true
  implicitDefEqProofs : Bool := true
  zetaUnused : Bool := true
  catchRuntime : Bool := true
  zetaHave : Bool := true
  letToHave : Bool := true
  congrConsts : Bool := true
  bitVecOfNat : Bool := true
  warnExponents : Bool := true
  suggestions : Bool := false
  maxSuggestions : Option Nat := none
  locals : Bool := false
  instances : Bool := false

/-- Settings of `simp_all`, which uses hypotheses of an implication for its conclusion. -/
structure ConfigCtx extends Config where
  contextual := true

/-- A simplifier that only rewrites with the lemmas it is given. -/
def neutralConfig : Config where
  zeta := false
  beta := false
  eta := false
  iota := false
  proj := false
  decide := false
  arith := false
  autoUnfold := false
  ground := false
  zetaDelta := false
  zetaUnused := false
  zetaHave := false

/-- Settings of the casts' simplifiers (`norm_cast`, `push_cast`). -/
structure NormCastConfig extends Config where
  zeta := false
  beta := false
  eta := false
  proj := false
  iota := false

end Simp

/-- Settings of `rw`. -/
structure Rewrite.Config where
  transparency : TransparencyMode := .instances
  offsetCnstrs : Bool := true
  occs : Occurrences := .all
  newGoals : ApplyNewGoals := .nonDependentFirst

/-- Settings of `omega`: which case distinctions it may make. -/
structure Omega.OmegaConfig where
  splitDisjunctions : Bool := true
  splitNatSub : Bool := true
  splitNatAbs : Bool := true
  splitMinMax : Bool := true

/-- Settings of `extract_lets`. -/
structure ExtractLetsConfig where
  proofs : Bool := false
  types : Bool := true
  implicits : Bool := false
  descend : Bool := true
  underBinder : Bool := true
  usedOnly : Bool := false
  merge : Bool := true
  useContext : Bool := true
  onlyGivenNames : Bool := false
  preserveBinderNames : Bool := false
  lift : Bool := false

/-- Settings of `lift_lets`. -/
structure LiftLetsConfig extends ExtractLetsConfig where
  lift := true
  preserveBinderNames := true

end Meta

namespace Parser.Tactic

/-- Settings of `decide`. -/
structure DecideConfig where
  kernel : Bool := false
  native : Bool := false
  zetaReduce : Bool := false
  revert : Bool := false

/-- Settings of `exact?` and `apply?`. -/
structure LibrarySearchConfig where
  grind : Bool := false
  try? : Bool := false
  star : Bool := true
  all : Bool := false

/-- Settings of `constructor`. -/
structure ConstructorConfig where
  first : Bool := false

end Parser.Tactic
end Lean
