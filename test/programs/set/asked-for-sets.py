"""A set may be asked for by value where only a frozenset can be a member."""


class Group(set):
    pass


members = {frozenset({1}), frozenset({2, 3})}
print({1} in members, {2} in members, {3, 2} not in members, Group({1}) in members)
members.discard({1})
members.remove(Group({2, 3}))
print(members)
try:
    print([] in members)
except TypeError as error:
    print(error)
