from __future__ import teleportation  # error: E136 future feature teleportation is not defined
