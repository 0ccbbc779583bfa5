class Lazy:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        self.log.append(name)
        return len(name)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(instance, self.name, value)


class Account:
    balance = Positive()
    limit = Positive()


lazy = Lazy()
print(lazy.hello, lazy.abc, lazy.log, hasattr(lazy, "_x"))
account = Account()
account.balance = 10
account.balance += 5
print(account.balance, account.limit, type(Account.balance).__name__)
try:
    account.limit = -1
except ValueError as error:
    print(error)
