class Account:
    interest = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"bad amount: {amount}")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def year(self):
        self.balance *= 1 + self.interest


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} lacks {amount - account.balance}")
        self.account = account


class Savings(Account):
    interest = 0.05

    def withdraw(self, amount):
        if len(self.history) > 2:
            raise PermissionError("too many withdrawals")
        super().withdraw(amount)


a, b = Account("Ann", 100), Savings("Bob")
for action in (lambda: a.withdraw(30), lambda: b.deposit(30), lambda: b.withdraw(50), lambda: b.deposit(-1), lambda: b.deposit(5), lambda: b.withdraw(1), lambda: b.withdraw(1)):
    try:
        action()
    except (InsufficientFunds, ValueError, PermissionError) as error:
        print(type(error).__name__, error)
for account in (a, b):
    account.year()
    print(account.owner, round(account.balance, 2), account.history, account.interest)
