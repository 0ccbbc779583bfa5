x = (*a)  # error: E120 cannot use starred expression here
