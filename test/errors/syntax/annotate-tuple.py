a, b: int  # error: E117 only single target (not tuple) can be annotated
