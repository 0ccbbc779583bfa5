for x in y:
    def f():
        continue  # error: E133 'continue' not properly in loop
