class S(str):
    def shout(self):
        return self.upper() + "!"
s = S("hello")
print(s, repr(s), len(s), s.shout(), type(s).__name__, type(s + "x").__name__, type(s.upper()).__name__)
print(s == "hello", "hello" == s, hash(s) == hash("hello"), {s: 1}["hello"], s[0], s[1:3], [c for c in s])
print("%s %r" % (s, s), f"{s:>8}|{s!r}", "{0} {0!r}".format(s), str(s), ", ".join([s, "b"]))
print(s.replace("l", "L"), s.find("l"), "x".join(s), s * 2, s in "hello world", "ell" in s)


class Half(float):
    def __float__(self): return 9.0


print('%.1f %s' % (Half(0.5), Half(0.5)), float(Half(0.5)))
