#!/usr/bin/env python3
# -*- coding: utf-8 -*-


if True:
	tab = 1
	if tab:
	        mixed = 2
# a comment at column 0

        # a deeper comment
	back = 3
else :
    x = (1,

2)   # after a blank line
    y = [
  'less indented'
    ]; z = 4 ;
    if x : y = 1 ; z = 2
  
    w = \
  5
class A :

    def f ( self ) :
        return 1

    g = 2
x = 1 if y else\
    2
é = 'é'; ñ = (é, 'ü😀'); f(é, é=ñ)
if x:
    pass
    # trailing comment
