print("other runs")
THREE = 3
