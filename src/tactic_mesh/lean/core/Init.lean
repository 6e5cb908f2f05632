prelude
import Init.Termination
import Init.Data.Nat.Pow
import Init.Data.Nat.MinMax
import Init.Data.Nat.Coprime
import Init.Data.Nat.Lcm
import Init.Data.Nat.Log2
import Init.Data.Nat.Bitwise.Lemmas
import Init.Data.Nat.Decidable
import Init.Data.Fin.Lemmas
import Init.Data.AC.Reflection
import Init.Data.Nat.Simproc
import Init.Data.Nat.Linear
import Init.MetaTypes
import Init.Data.Bool
import Init.Data.Function
import Init.Data.Prod
import Init.Data.Subtype
import Init.Data.Sum.Basic
import Init.Grind.Config
import Init.Data.AC
import Init.Data.Int.Basic
import Init.Data.Repr
import Init.LawfulBEqTactics
import Init.Control
import Init.Data.List.Attach
import Init.System.IO
import Init.Util
import Init.Data.List.Basic
import Init.Data.ToString.Basic
import Init.Data.Hashable
import Init.Data.Ord.Basic
import Init.Data.String.Lemmas
import Init.Data.List.TakeDrop
import Init.Data.List.Elem
import Init.Data.Option.Instances
/-! The root of the core library. A file without `prelude` imports this module, so whatever is
reachable from here is what an ordinary Lean file may use without an import line. -/
