-- expect: proved
-- R5: a header in a comment is none
/- prelude -/ -- import Foo
theorem t : True := trivial
