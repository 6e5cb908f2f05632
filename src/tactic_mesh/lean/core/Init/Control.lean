prelude
import Init.Control.Basic
import Init.Control.Id
import Init.Control.Except
import Init.Control.State
import Init.Control.Reader
import Init.Control.Option
import Init.Control.EState
import Init.Control.Do
/-! This module gathers the monads and their transformers. -/
