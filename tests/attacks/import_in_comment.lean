-- expect: proved
-- a header in a comment is none
/- prelude -/ -- import Foo
theorem t : True := trivial
