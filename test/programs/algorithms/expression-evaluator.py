class Parser:
    def __init__(self, text):
        self.tokens = text.replace("(", " ( ").replace(")", " ) ").split()
        self.pos = 0

    def peek(self):
        return self.tokens[self.pos] if self.pos < len(self.tokens) else None

    def next(self):
        token = self.peek()
        self.pos += 1
        return token

    def expr(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            value = value + self.term() if self.next() == "+" else value - self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            if self.next() == "*":
                value *= self.factor()
            else:
                value /= self.factor()
        return value

    def factor(self):
        token = self.next()
        if token == "(":
            value = self.expr()
            if self.next() != ")":
                raise SyntaxError("expected )")
            return value
        if token is None:
            raise SyntaxError("unexpected end")
        return float(token) if "." in token else int(token)


for text in ("1 + 2 * 3", "( 1 + 2 ) * 3", "10 / 4 - 1", "2 * ( 3 + 4 ) * 5.5", "99999999999 * 99999999999", "1 / 0", "( 1", "", "x"):
    try:
        print(text, "=", Parser(text).expr())
    except (SyntaxError, ZeroDivisionError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
