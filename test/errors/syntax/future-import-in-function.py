def f():
    from __future__ import annotations  # error: E136 from __future__ imports must occur at the beginning of the file
