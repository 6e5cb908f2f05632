prelude
import Init.Core
/-! The settings of `grind`. -/

namespace Lean.Grind

structure Config where
  trace : Bool := false
  lax : Bool := false
  suggestions : Bool := false
  maxSuggestions : Option Nat := none
  locals : Bool := false
  splits : Nat := 9
  ematch : Nat := 5
  gen : Nat := 8
  genLocal : Nat := 8
  instances : Nat := 1000
  matchEqs : Bool := true
  splitMatch : Bool := true
  splitIte : Bool := true
  splitIndPred : Bool := false
  splitImp : Bool := false
  canonHeartbeats : Nat := 1000
  ext : Bool := true
  extAll : Bool := false
  etaStruct : Bool := true
  funext : Bool := true
  lookahead : Bool := true
  verbose : Bool := true
  clean : Bool := true
  qlia : Bool := false
  mbtc : Bool := true
  zetaDelta : Bool := true
  zeta : Bool := true
  ring : Bool := true
  ringSteps : Nat := 10000
  ringMaxDegree : Nat := 1024
  linarith : Bool := true
  lia : Bool := true
  liaSteps : Nat := 10000
  ac : Bool := true
  acSteps : Nat := 1000
  exp : Nat := 1048576
  abstractProof : Bool := true
  inj : Bool := true
  order : Bool := true
  hom : Bool := true
  min : Nat := 10
  detailed : Nat := 50
  useSorry : Bool := true
  revert : Bool := false
  funCC : Bool := true
  reducible : Bool := true
  markInstances : Bool := false

/-- Settings of the interactive mode, `grind => …`. -/
structure ConfigInteractive extends Config where
  clean := false

/-- Everything off; the start for the single solvers. -/
structure NoopConfig extends Config where
  splits := 0
  ematch := 0
  ext := false
  extAll := false
  etaStruct := false
  funext := false
  funCC := false
  ring := false
  linarith := false
  lia := false
  ac := false
  order := false

/-! The settings of `lia`, `grobner`, `grind_linarith` and `grind_order`, with one solver each. -/

structure CutsatConfig extends NoopConfig where
  lia := true
  splits := 9
structure GrobnerConfig extends NoopConfig where
  ring := true
structure LinarithConfig extends NoopConfig where
  linarith := true
structure OrderConfig extends NoopConfig where
  order := true

end Lean.Grind
