"""What CPython's own test files import. Their helper modules lie beside them; only test.support is ours."""
