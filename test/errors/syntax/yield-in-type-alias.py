type A = (yield)  # error: E143 yield expression cannot be used within a type alias
