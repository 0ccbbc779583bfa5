import sys

print("working")
try:
    sys.exit(3)
except SystemExit as stop:
    print("caught", stop.code)
try:
    sys.exit("message for standard error")
finally:
    print("leaving")
