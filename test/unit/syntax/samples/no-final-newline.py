try: a
finally: b