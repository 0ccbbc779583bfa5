__all__ = ("sub",)
