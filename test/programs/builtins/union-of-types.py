print(isinstance(1, int | str), isinstance(2.5, int | None), int | str, (int | str) == (str | int))
