-- expect: rejected
-- S6: an import that is not there
import Foo
theorem t : True := trivial
