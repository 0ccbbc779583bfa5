print(list[int], dict[str, list[int]], tuple[int, ...], type[int], set[None], frozenset["text"])
alias = dict[str, int]
print(alias.__origin__, alias.__args__, alias.__parameters__, alias(a=1), alias.fromkeys("ab", 0))
print(alias == dict[str, int], alias != dict[str, str], hash(alias) == hash(dict[str, int]), alias | None)


class Mine(list[int]):
    pass


print(Mine([1, 2]), Mine.__bases__, Mine.__orig_bases__)
try:
    alias[int]
except TypeError as e:
    print(e)
try:
    int[str]
except TypeError as e:
    print(e)
print(int | list[str], list[int] | dict[str, int])
