-- expect: rejected
-- theorem: bad
-- K1: the option is set where no command shows it
import Lean
open Lean Elab Command in
elab "off " c:command : command =>
  withScope (fun s => { s with opts := s.opts.setBool (.str `debug ("skipKernel" ++ "TC")) true }) (elabCommand c)
off theorem bad : False := by decide +kernel
