# A hook for uncaught exceptions may end the program with a status of its own.
import sys
sys.excepthook = lambda kind, value, traceback: sys.exit(len(str(value)))
raise ValueError('seven..')
