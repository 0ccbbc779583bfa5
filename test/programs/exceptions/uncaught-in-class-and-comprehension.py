# Tracebacks name methods, lambdas and comprehensions' functions.
class Machine:
    def __init__(self, parts):
        self.parts = parts

    def run(self):
        return [self.step(part) for part in self.parts]

    def step(self, part):
        return 10 // part


print(Machine([5, 2]).run())
try:
    Machine([0]).run()
except ZeroDivisionError:
    table = {"go": lambda m: m.run()}
    table["go"](Machine([1, 0]))
