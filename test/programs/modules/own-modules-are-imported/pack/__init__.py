print("pack runs")
shared = ["shared"]
