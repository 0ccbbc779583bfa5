def first[T](items: list[T]) -> T:
    print(T)  # unsupported: E908 using type parameter 'T' in an expression is not supported yet
    return items[0]


type Pair = tuple[int, int]  # unsupported: E908 the 'type' statement is not supported yet
