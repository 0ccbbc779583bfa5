x = 1
print("x" in globals(), globals()["x"])
globals()["y"] = 2
print(y)
