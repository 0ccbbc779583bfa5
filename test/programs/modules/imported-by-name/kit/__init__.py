import importlib

print("kit", importlib.import_module(".plain", __name__).value)
