prelude
import Init.Grind.Cases
import Init.Data.Array.Lemmas
import Init.Data.Fin.Lemmas
import Init.Data.List.Count
import Init.Data.List.Elem
import Init.Data.List.Pairwise
import Init.Data.List.Range
import Init.Data.List.TakeDrop
import Init.Data.List.Zip
import Init.Data.Option.Lemmas
/-! What `grind` may use of the library: equations from left to right where their left-hand side occurs, and bounds where
the bounded term occurs. -/

attribute [grind =] Nat.min_def Nat.max_def Int.min_def Int.max_def
attribute [grind =] Nat.pow_succ
attribute [grind =] Fin.lt_def Fin.le_def
attribute [grind ext] Fin.ext

namespace List
attribute [grind =] length_nil length_cons length_append length_map length_reverse length_replicate length_take length_drop
  length_range length_zip length_set
attribute [grind =] nil_append append_nil cons_append append_assoc
attribute [grind =] map_nil map_cons map_append map_map map_id filter_nil filter_cons filter_append
attribute [grind =] reverse_nil reverse_cons reverse_append reverse_reverse map_reverse
attribute [grind =] mem_cons mem_append mem_map mem_filter mem_reverse mem_replicate mem_range
attribute [grind =] foldl_nil foldl_cons foldl_append foldr_nil foldr_cons foldr_append
attribute [grind =] sum_nil sum_cons flatten_nil flatten_cons flatten_append
attribute [grind =] all_nil all_cons all_append any_nil any_cons any_append
attribute [grind =] count_nil count_cons count_append replicate_zero replicate_succ zip_cons_cons zip_nil_left
attribute [grind =] head?_nil head?_cons take_zero take_nil take_succ_cons drop_zero drop_nil drop_succ_cons take_append_drop
attribute [grind =] getElem_cons_zero getElem_cons_succ getElem?_nil getElem?_cons_zero getElem?_cons_succ
attribute [grind =] getElem_map getElem_append getElem_set getElem_replicate getElem_range getElem_reverse
attribute [grind =] getElem?_map getElem?_append getElem?_set
attribute [grind =] sum_append_nat filterMap_nil filterMap_cons flatMap_nil flatMap_cons find?_nil find?_cons
attribute [grind =] takeWhile_nil takeWhile_cons dropWhile_nil dropWhile_cons contains_nil contains_cons
attribute [grind =] head_cons tail_cons length_tail isEmpty_nil isEmpty_cons
attribute [grind =] nodup_cons pairwise_cons
attribute [grind ←] not_mem_nil
attribute [grind →] eq_nil_of_length_eq_zero
grind_pattern getElem_mem => l[i] ∈ l
grind_pattern length_filter_le => (filter p l).length
end List

namespace Option
attribute [grind =] map_none map_some bind_none bind_some getD_none getD_some isSome_none isSome_some isNone_none isNone_some
  get_some
end Option

attribute [grind =] Array.size_push Array.size_append Array.size_map Array.size_set
attribute [grind =] Array.getElem_push Array.getElem_set Array.getElem_map
