del f()  # error: E115 cannot delete function call
