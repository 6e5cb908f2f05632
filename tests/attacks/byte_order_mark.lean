-- expect: rejected
-- R5
﻿theorem bad : 1 = 2 := rfl
