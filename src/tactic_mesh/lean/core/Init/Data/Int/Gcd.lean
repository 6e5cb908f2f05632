prelude
import Init.Data.Int.DivMod.Lemmas
import Init.Data.Nat.Lcm
/-! Greatest common divisors and least common multiples of integers. -/
namespace Int
/-- The greatest common divisor, a natural number. -/
def gcd (m n : Int) : Nat := m.natAbs.gcd n.natAbs
/-- The least common multiple, a natural number. -/
def lcm (m n : Int) : Nat := m.natAbs.lcm n.natAbs
theorem gcd_eq_natAbs_gcd_natAbs (a b : Int) : gcd a b = Nat.gcd a.natAbs b.natAbs := rfl
theorem gcd_comm (a b : Int) : gcd a b = gcd b a := Nat.gcd_comm _ _
theorem gcd_dvd_left (a b : Int) : (gcd a b : Int) ∣ a := ofNat_dvd_left.mpr (Nat.gcd_dvd_left ..)
theorem gcd_dvd_right (a b : Int) : (gcd a b : Int) ∣ b := ofNat_dvd_left.mpr (Nat.gcd_dvd_right ..)
theorem dvd_coe_gcd {a b c : Int} (ha : c ∣ a) (hb : c ∣ b) : c ∣ (gcd a b : Int) :=
  ofNat_dvd_right.mpr (Nat.dvd_gcd (natAbs_dvd_natAbs.mpr ha) (natAbs_dvd_natAbs.mpr hb))
theorem dvd_gcd {a b : Int} {c : Nat} (ha : (c : Int) ∣ a) (hb : (c : Int) ∣ b) : c ∣ gcd a b :=
  ofNat_dvd.mp (dvd_coe_gcd ha hb)
@[simp] theorem gcd_neg {a b : Int} : gcd a (-b) = gcd a b := by unfold gcd; rw [natAbs_neg]
@[simp] theorem neg_gcd {a b : Int} : gcd (-a) b = gcd a b := by unfold gcd; rw [natAbs_neg]
@[simp] theorem gcd_zero_left (a : Int) : gcd 0 a = natAbs a := Nat.gcd_zero_left _
@[simp] theorem gcd_zero_right (a : Int) : gcd a 0 = natAbs a := Nat.gcd_zero_right _
@[simp] theorem gcd_self {a : Int} : gcd a a = natAbs a := Nat.gcd_self _
@[simp] theorem gcd_one_left (a : Int) : gcd 1 a = 1 := Nat.gcd_one_left _
@[simp] theorem gcd_one_right (a : Int) : gcd a 1 = 1 := Nat.gcd_one_right _
theorem dvd_lcm_left (a b : Int) : a ∣ (lcm a b : Int) := ofNat_dvd_right.mpr (Nat.dvd_lcm_left ..)
theorem dvd_lcm_right (a b : Int) : b ∣ (lcm a b : Int) := ofNat_dvd_right.mpr (Nat.dvd_lcm_right ..)
end Int
