from typing import NotRequired, TypedDict


class Movie(TypedDict, total=False):
    """A film."""

    title: str
    year: int


class Show(TypedDict):
    name: str
    seasons: NotRequired[int]


def label(movie: Movie) -> str:
    return movie["title"] + " " + str(movie.get("year", "?"))


film = Movie(title="Alien", year=1979)
film["year"] += 1
print(film, type(film), label(film), label({"title": "Dune"}))
show: Show = {"name": "x"}
print(show, Movie(), isinstance(film, dict))
