from a import b,  # error: E123 trailing comma not allowed without surrounding parentheses
