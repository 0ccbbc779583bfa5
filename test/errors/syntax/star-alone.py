x = *a  # error: E120 can't use starred expression here
