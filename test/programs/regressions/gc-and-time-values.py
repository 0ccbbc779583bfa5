import gc, time
print(gc.get_threshold(), gc.get_debug(), gc.garbage, gc.callbacks, gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked('a'))
gc.set_threshold(700, 10, 5); print(gc.get_threshold()[:2])
x = [1, 'a']; print(x in gc.get_referents([x, 'b']))
gc.freeze(); gc.unfreeze(); print(gc.get_freeze_count(), len(gc.get_count()))
t = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0)); print(t, t.tm_year, isinstance(time.gmtime(0), time.struct_time), time.gmtime(0) == time.struct_time((1970,1,1,0,0,0,3,1,0)))
for bad in ((1, 2), range(12)):
    try: time.struct_time(bad)
    except TypeError as e: print(e)
print(time.tzname, time.daylight)


class Lazarus:
    def __del__(self):
        global kept
        kept = self


lazarus = Lazarus()
print(gc.is_finalized(lazarus))
del lazarus
print(gc.is_finalized(kept), gc.is_finalized(3), gc.is_finalized(Lazarus), gc.is_finalized([]))
