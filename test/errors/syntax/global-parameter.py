def f(a):
    global a  # error: E135 name 'a' is parameter and global
